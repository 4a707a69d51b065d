#!/usr/bin/env python3
"""Reads every made file with shopreel and compares with its truth and with another reader.

    check.py [--binary FILE] [--home DIR] [--shared DIR] [--only TEXT] [--jobs N] [--force] [--keep]

Exit status 1 when a file falls short, 2 when the program cannot be tried. Writes report.json and
report.md.
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import listing
from at_hand import judge_shared
from comparing import compare
from judging import judge_hostile
from program import Run

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
BINARY = Path(os.environ.get("SHOPREEL_BIN", CHECKOUT / ".build/release")) / "shopreel"
SHARED = Path(os.environ.get("SHOPREEL_SHARED", CHECKOUT.parent / "shared"))
KINDS = ("books", "feeds", "hostile", "shared")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", type=Path, default=BINARY)
    parser.add_argument("--home", type=Path, default=CHECKOUT, help="where presets and assets are")
    parser.add_argument("--books", type=Path, default=HERE / "work", help="the made files")
    parser.add_argument("--shared", type=Path, default=SHARED, help="catalogues at hand, if any")
    parser.add_argument("--only", default="", help="files whose name holds this")
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--force", action="store_true", help="go on though the program reads no plain file")
    parser.add_argument("--keep", action="store_true", help="keep the workspaces")
    options = parser.parse_args()
    options.binary = options.binary.resolve()
    return options


def try_plain(options, top):
    """A program that cannot read two plain rows is not at fault with any other file."""
    (top / "first").mkdir()
    plain = top / "plain.csv"
    plain.write_text(
        "sku,title,price,stock\nA1,Canvas Tote Bag,36.00,5\nA2,Stoneware Mug,24.00,7\n")
    first = Run(options, [plain], top / "first")
    if len(first.products) != 2 and not options.force:
        print(
            f"{options.binary} with {options.home} does not read two plain rows:\n"
            f"{first.err[:800]}", file=sys.stderr)
        sys.exit(2)


class Tasks:
    """Files and what is to be done with each, in workspaces below a folder."""

    def __init__(self, options, top):
        self.options = options
        self.top = top
        self.all = []

    def add(self, key, work):
        def task():
            folder = self.top / "a/b" / re.sub(r"[^\w.-]", "_", key)
            folder.mkdir(parents=True)
            row = work(folder)
            if not self.options.keep:
                shutil.rmtree(folder, ignore_errors=True)
            return {"kind": key.split("/")[0], **row}

        if self.options.only in key:
            self.all.append(task)

    def told(self, path, kind):
        truth = json.loads(path.read_text())
        file = path.parent / truth["file"]

        def hostile(folder):
            seconds = max(60, truth["limits"]["seconds"] * 2)
            return judge_hostile(file, truth, Run(self.options, [file], folder, seconds))

        def read(folder):
            files = [*(path.parent / name for name in truth["with"]), file]
            row = compare(file, truth, Run(self.options, files, folder))
            return row | {"file": file.name if kind == "books" else f"feeds/{file.name}"}

        self.add(f"{kind}/{file.name}", hostile if kind == "hostile" else read)

    def shared(self, path):
        options = self.options
        self.add(
            f"shared/{path.relative_to(options.shared)}",
            lambda folder: judge_shared(path, options.shared, Run(options, [path], folder)))

    def gather(self):
        books = self.options.books
        for kind, folder in zip(KINDS, (books, books / "feeds", books / "hostile")):
            for path in sorted(folder.glob("*.truth.json")):
                if "rows" not in json.loads(path.read_text()):
                    self.told(path, kind)
        found = [
            *(self.options.shared / "catalogues").rglob("*"),
            *(self.options.shared / "footage/images").glob("*/*")
        ]
        for path in sorted(found):
            if path.suffix in (".json", ".csv", ".tsv", ".xml", ".xlsx"):
                self.shared(path)
        return self


def main():
    options = arguments()
    top = Path(tempfile.mkdtemp(prefix="books-"))
    try_plain(options, top)
    tasks = Tasks(options, top).gather()
    if not tasks.all:
        sys.exit("no files: run make/make_all.py first")
    rows = []
    with ThreadPoolExecutor(options.jobs) as pool:
        for row in pool.map(lambda task: task(), tasks.all):
            rows.append(row)
            print(listing.line(row), flush=True)
    if not options.keep:
        shutil.rmtree(top, ignore_errors=True)
    summary = listing.summary(KINDS, rows)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "report.json").write_text(
        json.dumps({"summary": summary, "files": rows}, ensure_ascii=False, indent=1) + "\n")
    speed = options.books / "speed.md"
    (options.out / "report.md").write_text(
        listing.markdown(summary, rows) + (speed.read_text() if speed.exists() else ""))
    print("\n" + "\n".join(listing.totals(kind, one) for kind, one in summary.items()))
    sys.exit(any(row["verdict"] not in ("ok", "no expectation") for row in rows))


if __name__ == "__main__":
    main()
