"""A slate as the camera sees it: drawn, held at an angle, bent, lit, covered, blurred."""

import cv2
import numpy as np

from codes import modules

PER_MODULE = 12
INK, PAPER = 26.0, 232.0


def drawn(text, kind="paper", label="", level="Q", contrast=1.0):
    """The card's luma and the place of the code's middle, at 12 pixels a module."""
    cells = modules(text, level)
    side = len(cells)
    across, down = side + 10, side + (10 if kind == "bare" else 20)
    dark, light = INK, PAPER
    if kind == "phone":
        dark, light = 18.0, 240.0
    if kind == "inverted":
        dark, light = 235.0, 20.0
    middle = (dark + light) / 2
    dark, light = (middle + (v - middle) * contrast for v in (dark, light))
    card = np.full((down, across), light, np.float32)
    left, top = 5, 5 if kind == "bare" else 9
    card[top:top + side, left:left + side] = np.where(cells, dark, light)
    card = np.repeat(np.repeat(card, PER_MODULE, 0), PER_MODULE, 1)
    if kind != "bare":
        _write(card, label or text, (down - 4) * PER_MODULE, dark)
        card[:2 * PER_MODULE] = dark
        card[:2 * PER_MODULE, ::70] = light
    if kind in ("phone", "inverted"):
        card = cv2.copyMakeBorder(card, 24, 24, 14, 14, cv2.BORDER_CONSTANT, value=8.0)
        left, top = left + 14 / PER_MODULE, top + 24 / PER_MODULE
    center = ((left + side / 2) * PER_MODULE, (top + side / 2) * PER_MODULE)
    return card, center, side


def _write(card, text, baseline, ink):
    letters = np.zeros(card.shape, np.uint8)
    cv2.putText(letters, text[:18], (3 * PER_MODULE, int(baseline)), cv2.FONT_HERSHEY_SIMPLEX, 1.5,
                255, 4, cv2.LINE_AA)
    card += (ink - card) * (letters / np.float32(255))


def curled(card, center, bend):
    """Wound on an upright cylinder; `bend` is the angle in radians at the card's edge."""
    height, width = card.shape
    radius = width / 2 / bend
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    turn = np.arcsin(np.clip((x - center[0]) / radius, -0.999, 0.999))
    source_x = center[0] + radius * turn
    source_y = y - 0.25 * radius * (1 - np.cos(turn))
    bent = cv2.remap(card, source_x.astype(np.float32), source_y.astype(np.float32),
                     cv2.INTER_LINEAR, borderValue=0)
    alpha = cv2.remap(np.ones_like(card), source_x.astype(np.float32),
                      source_y.astype(np.float32), cv2.INTER_LINEAR, borderValue=0)
    return bent * (1 - 0.3 * np.abs(turn)), alpha


def covered(card, alpha, center, side, share, how):
    """A hand (luma 150) over a share of the code: from one side, or over one corner."""
    reach = side * PER_MODULE
    left, top = int(center[0] - reach / 2), int(center[1] - reach / 2)
    if how == "side":
        card[top - 30:top + reach + 30, left - 30:left + int(reach * share)] = 150
    else:
        size = int(reach * share ** 0.5)
        corner = (left + reach, top + reach)  # the corner without a finder pattern
        cv2.rectangle(card, (corner[0] - size, corner[1] - size),
                      (corner[0] + 30, corner[1] + 30), 150.0, -1)


def glared(card, center, side, share, place):
    """A lamp's reflection whose burnt-out core has this share of the code's area."""
    reach = side * PER_MODULE
    radius = reach * (share / np.pi) ** 0.5
    x, y = np.meshgrid(np.arange(card.shape[1]), np.arange(card.shape[0]))
    away = np.hypot(x - center[0] - place[0] * reach, y - center[1] - place[1] * reach)
    card += 260 * np.clip(1.6 - away / radius * 0.8, 0, 1).astype(np.float32)


