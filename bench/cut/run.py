#!/usr/bin/env python3
"""Cuts the drafts of a workspace and measures them beside the cut of before.

    run.py [--workspace DIR]

Without a workspace one is made (`shopreel init --demo`) and taken as far as `ingest`; that takes
some minutes. SHOPREEL_BIN names the folder of the program. Figures of the greedy cut that was
there before are kept in `before.json` beside this file; they were measured on the same seed.
Exit status 1 when a limit is not kept.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from measure import measure

HERE = Path(__file__).resolve().parent
PLATFORMS = (
    "douyin, kuaishou, xiaohongshu, wechat_channels, bilibili, taobao_main, taobao_guangguang, jd,"
    " pdd, tiktok")

# name, what it is to be, whether it is
LIMITS = [
    ("seconds, quartiles", "middle 1.9 to 2.6", lambda v: 1.9 <= v[1] <= 2.6),
    ("1.0 to 4.0 s", "at least 0.8", lambda v: v >= 0.8),
    ("hook pictures 0.8 to 2.0 s", "at least 0.8", lambda v: v >= 0.8),
    ("product by 3 s", "at least 0.8", lambda v: v >= 0.8),
    ("beat positions, Spearman with the ads", "at least 0.8", lambda v: v >= 0.8),
    ("first offer at, quartiles", "0.22 to 0.76", lambda v: 0.22 <= v[1] <= 0.76),
    ("first CTA at, quartiles", "from 0.67", lambda v: v[0] >= 0.67),
    ("cuts within a frame of a beat", "at least 0.6", lambda v: v is None or v >= 0.6),
    ("jump cuts (one take on both sides)", "none", lambda v: v == 0),
    ("repeated windows", "none", lambda v: v == 0),
    ("shown within 2 s of its words", "at least 0.99", lambda v: v >= 0.99),
]


def program():
    folder = os.environ.get("SHOPREEL_BIN")
    return str(Path(folder) / "shopreel") if folder else "shopreel"


def shopreel(workspace, *words):
    start = time.monotonic()
    done = subprocess.run(
        [program(), *words, "-C", str(workspace), "--quiet"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"shopreel {' '.join(words)}: {done.stderr[-2000:]}")
    return time.monotonic() - start


def made(folder):
    if not (folder / "work/takes.json").exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([program(), "init", "--demo", str(folder)], check=True)
        settings = folder / "shopreel.yaml"
        lines = [
            f"platforms: [{PLATFORMS}]" if line.startswith("platforms:") else line
            for line in settings.read_text().splitlines()]
        for verb in ("import", "select", "script", "shotlist", "ingest"):
            shopreel(folder, verb)
        settings.write_text("\n".join(lines) + "\n")
        for verb in ("import", "select", "script"):
            shopreel(folder, verb)
    return folder


def report(before, after, seconds):
    lines = [
        "# The cut in figures", "",
        f"{after['drafts']} drafts of one demo workspace, cut in {seconds:.1f} s."
        " 'Before' is the greedy cut that took each beat's best take as it came; both had the same"
        " scripts, takes and photos. An end card counts as what it hides.", "",
        "| figure | wanted | before | after |", "|---|---|---|---|"]
    wanted = {name: words for name, words, _ in LIMITS}
    for name, value in after.items():
        lines.append(
            f"| {name} | {wanted.get(name, '')} | {shown(before.get(name))} | {shown(value)} |")
    return "\n".join(lines) + "\n"


def shown(value):
    if isinstance(value, dict):
        return ", ".join(f"{k} {v}" for k, v in value.items())
    if isinstance(value, list):
        return " / ".join(str(v) for v in value)
    return "" if value is None else str(value)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--workspace", type=Path)
    workspace = parser.parse_args().workspace or made(HERE / "work/demo")
    seconds = shopreel(workspace, "cut")
    after = measure(workspace, workspace / "work/timelines")
    kept = HERE / "before.json"
    before = json.loads(kept.read_text()) if kept.exists() else {}
    (HERE / "report.md").write_text(report(before, after, seconds))
    print((HERE / "report.md").read_text())
    faults = [
        f"{name}: {shown(after[name])}, wanted {words}"
        for name, words, holds in LIMITS if after[name] != [] and not holds(after[name])]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
