#!/usr/bin/env python3
"""Judges what run.py has made and writes report.md; the exit status tells of the tools alone."""

import json
import os
import sys

import passing
from passing import HERE, WORK, judging, told
from rhythm import Rhythm
from scan import Scan
from suiting import Suiting
from trace import Trace
from variety import Variety

import measure


def add(shops, what):
    return {key: sum(shop["costs"][what][key] for shop in shops) for key in ("cpu", "wall", "rss")}


def yardstick():
    """What the plain scanner takes for the same scripts, reading them included."""
    return measure.run([sys.executable, HERE / "scan.py"], WORK / "log", os.devnull)


def speed(run, bars):
    shops = list(run["shops"].values())
    scripts, products = (sum(shop[key] for shop in shops) for key in ("scripts", "products"))
    full, scan = add(shops, "script"), yardstick()
    full_run = run["options"]["products"] >= 2000
    bars.add(
        "products",
        "at least 2000" if full_run else "a small run",
        str(products),
        not full_run or products >= 2000,
    )
    bars.add(
        "scripts",
        "at least 10000" if full_run else "a small run",
        f"{scripts}",
        not full_run or scripts >= 10000,
    )
    each = full["wall"] / max(scripts, 1)
    share = scripts / max(sum(shop["selected"] for shop in shops), 1)
    bars.add(
        "scripts for 200 products",
        "under 10 s",
        f"{each * share * 200:.1f} s: "
        f"{1 / each:.0f} scripts/s on the wall, {scripts / full['cpu']:.0f} a second of CPU",
        each * share * 200 < 10,
    )
    bars.add(
        "script stage / plain scanner of the same scripts, CPU",
        "at most 4",
        f"{full['cpu'] / scan['cpu']:.2f} ({full['cpu']:.1f} / {scan['cpu']:.1f} s)",
        full["cpu"] <= 4 * scan["cpu"],
    )
    for what in ("nothing changed", "one price changed"):
        again = [shop for shop in shops if what in shop["costs"]]
        cost, whole = add(again, what), add(again, "script")
        bars.add(
            f"{what} / all anew, CPU",
            "at most 0.2",
            f"{cost['cpu'] / whole['cpu']:.2f} ({cost['cpu']:.1f} / {whole['cpu']:.1f} s)",
            cost["cpu"] <= 0.2 * whole["cpu"],
        )
    return [
        f"{name}: {shop['products']} products, {shop['selected']} selected, "
        f"{shop['scripts']} scripts; import {shop['costs']['import']['wall']:.1f} s, select "
        f"{shop['costs']['select']['wall']:.1f} s, script {shop['costs']['script']['wall']:.1f} s, "
        f"{max(cost['rss'] for cost in shop['costs'].values()):.0f} MB at most  "
        for name, shop in run["shops"].items()
    ]


def main():
    run = json.loads((WORK / "run.json").read_text())
    tools = [kind(passing.home()) for kind in (Scan, Trace, Variety, Suiting, Rhythm)]
    passing.over(tools)
    bars = judging.Bars()
    sections = ["## Speed", "", *speed(run, bars)]
    for tool in tools:
        tool.judge(bars)
        sections += ["", f"## {tool.title}", "", *tool.lines()]
    text = "\n".join(["# Copy", "", *told(bars.rows), "", *sections, ""])
    (HERE / "report.md").write_text(text)
    for row in bars.rows:
        print(
            f"{row['bar']:58} {row['limit']:26} {'holds      ' if row['pass'] else 'FALLS SHORT'} "
            f"{row['measured']}"
        )
    print(f"\n{HERE / 'report.md'}")


if __name__ == "__main__":
    main()
