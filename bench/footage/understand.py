#!/usr/bin/env python3
"""Ingests every file at hand and holds what was understood against ffprobe, Pillow and the manifest.

    understand.py [--binary FILE] [--home DIR] [--footage DIR] [--only TEXT] [--seconds N] [--keep]

Each file gets a product of its own, so that none is passed by for want of an owner. Exit status 1
when the program crashes or hangs, or when a disagreement has no explanation; 2 when it cannot be
tried. Writes report.md and report.tsv.
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

import judging
import program
import truth

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    build = Path(os.environ.get("SHOPREEL_BIN", CHECKOUT / ".build/release"))
    shared = Path(os.environ.get("SHOPREEL_SHARED", CHECKOUT.parent / "shared"))
    parser.add_argument("--binary", type=Path, default=build / "shopreel")
    parser.add_argument("--home", type=Path, default=CHECKOUT, help="where presets are")
    parser.add_argument("--footage", type=Path, default=shared / "footage")
    parser.add_argument("--only", default="", help="files whose path holds this")
    parser.add_argument("--seconds", type=float, default=60, help="time limit for one file")
    parser.add_argument("--megabytes", type=int, default=3000, help="memory limit")
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--keep", action="store_true", help="keep the workspace")
    options = parser.parse_args()
    options.binary = options.binary.resolve()
    return options


def area(name):
    """The workspace folder that a person would lay the file into."""
    parts, ending = name.split("/"), name.rsplit(".", 1)[-1].lower()
    if parts[0] == "images" and ending not in ("txt", "md", "json", "csv", "tsv"):
        return "photos"
    if parts[0] == "audio":
        return "music" if parts[1] == "music" else "voice"
    return "footage"


def workspace(options, names, top):
    """Copies of all files, and a product for each."""
    places = {}
    with open(top / "catalogue.csv", "w") as catalogue:
        catalogue.write("sku,title,price,stock\n")
        for number, name in enumerate(names):
            sku = f"M{number:04}"
            catalogue.write(f"{sku},Thing number {number},9.90,5\n")
            place = f"{area(name)}/{sku}/{name.rsplit('/', 1)[-1]}"
            (top / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(options.footage / name, top / place)
            places[place] = name
    # Short clips are facts too, and every track may be used.
    preset = (options.home / "presets/ingest/default.yaml").read_text()
    for key, value in (("minimum", 0.1), ("settle", 0), ("after_slate", 0), ("before_slate", 0)):
        preset = re.sub(rf"(?m)^(  {key}): .*$", rf"\1: {value}", preset)
    (top / "presets/ingest").mkdir(parents=True)
    (top / "presets/ingest/default.yaml").write_text(preset)
    tracks = [p[len("music/"):] for p in places if p.startswith("music/")]
    if tracks:
        (top / "music/music.yaml").write_text("schema: music/1\ntracks:\n" + "".join(
            f"  - {{file: {json.dumps(t)}, title: t, licence: CC0}}\n" for t in tracks))
    (top / "shopreel.yaml").write_text(
        "schema: workspace/1\nid: MTRL\ncatalogue: catalogue.csv\nplatforms: [douyin]\n")
    return places


def main():
    options = arguments()
    if not options.footage.is_dir():
        print(f"skipped: no footage at {options.footage}")
        return 0
    names = sorted(
        str(f.relative_to(options.footage)) for f in options.footage.rglob("*") if f.is_file())
    names = [n for n in names if options.only in n]
    manifest = truth.manifest(options.footage / "MANIFEST.tsv")
    top = Path(tempfile.mkdtemp(prefix="footage-"))
    try:
        places = workspace(options, names, top)
        before = program.stamps(top, places)
        run = program.ingest(options, top)
        if run.takes is None:
            print(f"the program cannot be tried: {run.end}\n{run.err[-800:]}", file=sys.stderr)
            return 2
        changed = [p for p, s in program.stamps(top, places).items() if before[p] != s]
        rows = [
            judging.row(name, place, run, truth.facts(options.footage / name), manifest.get(name))
            for place, name in places.items()]
        return judging.report(options, run, rows, changed)
    finally:
        if options.keep:
            print(f"workspace: {top}")
        else:
            shutil.rmtree(top, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