def _homography(module, angle, tilt, center, size):
    """From card pixels to frame pixels about the code's middle."""
    corners = np.float32([[0, 0], [size[1], 0], [size[1], size[0]], [0, size[0]]])
    yaw, pitch = np.radians(tilt)
    turn = np.radians(angle)
    distance = 130.0  # modules from the camera
    target = []
    for x, y in (corners - np.float32(center)) / PER_MODULE:
        x, y = x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)
        x, z = x * np.cos(yaw), x * np.sin(yaw)
        y, z = y * np.cos(pitch), z + y * np.sin(pitch)
        nearness = distance / (distance + z)
        target.append((x * nearness * module, y * nearness * module))
    return corners, np.float32(target)


class Patch:
    """A card ready to be laid over frames; `luma` is premultiplied by `alpha`."""

    def __init__(self, show):
        get = show.get
        card, center, side = drawn(show["text"], get("kind", "paper"), get("label", ""),
                                   get("level", "Q"), get("contrast", 1.0))
        alpha = np.ones_like(card)
        if get("moire"):
            self._moire(card, get("moire"))
        if get("glare"):
            glared(card, center, side, *get("glare"))
        if get("cover"):
            covered(card, alpha, center, side, *get("cover"))
        if get("curl"):
            card, alpha = curled(card, center, get("curl"))
        if get("mirrored"):
            card, alpha = card[:, ::-1].copy(), alpha[:, ::-1].copy()
            center = (card.shape[1] - center[0], center[1])
        self._place(card * alpha, alpha, center, show)

    @staticmethod
    def _moire(card, strength):
        x, y = np.meshgrid(np.arange(card.shape[1]), np.arange(card.shape[0]))
        wave = np.sin(x * 0.31 + y * 0.05) + np.sin(y * 0.27 - x * 0.04)
        card *= 1 + strength * 0.5 * wave.astype(np.float32)

    def _place(self, card, alpha, center, show):
        module = show["module"]
        corners, target = _homography(module, show.get("angle", 0), show.get("tilt", (0, 0)),
                                      center, card.shape)
        blur = max(show.get("defocus", 0), show.get("motion", 0), 0) * module
        margin = int(3 * blur) + 4
        low = np.floor(target.min(0)).astype(int) - margin
        high = np.ceil(target.max(0)).astype(int) + margin
        low -= low % 2
        high += high % 2
        size = (high - low)
        shrink = min(1.0, 2.0 * module / PER_MODULE)
        if shrink < 1:
            card, alpha = (cv2.resize(p, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
                           for p in (card, alpha))
        matrix = cv2.getPerspectiveTransform(
            corners * np.float32([card.shape[1], card.shape[0]]) / corners[2],
            ((target - low) * 2).astype(np.float32))
        double = (int(size[0] * 2), int(size[1] * 2))
        luma, alpha = (cv2.warpPerspective(p, matrix, double, flags=cv2.INTER_LINEAR)
                       for p in (card, alpha))
        luma, alpha = (cv2.resize(p, (int(size[0]), int(size[1])), interpolation=cv2.INTER_AREA)
                       for p in (luma, alpha))
        self.luma, self.alpha, self.low = luma, alpha, low
        self._soften(show, module)

    def _soften(self, show, module):
        if show.get("defocus"):
            sigma = show["defocus"] * module
            self.luma, self.alpha = (cv2.GaussianBlur(p, (0, 0), sigma)
                                     for p in (self.luma, self.alpha))
        if show.get("motion"):
            self.luma, self.alpha = self.smeared(show["motion"] * module,
                                                 show.get("heading", 20))

    def smeared(self, length, heading):
        size = max(3, int(np.ceil(length)) // 2 * 2 + 3)
        kernel = np.zeros((size * 4, size * 4), np.float32)
        middle = np.array([size * 2, size * 2])
        step = np.array([np.cos(np.radians(heading)), np.sin(np.radians(heading))]) * length * 2
        cv2.line(kernel, *(tuple(int(v) for v in middle + s * step) for s in (-0.5, 0.5)), 1.0, 3)
        kernel = cv2.resize(kernel, (size, size), interpolation=cv2.INTER_AREA)
        kernel /= kernel.sum()
        return (cv2.filter2D(self.luma, -1, kernel), cv2.filter2D(self.alpha, -1, kernel))
