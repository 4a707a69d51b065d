#!/usr/bin/env python3
"""Damages small real files by a seed and ingests them: none may crash, hang or go unnamed.

    fuzz.py [--binary FILE] [--home DIR] [--footage DIR] [--count N] [--seed N] [--keep DIR]

Exit status 1 when the program crashes or hangs, or when a file is neither used nor named.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

import program
import understand

# A file whose damage hit its first bytes may claim to be no media at all.
ENDINGS = {".mp4", ".mov", ".MOV", ".mkv", ".webm", ".avi", ".ts", ".mts", ".3gp", ".gif", ".jpg",
           ".png", ".webp", ".heic", ".HEIC", ".avif", ".wav", ".flac", ".ogg"}
LARGEST = 800_000
BATCH = 25


def damaged(data, rng, others):
    """One way to break a file, and its name."""
    data = bytearray(data)
    kind = rng.choice(("cut", "flips", "flips", "head", "hole", "swap", "tail", "zeros"))
    if kind == "cut":
        del data[rng.randrange(1, len(data)):]
    elif kind == "flips":
        for _ in range(rng.choice((1, 5, 50, 500))):
            data[rng.randrange(len(data))] = rng.randrange(256)
    elif kind == "head":  # where sizes and counts stand
        for _ in range(rng.choice((1, 4, 16))):
            data[rng.randrange(min(1024, len(data)))] = rng.choice((0, 1, 127, 128, 255))
    elif kind == "hole":
        at = rng.randrange(len(data))
        del data[at:at + rng.randrange(1, 4096)]
    elif kind == "swap":  # another format's beginning
        other = rng.choice(others).read_bytes()[:rng.choice((16, 64, 512))]
        data[:len(other)] = other
    elif kind == "tail":
        data += bytes(rng.randrange(256) for _ in range(rng.randrange(1, 4096)))
    else:
        at = rng.randrange(len(data))
        end = min(len(data), at + rng.randrange(1, 65536))
        data[at:end] = bytes(end - at)
    return kind, bytes(data)


def batch(options, files, number):
    """Ingests some files; returns what became of each, and how the run ended."""
    top = Path(tempfile.mkdtemp(prefix="fuzz-"))
    try:
        with open(top / "catalogue.csv", "w") as catalogue:
            catalogue.write("sku,title,price,stock\n")
            for index, (name, data) in enumerate(files):
                place = top / f"footage/F{index:03}" / name
                place.parent.mkdir(parents=True)
                place.write_bytes(data)
                catalogue.write(f"F{index:03},Thing number {index},9.90,5\n")
        (top / "shopreel.yaml").write_text(
            "schema: workspace/1\nid: FUZZ\ncatalogue: catalogue.csv\nplatforms: [douyin]\n")
        run = program.ingest(options, top)
        takes = run.takes or {}
        known = {
            item["file"]: state for state, group in (
                ("orphan", "orphans"), ("broken", "broken"), ("used", "takes"), ("used", "photos"),
                ("used", "voices"), ("used", "music")) for item in takes.get(group, [])}
        states = [known.get(f"footage/F{index:03}/{name}") for index, (name, _) in enumerate(files)]
        return states, run
    finally:
        shutil.rmtree(top, ignore_errors=True)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    build = Path(os.environ.get("SHOPREEL_BIN", understand.CHECKOUT / ".build/release"))
    shared = Path(os.environ.get("SHOPREEL_SHARED", understand.CHECKOUT.parent / "shared"))
    parser.add_argument("--binary", type=Path, default=build / "shopreel")
    parser.add_argument("--home", type=Path, default=understand.CHECKOUT)
    parser.add_argument("--footage", type=Path, default=shared / "footage")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--megabytes", type=int, default=3000)
    parser.add_argument("--keep", type=Path, help="where files that fail are laid")
    options = parser.parse_args()
    options.binary = options.binary.resolve()
    return options


def main():
    options = arguments()
    whole = sorted(
        f for f in options.footage.rglob("*")
        if f.suffix in ENDINGS and 0 < f.stat().st_size < LARGEST
        and "groceries" not in f.parts and "saleor" not in f.parts)
    if not whole:
        print(f"skipped: no footage at {options.footage}")
        return 0
    rng = random.Random(options.seed)
    files = []
    for number in range(options.count):
        source = rng.choice(whole)
        kind, data = damaged(source.read_bytes(), rng, whole)
        files.append((f"{number:03}-{kind}-{source.name}", data))
    failed, totals, slowest, most = [], Counter(), (0, ""), 0
    for start in range(0, len(files), BATCH):
        part = files[start:start + BATCH]
        states, run = batch(options, part, start)
        if run.end or run.takes is None:  # which of them was it?
            failed.append(f"{run.end or run.err[-300:]}")
            states = []
            for item in part:
                one, alone = batch(options, [item], start)
                states += one
                if alone.end or alone.takes is None:
                    failed.append(f"{item[0]}: {alone.end or alone.err[-300:]}")
        for (name, data), state in zip(part, states):
            totals[state or "unnamed"] += 1
            if state is None:
                failed.append(f"{name}: neither used nor named")
            if options.keep and any(f.startswith(name) for f in failed):
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / name).write_bytes(data)
        most = max(most, run.megabytes)
        slowest = max([slowest] + [(s, n) for n, s in run.seconds.items()])
    print(f"{len(files)} damaged files, seed {options.seed}: "
          + ", ".join(f"{n} {s}" for s, n in sorted(totals.items()))
          + f"; slowest {slowest[1]} {slowest[0]:.1f} s; {most:.0f} MB at most")
    for line in failed:
        print(f"- {line}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
