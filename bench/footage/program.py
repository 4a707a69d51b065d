"""One ingest of a workspace, watched: seconds for each file, memory, how it ended."""

import csv
import hashlib
import json
import os
import re
import subprocess
import threading
import time
from pathlib import Path


def stamps(top, places):
    """Checksum and time of last writing of each file."""
    return {
        place: (hashlib.sha256((top / place).read_bytes()).hexdigest(),
                (top / place).stat().st_mtime_ns)
        for place in places}


class Ingest:
    def __init__(self):
        self.seconds, self.total, self.megabytes = {}, 0.0, 0.0
        self.end, self.err = "", ""
        self.takes = self.table = None


def command(options, verb, top, *more):
    return dict(
        args=[options.binary, verb, "-C", top, *more], stdin=subprocess.DEVNULL, cwd=top,
        env={**os.environ, "SHOPREEL_HOME": str(options.home)})


def prepare(options, top):
    """The stages before; the products are out of stock, so nothing is written for them."""
    for verb in ("import", "select", "script"):
        subprocess.run(
            **command(options, verb, top), capture_output=True, timeout=600, check=False)


def ingest(options, top):
    prepare(options, top)
    run = Ingest()
    began = last = time.monotonic()
    child = subprocess.Popen(
        **command(options, "ingest", top, "--jobs", "1", "--verbose"), stdout=subprocess.PIPE,
        stderr=subprocess.PIPE)
    lines, told = [], [began]

    def listen():
        nonlocal last
        for raw in child.stderr:
            line = raw.decode("utf-8", "replace").rstrip("\n")
            now = time.monotonic()
            found = re.match(r"\[\d+/\d+\] ingest (.*?): ", line)
            if found:
                run.seconds[found[1]] = now - last
                last = told[0] = now
            lines.append(line)

    threads = [threading.Thread(target=listen), threading.Thread(target=child.stdout.read)]
    for thread in threads:
        thread.start()
    while child.poll() is None:
        try:
            status = Path(f"/proc/{child.pid}/status").read_text()
            run.megabytes = max(run.megabytes, int(re.search(r"VmHWM:\s*(\d+)", status)[1]) / 1024)
        except (OSError, TypeError):
            pass
        if time.monotonic() - told[0] > options.seconds:
            run.end = f"hangs: nothing for {options.seconds:.0f} s after {list(run.seconds)[-1:]}"
        if run.megabytes > options.megabytes:
            run.end = f"takes {run.megabytes:.0f} MB"
        if run.end:
            child.kill()
        time.sleep(0.05)
    for thread in threads:
        thread.join()
    run.total, run.err = time.monotonic() - began, "\n".join(lines)
    if not run.end and child.returncode not in (0, 1):
        run.end = f"ends with {child.returncode} after {list(run.seconds)[-1:]}"
    try:
        run.takes = json.loads((top / "work/takes.json").read_text())
    except (OSError, ValueError):
        return run
    table = top / "work/footage.csv"
    if table.exists():
        with open(table, encoding="utf-8-sig", newline="") as file:
            # Headings are in two languages, such as '文件 File'.
            rows = csv.reader(file)
            keys = [re.sub(r"\W+s?\W*$", "", k.split(" ", 1)[-1]).lower() for k in next(rows)]
            run.table = {r[0]: dict(zip(keys, r)) for r in rows}
    return run
