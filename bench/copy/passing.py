"""One pass over all scripts: each tool takes every script once, then judges and tells."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import bars as judging  # noqa: E402
from scripts import Shop  # noqa: E402

WORK = HERE / "work"


def home():
    return Path(os.environ.get("SHOPREEL_HOME") or HERE.parents[1])


def shops(work=WORK):
    return [Shop(work / name) for name in ("zh", "en")
            if (work / name / "work/products.json").exists()]


def over(tools, work=WORK):
    """All scripts past all tools; how many there were."""
    count = 0
    for shop in shops(work):
        for script in shop.scripts():
            count += 1
            for tool in tools:
                tool.take(script, shop)
    return count


def told(rows):
    lines = ["| bar | limit | measured | |", "|---|---|---|---|"]
    return lines + [f"| {row['bar']} | {row['limit']} | {row['measured']} | "
                    f"{'holds' if row['pass'] else '**falls short**'} |" for row in rows]


def alone(kind):
    """One tool by itself, over the scripts of `work/` or of the folder that is named."""
    tool = kind(home())
    over([tool], Path(sys.argv[1]) if len(sys.argv) > 1 else WORK)
    bars = judging.Bars()
    tool.judge(bars)
    print("\n".join([f"## {tool.title}", "", *told(bars.rows), "", *tool.lines()]))
