#!/usr/bin/env python3
"""Measures shopreel beside its rivals on the same jobs, and writes report.md, .json and .svg.

BENCH=quick (default) or full, RUNS=3, JOBS=single,canvases,… choose what is run.
"""

import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys

import jobs
import material
import measure
import report
from ours import BIN, HERE, MATERIAL, WORK

PLANS = {
    "quick": {"presets": ["veryfast"], "finished": 200, "batch": (5, 20)},
    "full": {"presets": ["veryfast", "medium"], "finished": 1000, "batch": (10, 100)},
}
ALL = ["single", "canvases", "fifteen", "hevc", "thousand", "batch"]


def say(text):
    print(text, flush=True)


def missing():
    """Rivals that are not here, and how to get them."""
    found = {}
    if not shutil.which("melt"):
        found["melt"] = "apt-get install --no-install-recommends melt"
    try:
        importlib.metadata.version("moviepy")
    except importlib.metadata.PackageNotFoundError:
        found["moviepy"] = "pip install moviepy"
    return found


def machine(absent):
    def first_line(*command):
        done = subprocess.run(command, capture_output=True, text=True)
        return (done.stdout or done.stderr).strip().splitlines()[0]

    model = platform.processor() or platform.machine()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as file:
            model = next((line.split(":")[1].strip() for line in file if "model name" in line), model)
    facts = {
        "processor": f"{model}, cores {measure.CORES}", "system": platform.platform(),
        "shopreel": first_line(os.path.join(BIN, "shopreel"), "--version"),
        "ffmpeg": first_line("ffmpeg", "-version").split(" Copyright")[0],
    }
    if "melt" not in absent:
        facts["melt"] = first_line("melt", "--version")
    if "moviepy" not in absent:
        facts["moviepy"] = importlib.metadata.version("moviepy")
    return facts


def main():
    plan = PLANS.get(os.environ.get("BENCH", "quick"))
    wanted = os.environ.get("JOBS", ",".join(ALL)).split(",")
    if plan is None or not set(wanted) <= set(ALL):
        sys.exit(f"BENCH is quick or full, JOBS are some of {','.join(ALL)}")
    if not shutil.which("ffmpeg"):
        sys.exit("no ffmpeg: apt-get install ffmpeg")
    runs = int(os.environ.get("RUNS", "3"))
    absent = missing()
    for name, how in absent.items():
        say(f"absent: {name} ({how})")
    material.make(MATERIAL)
    os.makedirs(WORK, exist_ok=True)
    results = {}
    for preset in plan["presets"]:
        for name, job in {
            "single": lambda: jobs.single(preset, runs, absent, say),
            "canvases": lambda: jobs.canvases(preset, runs, say),
            "fifteen": lambda: jobs.fifteen(preset, runs, say),
            "hevc": lambda: jobs.hevc(preset, runs, say),
        }.items():
            if name in wanted:
                say(f"{name} ({preset})")
                results.setdefault(name, {})[preset] = job()
    if "thousand" in wanted:
        say("thousand")
        results["thousand"] = jobs.thousand(plan["finished"], runs, say)
    if "batch" in wanted:
        say("batch")
        results["batch"] = jobs.batch(*plan["batch"], runs, say)
    for row in report.write(HERE, results, machine(absent), absent):
        say(f"{'holds       ' if row['pass'] else 'FALLS SHORT '} {row['bar']}: {row['measured']}")
    say(f"report: {os.path.join(HERE, 'report.md')}")


main()
