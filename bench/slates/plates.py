"""What stands behind the slates: real photos where they are at hand, made ones otherwise."""

import os
from pathlib import Path

import cv2
import numpy as np

SHARED = Path(os.environ.get("SHOPREEL_SHARED", Path(__file__).parents[3] / "shared"))
FOLDERS = ("boutique", "saleor", "groceries", "cosmetics_live", "outdoor_eshop")


def photos():
    found = []
    for folder in FOLDERS:
        root = SHARED / "footage" / "images" / folder
        paths = sorted(p for p in root.rglob("*") if p.suffix.lower() in (".jpg", ".jpeg"))
        found += paths[:12]
    return found


def _made(seed, size):
    """Shelves, boxes and round things."""
    width, height = size
    chance = np.random.default_rng(seed)
    low = chance.integers(60, 200, (9, 7, 3)).astype(np.uint8)
    image = cv2.resize(low, size, interpolation=cv2.INTER_CUBIC)
    for _ in range(60):
        color = tuple(int(c) for c in chance.integers(20, 235, 3))
        x, y = int(chance.integers(0, width)), int(chance.integers(0, height))
        reach = int(chance.integers(20, max(21, width // 6)))
        if chance.random() < 0.5:
            cv2.rectangle(image, (x, y), (x + reach, y + reach * 2 // 3), color, -1)
        else:
            cv2.circle(image, (x, y), reach // 2, color, -1)
    return image


class Plates:
    """Pictures a little larger than the frame, as planes of I420, to move about in."""

    MARGIN = 64

    def __init__(self):
        self.paths = photos()

    def planes(self, seed, size, cast=(0, 0), blur=0):
        wide = (size[0] + self.MARGIN, size[1] + self.MARGIN)
        image = self._picture(seed, wide)
        if blur > 0:
            image = cv2.GaussianBlur(image, (0, 0), blur)
        yuv = cv2.cvtColor(image, cv2.COLOR_BGR2YUV_I420)
        width, height = wide
        luma = yuv[:height].copy()
        luma = (16 + luma.astype(np.float32) * (219 / 255)).clip(16, 235).astype(np.uint8)
        chroma = yuv[height:].reshape(2, height // 2, width // 2)
        u, v = (np.clip(p.astype(int) + c, 0, 255).astype(np.uint8) for p, c in zip(chroma, cast))
        return luma, u, v

    def _picture(self, seed, size):
        image = None
        if self.paths:
            image = cv2.imread(str(self.paths[seed % len(self.paths)]))
        if image is None:
            return _made(seed, size)
        scale = max(size[0] / image.shape[1], size[1] / image.shape[0])
        image = cv2.resize(image, None, fx=scale + 1e-3, fy=scale + 1e-3,
                           interpolation=cv2.INTER_LINEAR)
        top, left = (image.shape[0] - size[1]) // 2, (image.shape[1] - size[0]) // 2
        image = image[top:top + size[1], left:left + size[0]]
        # Shop photos are mostly white; a set is not.
        return (image.astype(np.float32) * 0.72 + _made(seed, size) * 0.2).astype(np.uint8)
