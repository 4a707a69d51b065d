#!/usr/bin/env python3
"""Crops of marked shots beside centre crops: writes report.md.

    run.py [--footage ../shared/footage] [--frames DIR]

`SHOPREEL_BIN` names another folder with the programs, `SHOPREEL_HOME` other presets.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
BIN = Path(os.environ.get("SHOPREEL_BIN") or HERE.parents[1] / ".build/release").resolve()
SPEED = 0.12


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--footage", default=HERE.parents[2] / "shared/footage")
    parser.add_argument("--frames")
    args = parser.parse_args()
    if not Path(args.footage).is_dir():
        print(f"skipped: there is no footage at '{args.footage}'")
        return 0
    command = [BIN / "shopreel-bench", "framing", HERE / "shots.json", "--footage", args.footage]
    if args.frames:
        Path(args.frames).mkdir(parents=True, exist_ok=True)
        command += ["--frames", args.frames]
    rows = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    text = report(rows)
    (HERE / "report.md").write_text(text)
    print(text)
    return 0


def report(rows):
    def percent(value):
        return f"{value * 100:.0f} %"

    upright = [row for row in rows if row["canvas"] == "1080x1920"]
    mean = sum(row["mean"] for row in rows) / len(rows)
    centre = sum(row["centreMean"] for row in rows) / len(rows)
    worse = [row for row in rows if row["mean"] < row["centreMean"] - 0.02]
    fastest = max(row["speed"] for row in rows)
    lines = [
        "# Reframing by subject", "",
        "Share of the subject's marked box that a crop keeps, over the shot: mean, and at the worst "
        "moment. The boxes in `shots.json` were drawn by a person looking at frames. Sources are "
        "3:2 and 16:9.", "",
        f"- {len(upright)} shots on {len(rows) // max(1, len(upright))} canvases: ours keeps "
        f"{percent(mean)} on the mean, a centre crop {percent(centre)}.",
        f"- {len(worse)} of {len(rows)} crops keep less than the centre crop by more than 2 points.",
        f"- The fastest crop moves {fastest:.3f} of the width a second; the limit is {SPEED}: "
        + ("holds." if fastest <= SPEED + 1e-3 else "**falls short.**"), "",
        "| shot | canvas | way | ours mean | worst | centre mean | worst | speed /s |",
        "|---|---|---|---|---|---|---|---|"]
    for row in rows:
        lines.append(
            f"| {row['what']} | {row['canvas']} | {row['kind']} | {percent(row['mean'])} | "
            f"{percent(row['least'])} | {percent(row['centreMean'])} | "
            f"{percent(row['centreLeast'])} | {row['speed']:.3f} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
