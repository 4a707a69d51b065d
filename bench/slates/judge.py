"""Whether a slate can be read at all, by a reader that shares nothing with ours.

A stretch is readable when its slate is within the limits of conditions.py by construction, or when
ZBar reads it in a full-size picture of its showing, or when the program read it. What belongs to
nobody, and what is inherited, needs no slate and always counts.
"""

import hashlib
import json
import subprocess

import numpy as np

PICTURES = 6  # a second


class Judge:
    def __init__(self, work):
        self.path = work / "judge.json"
        self.known = json.loads(self.path.read_text()) if self.path.exists() else {}
        try:
            from pyzbar import pyzbar
            self.zbar = pyzbar
        except ImportError:
            self.zbar = None

    def save(self):
        self.path.write_text(json.dumps(self.known, indent=0, sort_keys=True))

    def is_readable(self, clip, stretch, root):
        if stretch["slate"] is None or stretch["shot"] is None or clip["limits"]:
            return True
        return self.reads(clip, clip["shows"][stretch["slate"]], root)

    def reads(self, clip, show, root):
        path = root / clip["file"]
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        key = f"{content[:24]} {show['start']} {show['text']}"
        if key not in self.known and self.zbar:
            self.known[key] = any(
                show["text"].encode() == code.data
                for picture in self._pictures(path, show)
                for code in self.zbar.decode(picture, symbols=[self.zbar.ZBarSymbol.QRCODE]))
        return self.known.get(key, False)

    def _pictures(self, path, show):
        """As they are shown, turned by the file's metadata."""
        size = subprocess.run(
            ["ffmpeg", "-v", "error", "-i", str(path), "-frames:v", "1", "-f", "image2pipe",
             "-c:v", "pgm", "-"], stdout=subprocess.PIPE, check=True).stdout[:40]
        width, height = (int(v) for v in size.split()[1:3])
        command = ["ffmpeg", "-v", "error", "-ss", str(show["start"]), "-t",
                   str(show["end"] - show["start"]), "-i", str(path), "-vf", f"fps={PICTURES}",
                   "-f", "rawvideo", "-pix_fmt", "gray", "-"]
        raw = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
        for at in range(0, len(raw) - width * height + 1, width * height):
            yield np.frombuffer(raw, np.uint8, width * height, at).reshape(height, width)
