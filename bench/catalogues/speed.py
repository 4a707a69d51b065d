#!/usr/bin/env python3
"""Measures `shopreel import` beside Python's csv and openpyxl on the same large files.

    speed.py [--runs 3] [--rows 100000] [--more 1000000]

RUNS, ROWS and MORE of the environment do the same; with 0 for the last, the long file is left out.

Every import is cold: the workspace holds nothing but the file. What Python does is only to read
the cells; an import also understands, checks, groups and writes products. Bars stand beside the
figures; nothing fails for being slow. Writes work/speed.md and work/speed.json.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import bars as judging  # noqa: E402
import measure  # noqa: E402
from jobs import turns  # noqa: E402
from ours import BIN  # noqa: E402

WORK = HERE / "work/speed"
SECONDS, MEGABYTES, SHARE, GROWTH = 3, 300, 0.5, 1.25


def say(text):
    print(text, flush=True)


def made(rows, ending):
    """The file, made once; its truth tells how many products it holds."""
    path = WORK / f"{rows}.{ending}"
    if not Path(f"{path}.truth.json").exists():
        say(f"making {path.name}")
        subprocess.run([sys.executable, HERE / "generate_big.py", str(rows), path], check=True)
    return path, json.loads(Path(f"{path}.truth.json").read_text())["products"]


def imported(path, products):
    """A cold import, and that it found what is there."""
    folder = WORK / "workspace"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    os.link(path, folder / path.name)
    (folder / "shopreel.yaml").write_text(
        f"schema: workspace/1\ncatalogue: [{path.name}]\nplatforms: [douyin]\n")
    answer = WORK / "answer.json"
    program = os.path.abspath(os.path.join(BIN, "shopreel"))
    # The file's faults, one row in a thousand, are named: that is status 1.
    cost = measure.run(
        [program, "import", "-C", folder, "--format", "json"], WORK / "log", answer,
        accepted=(0, 1))
    found = json.loads(answer.read_text())["stages"][0]["made"]
    if found != products:
        raise measure.Failed(f"{path.name}: {found} products for {products}")
    shutil.rmtree(folder)
    return cost


def job(rows, ending, runs):
    path, products = made(rows, ending)
    rival = "openpyxl, read_only" if ending == "xlsx" else "python csv"
    reading = [sys.executable, HERE / "read_all.py", path]
    say(f"{rows:,} rows, {ending}, {path.stat().st_size / 1e6:.0f} MB")
    return turns(
        {
            "shopreel": lambda: imported(path, products),
            rival: lambda: measure.run(reading, WORK / "log"),
        }, runs, say)


def judge(results):
    bars = judging.Bars()
    for ending, costs in results["rows"].items():
        rival = next(name for name in costs if name != "shopreel")
        wall = judging.median(costs, "shopreel", "wall")
        size = judging.median(costs, "shopreel", "rss")
        if ending == "csv":
            bars.add("csv, wall time", f"at most {SECONDS} s", f"{wall:.2f} s", wall <= SECONDS)
            bars.add(
                "csv, peak memory", f"at most {MEGABYTES} MB", f"{size:.0f} MB", size <= MEGABYTES)
        else:
            values = judging.ratios(costs, "shopreel", rival, "wall")
            bars.ratio(f"{ending} / {rival}, wall time", values, SHARE)
    if results["more"]:
        small = judging.median(results["rows"]["csv"], "shopreel", "rss")
        large = judging.median(results["more"], "shopreel", "rss")
        bars.add(
            "csv, peak memory of the long file / the short", f"at most {GROWTH}",
            f"{large / small:.2f} ({large:.0f} / {small:.0f} MB)", large <= GROWTH * small)
    return bars.rows


def table(title, costs):
    lines = [f"### {title}", "", "| | wall s | CPU s | peak MB | wall / shopreel |",
             "|---|---|---|---|---|"]
    base = judging.median(costs, "shopreel", "wall")
    for name in costs:
        wall, cpu, size = (judging.median(costs, name, key) for key in ("wall", "cpu", "rss"))
        lines.append(f"| {name} | {wall:.2f} | {cpu:.2f} | {size:.0f} | {wall / base:.2f} |")
    return lines + [""]


def text(results, rows, options):
    lines = ["## Time and memory", "", f"Cold imports, medians of {options.runs}, in turn on cores "
             f"{measure.CORES}; Python only reads the cells.", "",
             "| bar | limit | measured | |", "|---|---|---|---|"]
    lines += [f"| {row['bar']} | {row['limit']} | {row['measured']} | "
              f"{'holds' if row['pass'] else '**falls short**'} |" for row in rows]
    lines.append("")
    for ending, costs in results["rows"].items():
        lines += table(f"{options.rows:,} rows, {ending}", costs)
    if results["more"]:
        lines += table(f"{options.more:,} rows, csv", results["more"])
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, count in (("RUNS", 3), ("ROWS", 100_000), ("MORE", 1_000_000)):
        parser.add_argument(
            f"--{name.lower()}", type=int, default=int(os.environ.get(name, count)))
    options = parser.parse_args()
    os.environ.setdefault("SHOPREEL_HOME", str(HERE.parents[1]))
    WORK.mkdir(parents=True, exist_ok=True)
    results = {
        "rows": {ending: job(options.rows, ending, options.runs) for ending in ("csv", "xlsx")},
        "more": job(options.more, "csv", 1) if options.more else None,
    }
    rows = judge(results)
    (HERE / "work/speed.json").write_text(json.dumps(results | {"bars": rows}, indent=1) + "\n")
    (HERE / "work/speed.md").write_text(text(results, rows, options))
    say("\n" + text(results, rows, options))


if __name__ == "__main__":
    main()
