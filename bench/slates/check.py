"""Has the program file the clips, and holds what it filed against the truth.

A stretch is filed right when a take of its shot lies in it, and covers half of it; wrong when any
take gives it to another shot; not filed otherwise. The judge of what is readable: see judge.py.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
WORK = HERE / "work"
sys.path.insert(0, str(HERE))
from judge import Judge  # noqa: E402
from make import program  # noqa: E402
from report import Report  # noqa: E402


def overlap(take, start, end):
    return min(take["out"], end) - max(take["in"], start)


class Outcome:
    """What became of one stretch."""

    def __init__(self, clip, stretch, takes, orphans):
        self.clip, self.stretch, self.orphans = clip, stretch, orphans
        start, end = stretch["start"], stretch["end"]
        self.length = end - start
        inside = [t for t in takes if overlap(t, start, end) > 0.1]
        self.others = [t for t in inside if t["shot"] != stretch["shot"]]
        self.own = [t for t in inside if t["shot"] == stretch["shot"]]
        self.shown = [t for t in inside for s in clip["shows"]
                      if s.get("kind") != "bare" and overlap(t, s["start"], s["end"]) > 0.05]
        covered = sum(overlap(t, start, end) for t in self.own)
        self.is_right = bool(self.own) and not self.others and covered >= self.length * 0.5

    @property
    def verdict(self):
        if self.others:
            return "wrong"
        if self.stretch["shot"] is None:
            return "right" if self._says_why else "unnamed"
        return "right" if self.is_right else "not filed"

    @property
    def _says_why(self):
        """What belongs to nobody is named, with the reason."""
        reason = self.stretch["reason"]
        return any(reason in orphan for orphan in self.orphans) if reason else bool(self.orphans)

    @property
    def remarks(self):
        found = []
        if self.shown:
            found.append("the slate is in the take")
        for take in self.own:
            if take["filed_by"] != self.stretch["by"]:
                found.append(f"filed by {take['filed_by']}, not {self.stretch['by']}")
            if take["status"] != self.stretch["status"]:
                found.append(f"marked {take['status']}, not {self.stretch['status']}")
        if self.others:
            by = ", ".join(sorted({t["filed_by"] for t in self.others}))
            found.append(f"filed as another shot's, by {by}")
        if self.verdict in ("not filed", "unnamed"):
            found.append("; ".join(self.orphans) or "no orphan either")
        return found


def ingest(root):
    # The ledger remembers what earlier looks have found; the shot list stays as it is.
    for name in ("takes.json", "ledger.sqlite", "ledger.sqlite-journal"):
        (root / "work" / name).unlink(missing_ok=True)
    began = time.monotonic()
    done = subprocess.run([program(), "ingest", "-C", str(root), "--quiet"],
                          stderr=subprocess.PIPE, text=True)
    took = time.monotonic() - began
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr[-2000:] + f"'shopreel ingest' ended with {done.returncode}")
    return json.loads((root / "work" / "takes.json").read_text()), took


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--again", action="store_true", help="judge the last takes.json once more")
    options = parser.parse_args()
    root = WORK / "shop"
    clips = json.loads((WORK / "truth.json").read_text())
    if options.again:
        takes, took = json.loads((root / "work" / "takes.json").read_text()), None
    else:
        takes, took = ingest(root)
    by_file, orphans = {}, {}
    for take in takes["takes"]:
        by_file.setdefault(take["file"], []).append(take)
    for orphan in takes["orphans"] + takes["broken"]:
        orphans.setdefault(orphan["file"], []).append(orphan["reason"])
    judge = Judge(WORK)
    outcomes = []
    for clip in clips:
        for stretch in clip["truth"]:
            outcome = Outcome(clip, stretch, by_file.get(clip["file"], []),
                              orphans.get(clip["file"], []))
            outcome.readable = judge.is_readable(clip, stretch, root) or (
                outcome.is_right and stretch["by"] != "inherited")
            outcomes.append(outcome)
    judge.save()
    report = Report(outcomes, clips, took)
    print(report.text)
    (HERE / "report.md").write_text(report.text)
    return 0


if __name__ == "__main__":
    os.chdir(HERE)
    sys.exit(main())
