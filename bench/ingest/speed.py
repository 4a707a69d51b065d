#!/usr/bin/env python3
"""Measures `shopreel ingest` beside `scenedetect` on the same clips, and its memory.

    speed.py [--runs 3] [--clips 500]

RUNS and CLIPS of the environment do the same; with 0 clips the long rows of memory are left out.

Cold runs have no ledger; cached ones repeat a cold one. `scenedetect` finds cuts, no slates and no
measures; it is here as what people know. Bars stand beside the figures; nothing fails for being
slow. Writes report.md and work/report.json.
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
import footage  # noqa: E402
import measure  # noqa: E402
from jobs import turns  # noqa: E402
from ours import BIN  # noqa: E402

WORK = footage.WORK
PROGRAM = os.path.abspath(os.path.join(BIN, "shopreel"))
RIVALS = {
    "scenedetect, as it comes": [],
    "scenedetect, every 4th picture": ["--frame-skip", "3"],
    "scenedetect, every 8th, an eighth as wide": ["--frame-skip", "7", "--downscale", "8"],
}
GROWTH = 1.25


def say(text):
    print(text, flush=True)


class Workspace:
    """A folder with a product and some clips."""

    def __init__(self, name, clips):
        self.folder = WORK / "workspaces" / name
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "footage").mkdir(parents=True)
        (self.folder / "shopreel.yaml").write_text(
            f"schema: workspace/1\nid: {footage.WORKSPACE}\ncatalogue: [goods.csv]\n"
            "platforms: [douyin]\n")
        (self.folder / "goods.csv").write_text("sku,name,price\nA-1,Cup,19\n")
        for place, clip in enumerate(clips):
            os.link(clip, self.folder / "footage" / f"{place:04d}.mp4")
        for stage in ("import", "select", "script"):
            measure.run([PROGRAM, stage, "-C", self.folder], WORK / "log", accepted=(0, 1))

    def forget(self):
        for path in self.folder.glob("work/ledger*"):
            path.unlink()

    def ingest(self, scanned):
        answer = WORK / "answer.json"
        cost = measure.run(
            [PROGRAM, "ingest", "-C", self.folder, "--format", "json"], WORK / "log", answer,
            accepted=(0, 1))
        stage = json.loads(answer.read_text())["stages"][0]
        if stage["made"] != scanned:
            raise measure.Failed(f"{self.folder.name}: {stage['made']} scanned for {scanned}")
        return cost

    def cold(self, count=1):
        self.forget()
        return self.ingest(count)


def scenedetect():
    """The program, in an environment of its own where it is missing."""
    found = shutil.which("scenedetect")
    if found and subprocess.run([found, "version"], capture_output=True).returncode == 0:
        return found
    environment = WORK / "venv"
    if not (environment / "bin/scenedetect").exists():
        say("installing scenedetect")
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run(
            [environment / "bin/pip", "install", "-q", "scenedetect", "opencv-python-headless"],
            check=True)
    return str(environment / "bin/scenedetect")


def cuts(program, options, clip):
    command = [program, "--quiet", *options, "--input", clip, "detect-content"]
    return measure.run(command, WORK / "log")


def decoded(clip):
    return measure.run(
        ["ffmpeg", "-nostdin", "-v", "error", "-threads", "2", "-i", clip, "-an", "-f", "null",
         "-"], WORK / "log")


def length(path):
    return float(subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path],
        capture_output=True, text=True, check=True).stdout)


def row(name, clip, runs):
    say(f"{name}: {length(clip):.0f} s, {clip.stat().st_size / 1e6:.0f} MB")
    program = scenedetect()
    workspace = Workspace(clip.stem, [clip])
    contenders = {
        "shopreel, cold": workspace.cold,
        "shopreel, cached": lambda: workspace.ingest(0),
    }
    for rival, options in RIVALS.items():
        contenders[rival] = lambda options=options: cuts(program, options, clip)
    contenders["ffmpeg, decoding alone"] = lambda: decoded(clip)
    workspace.cold()
    return {"seconds": length(clip), "costs": turns(contenders, runs, say)}


def variants(count):
    """Clips of ten seconds that differ in their headers."""
    source = WORK / "variants" / "source.mp4"
    source.parent.mkdir(exist_ok=True)
    if not source.exists():
        footage.ffmpeg(
            "-i", WORK / "h264-30.mp4", "-t", 10, "-c:v", "libx264", "-preset", "veryfast",
            "-crf", 32, "-g", 30, source)
    made = []
    for number in range(count):
        path = WORK / "variants" / f"{number}.mp4"
        if not path.exists():
            footage.ffmpeg("-i", source, "-c", "copy", "-metadata", f"comment={number}", path)
        made.append(path)
    return made


def hours():
    """One clip of six minutes, and one of an hour."""
    short = WORK / "six-minutes.mp4"
    long = WORK / "hour.mp4"
    if not short.exists():
        footage.ffmpeg(
            "-stream_loop", 35, "-i", WORK / "variants/source.mp4", "-c", "copy", short)
    if not long.exists():
        footage.ffmpeg("-stream_loop", 9, "-i", short, "-c", "copy", long)
    return short, long


def memory(count):
    costs = {}
    for number in (10, count):
        workspace = Workspace(f"{number}-clips", variants(number))
        costs[f"{number} clips of 10 s"] = workspace.cold(number) | {"seconds": number * 10}
        costs[f"{number} clips, cached"] = workspace.ingest(0) | {"seconds": number * 10}
    for name, clip in zip(("6 minutes", "an hour"), hours()):
        workspace = Workspace(clip.stem, [clip])
        costs[name] = workspace.cold() | {"seconds": length(clip)}
    for name, cost in costs.items():
        say(f"  {name}: {cost['wall']:.1f} s, {cost['rss']:.0f} MB")
    return costs


def judge(results, count):
    bars = judging.Bars()
    for name, result in results["rows"].items():
        for rival in RIVALS:
            bars.ratio(f"{name}: wall time / {rival}",
                       judging.ratios(result["costs"], "shopreel, cold", rival, "wall"), 1)
    if "memory" in results:
        costs = results["memory"]
        for small, large in (("10 clips of 10 s", f"{count} clips of 10 s"),
                             ("6 minutes", "an hour")):
            ratio = costs[large]["rss"] / costs[small]["rss"]
            bars.add(f"peak memory, {large} / {small}", f"at most {GROWTH}",
                     f"{ratio:.2f} ({costs[large]['rss']:.0f} / {costs[small]['rss']:.0f} MB)",
                     ratio <= GROWTH)
    return bars.rows


def text(results, rows, options):
    lines = ["# Ingest", "", f"Medians of {options.runs} runs, in turn on cores {measure.CORES}.",
             "", "| bar | limit | measured | |", "|---|---|---|---|"]
    lines += [f"| {row['bar']} | {row['limit']} | {row['measured']} | "
              f"{'holds' if row['pass'] else '**falls short**'} |" for row in rows]
    for name, result in results["rows"].items():
        lines += ["", f"## {name}, {result['seconds']:.0f} s", "",
                  "| | × real time | wall s | CPU s | peak MB | wall / shopreel |",
                  "|---|---|---|---|---|---|"]
        base = judging.median(result["costs"], "shopreel, cold", "wall")
        for who in result["costs"]:
            wall, cpu, size = (
                judging.median(result["costs"], who, key) for key in ("wall", "cpu", "rss"))
            lines.append(f"| {who} | {result['seconds'] / wall:.1f} | {wall:.2f} | {cpu:.2f} | "
                         f"{size:.0f} | {wall / base:.2f} |")
    if "memory" in results:
        lines += ["", "## Many clips, and long ones", "",
                  "| | × real time | wall s | CPU s | peak MB |", "|---|---|---|---|---|"]
        lines += [f"| {name} | {cost['seconds'] / cost['wall']:.1f} | {cost['wall']:.1f} | "
                  f"{cost['cpu']:.1f} | {cost['rss']:.0f} |"
                  for name, cost in results["memory"].items()]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=int(os.environ.get("RUNS", 3)))
    parser.add_argument("--clips", type=int, default=int(os.environ.get("CLIPS", 500)))
    options = parser.parse_args()
    clips = footage.clips()
    results = {"rows": {name: row(name, clip, options.runs) for name, clip in clips.items()}}
    if options.clips:
        results["memory"] = memory(options.clips)
    rows = judge(results, options.clips)
    (WORK / "report.json").write_text(json.dumps(results | {"bars": rows}, indent=1))
    (HERE / "report.md").write_text(text(results, rows, options))
    say(text(results, rows, options))


if __name__ == "__main__":
    main()
