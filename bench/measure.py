"""What a command costs: processor seconds of all its processes, time on the wall, largest memory."""

import os
import shutil
import subprocess
import time

CORES = "0,1"


class Failed(Exception):
    pass


def run(command, log, answer=None, accepted=(0,)):
    """Runs a command on the bench's cores and gives its cost; children count once waited for.

    What it prints goes to `log`, or to `answer` where that is a file. Exit statuses other than
    those accepted fail.
    """
    if shutil.which("taskset"):
        command = ["taskset", "-c", CORES, *command]
    with open(log, "ab") as output, open(answer or os.devnull, "wb") as said:
        start = time.monotonic()
        child = subprocess.Popen(
            list(map(str, command)), stdin=subprocess.DEVNULL, stderr=output,
            stdout=said if answer else output)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in accepted:
        tail = open(log, errors="replace").read()[-800:]
        raise Failed(f"{' '.join(map(str, command))[:400]} ended with {child.returncode}:\n{tail}")
    # Linux counts kilobytes, macOS bytes.
    unit = 1e6 if os.uname().sysname == "Darwin" else 1e3
    return {
        "cpu": usage.ru_utime + usage.ru_stime, "wall": wall, "rss": usage.ru_maxrss / unit,
    }


def add(costs):
    """The cost of commands that run one after the other."""
    return {
        "cpu": sum(cost["cpu"] for cost in costs), "wall": sum(cost["wall"] for cost in costs),
        "rss": max(cost["rss"] for cost in costs),
    }
