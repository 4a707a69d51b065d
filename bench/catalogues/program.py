"""One run of the program on files in a workspace of its own."""

import json
import os
import re
import shutil
import subprocess
import time
from pathlib import Path


class Run:
    def __init__(self, options, files, folder, seconds=120):
        names = []
        for f in files:
            shutil.copy(f, folder / f.name)
            names.append(f.name)
        self.folder = folder
        quoted = ", ".join(json.dumps(n, ensure_ascii=False) for n in names)
        (folder / "shopreel.yaml").write_text(
            f"schema: workspace/1\ncatalogue: [{quoted}]\nplatforms: [douyin]\n")
        began = time.monotonic()
        out, err = open(folder / ".out", "wb"), open(folder / ".err", "wb")
        child = subprocess.Popen(
            [options.binary, "import", "-C", folder, "--format", "json"], stdout=out, stderr=err,
            stdin=subprocess.DEVNULL, env={**os.environ, "SHOPREEL_HOME": str(options.home)},
            cwd=folder)
        # Its own high-water mark: what wait4 tells counts this process's memory too.
        highest = 0
        while child.poll() is None:
            try:
                status = Path(f"/proc/{child.pid}/status").read_text()
                highest = max(highest, int(re.search(r"VmHWM:\s*(\d+)", status)[1]))
            except (OSError, TypeError):
                pass
            if time.monotonic() - began > seconds:
                child.kill()
                child.wait()
            time.sleep(0.01)
        out.close(), err.close()
        self.code = child.returncode
        self.seconds = time.monotonic() - began
        self.timed_out = self.seconds >= seconds
        self.megabytes = highest / 1024
        self.out = (folder / ".out").read_bytes()
        self.err = (folder / ".err").read_text(errors="replace")
        try:
            self.raw = (folder / "work/products.json").read_bytes()
            result = json.loads(self.raw)
        except (OSError, ValueError):
            self.raw, result = b"", {}
        self.products = result.get("products", [])
        self.problems = result.get("problems", [])
        if not self.problems:
            try:
                for stage in json.loads(self.out or b"{}").get("stages", []):
                    for f in stage.get("findings", []):
                        at = f.get("position") or {}
                        self.problems.append({
                            "file": at.get("file"), "row": at.get("line"),
                            "column": at.get("field"), "severity": f.get("severity"),
                            "message": f.get("message"), "value": f.get("value")
                        })
            except (ValueError, AttributeError):
                pass

    def crashed(self):
        if self.timed_out:
            return "took too long"
        if self.code < 0:
            return f"ended by signal {-self.code}"
        if self.code == 70 or self.code not in (0, 1, 64, 65, 66, 69, 73, 74, 75):
            return f"exit status {self.code}"
        return None
