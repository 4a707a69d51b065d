"""Films a clip: a plate that drifts, cards laid over it, damage over all, through ffmpeg."""

import subprocess

import cv2
import numpy as np

from cards import Patch


def _noise(seed, size, sigma):
    chance = np.random.default_rng(seed)
    height, width = size[1] + 32, size[0] + 32
    rough = chance.normal(0, sigma, (height // 2, width)).astype(np.float32)
    rough = np.concatenate([rough, rough[::-1]])[:height]
    return rough.clip(0, 255).astype(np.uint8), (-rough).clip(0, 255).astype(np.uint8)


class Film:
    """One clip of a specification; see conditions.py for the keys."""

    def __init__(self, spec, plates):
        self.spec = spec
        self.width, self.height = spec["size"]
        self.plates = plates
        self.chance = np.random.default_rng(spec["seed"])
        self.patches = [self._variants(show) for show in spec["shows"]]

    def _variants(self, show):
        still = Patch(show)
        moving = None
        if show.get("enter"):
            moving = Patch(dict(show, motion=max(show.get("motion", 0), show["enter"])))
        return still, moving

    def write(self, path):
        command = ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "yuv420p",
                   "-s", f"{self.width}x{self.height}", "-r", str(self.spec["fps"]), "-i", "-",
                   *self.spec["encode"], str(path)]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
            for frame in self.frames():
                process.stdin.write(frame)
            process.stdin.close()
            if process.wait() != 0:
                raise SystemExit(f"ffmpeg could not write {path}")

    def frames(self):
        spec = self.spec
        luma, u, v = self.plates.planes(spec["plate"], spec["size"], spec.get("cast", (0, 0)),
                                        spec.get("plate_blur", 0))
        curve = self._curve()
        noise = _noise(spec["seed"], spec["size"], spec["noise"]) if spec.get("noise") else None
        for index in range(int(round(spec["seconds"] * spec["fps"]))):
            time = index / spec["fps"]
            # A tripod that is touched now and then: an even drift of a few pixels.
            dx = 2 * int(14 + 12 * np.sin(time * 0.9 + spec["seed"]))
            dy = 2 * int(14 + 10 * np.sin(time * 0.7))
            planes = [luma[dy:dy + self.height, dx:dx + self.width].copy()]
            for plane in (u, v):
                planes.append(plane[dy // 2:(dy + self.height) // 2,
                                    dx // 2:(dx + self.width) // 2].copy())
            for show, variants in zip(spec["shows"], self.patches):
                if show["start"] <= time < show["end"]:
                    self._lay(show, variants, planes, time)
            if curve is not None:
                planes[0] = cv2.LUT(planes[0], curve)
            if noise:
                x, y = self.chance.integers(0, 32, 2)
                add, less = (n[y:y + self.height, x:x + self.width] for n in noise)
                planes[0] = cv2.subtract(cv2.add(planes[0], add), less)
            yield b"".join(np.ascontiguousarray(plane).tobytes() for plane in planes)

    def _curve(self):
        """Dim light, in the limited range."""
        light = self.spec.get("light", 1)
        if light == 1:
            return None
        levels = (16 + (np.arange(256) - 16.0).clip(0) * light).clip(0, 255)
        return levels.astype(np.uint8)

    def _lay(self, show, variants, planes, time):
        still, moving = variants
        place = np.array(show["at"], float)
        patch = still
        entering = show.get("enter", 0)
        if entering:
            since, left = time - show["start"], show["end"] - time
            away = max(0.0, 0.5 - since, 0.5 - left) / 0.5
            if away > 0:
                place += np.array([0.9 * self.width, 0.25 * self.height]) * away
                patch = moving
        # The hand trembles.
        place += 2 * np.round(1.2 * np.sin([time * 9 + 1, time * 7]))
        x, y = (place + patch.low).astype(int)
        self._blend(patch, planes, x - x % 2, y - y % 2, self.spec.get("cast", (0, 0)))

    def _blend(self, patch, planes, x, y, cast):
        height, width = patch.luma.shape
        left, top = max(0, x), max(0, y)
        right, bottom = min(self.width, x + width), min(self.height, y + height)
        if right - left < 2 or bottom - top < 2:
            return
        cut = (slice(top - y, bottom - y), slice(left - x, right - x))
        alpha = patch.alpha[cut]
        card = patch.luma[cut] * (219 / 255) + 16 * alpha
        under = planes[0][top:bottom, left:right]
        under[:] = (under * (1 - alpha) + card).clip(0, 255)
        small = cv2.resize(alpha, ((right - left) // 2, (bottom - top) // 2))
        for plane, shift in zip(planes[1:], cast):
            part = plane[top // 2:top // 2 + small.shape[0], left // 2:left // 2 + small.shape[1]]
            part[:] = part * (1 - small) + (128 + shift) * small
