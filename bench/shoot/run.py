#!/usr/bin/env python3
"""A fixed shoot of 40 products: makes the catalogue, writes the scripts, plans, writes report.md.

    run.py [--products 40] [--runs 3]

PRODUCTS of the environment does the same. The catalogue is bench/copy's, so equal counts give equal
bytes; `SHOPREEL_BIN` names another folder with the programs, `SHOPREEL_HOME` other presets.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "copy"))
import products  # noqa: E402

WORK = HERE / "work"
BIN = Path(os.environ.get("SHOPREEL_BIN") or HERE.parents[1] / ".build/release").resolve()
PLATFORMS = ["douyin", "xiaohongshu", "taobao_main", "tiktok"]
CHANGES = ["location", "set", "light", "rig", "lens", "model", "outfit", "product", "sample"]
RULES = ["must", "product", "set", "fewest-days"]


def shop(count):
    """One workspace with both shops' sheets, as far as they carry products."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    files = products.make(WORK / "sheets", count)
    folder = WORK / "shop"
    folder.mkdir()
    names = []
    for locale, sheets in files.items():
        for sheet in sheets:
            shutil.copy(WORK / "sheets" / locale / sheet, folder / sheet)
            names.append(sheet)
    (folder / "shopreel.yaml").write_text(
        f"schema: workspace/1\nid: BENC\ncatalogue: {json.dumps(names, ensure_ascii=False)}\n"
        f"platforms: {json.dumps(PLATFORMS)}\n"
        f"selection: {{count: {count}, per_category: {count}}}\n"
        'shoot: {date: "2026-11-25"}\n')
    return folder


def stage(verb, folder):
    done = subprocess.run(
        [BIN / "shopreel", verb, "-C", folder, "--quiet"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"shopreel {verb} ended with {done.returncode}: {done.stderr[-2000:]}")


def planned(folder, runs):
    done = subprocess.run(
        [BIN / "shopreel-bench", "shoot", folder, "--runs", str(runs)],
        capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def hours(minutes):
    return f"{minutes / 60:.1f} h"


def report(figures, categories):
    saved = figures["minutesInScriptOrder"] - figures["minutes"]
    plain, plan = figures["changesInScriptOrder"], figures["changes"]
    gap = figures["minutes"] / figures["bound"] - 1
    lines = [
        "# A shoot of a fixed catalogue", "",
        f"{figures['products']} products of {categories} categories, {figures['scripts']} scripts "
        f"(`make bench-shoot`; preset `shoot/default`).", "",
        "| figure | value |", "|---|---|",
        f"| shots that the scripts ask for | {figures['asked']} |",
        f"| shots to film | {figures['shots']} |",
        f"| of these shared by several scripts | {figures['shared']} |",
        f"| hours in script order | {hours(figures['minutesInScriptOrder'])} |",
        f"| hours as scheduled | {hours(figures['minutes'])} |",
        f"| saved | {hours(saved)} ({saved / figures['minutesInScriptOrder']:.0%}) |",
        f"| days | {figures['days']} |", f"| setups | {figures['setups']} |",
        f"| no plan is shorter than | {hours(figures['bound'])} (this one is {gap:.1%} above) |",
        f"| planner / writing its list as JSON | "
        f"{figures['seconds'] / figures['encodeSeconds']:.0f} × ({figures['seconds']:.2f} s) |",
        "", "## Minutes by what they go into", "",
        "| | script order | scheduled | saved |", "|---|---:|---:|---:|",
        f"| filming | {figures['filming']:.0f} | {figures['filming']:.0f} | 0 |",
    ]
    for change in CHANGES:
        before, after = plain.get(change, 0), plan.get(change, 0)
        lines.append(f"| {change} | {before:.0f} | {after:.0f} | {before - after:.0f} |")
    lines += ["", "## By rule of priority", "", "| overflow | days | hours |", "|---|---:|---:|"]
    for rule in RULES:
        result = figures["rules"][rule]
        lines.append(f"| {rule} | {result['days']} | {hours(result['minutes'])} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--products", type=int, default=int(os.environ.get("PRODUCTS") or 40))
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    os.environ.setdefault("SHOPREEL_HOME", str(HERE.parents[1]))
    folder = shop(options.products)
    for verb in ("import", "select", "script", "shotlist"):
        stage(verb, folder)
    figures = planned(folder, options.runs)
    written = json.loads((folder / "work/shotlist/shotlist.json").read_text())["totals"]
    if written["shots"] != figures["shots"] or written["minutes"] != figures["minutes"]:
        sys.exit(f"shotlist.json says {written}, the planner {figures['shots']}, {figures['minutes']}")
    categories = {
        json.loads(path.read_text())["category"]
        for path in (folder / "work/scripts").glob("*/*.json")
    }
    text = report(figures, len(categories))
    (HERE / "report.md").write_text(text)
    (WORK / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
    print(text)


if __name__ == "__main__":
    main()
