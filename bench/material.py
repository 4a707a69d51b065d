"""Footage that behaves like a phone's: seeded, detailed, hand-held, moving, noisy.

A scene is a field of shaded leaves (large and small discs that hide each other, as objects do) with
fine texture over it. A camera looks at a part of it with a hand's shake, a second field slides
across the first, exposure breathes, and grain is laid over all before the encoder sees it.
"""

import math
import os
import random
import shutil
import subprocess

PHONE = {"size": (1080, 1920), "codec": "h264"}
WIDE = {"size": (1920, 1080), "codec": "h264"}
LARGE = {"size": (3840, 2160), "codec": "hevc"}
CLIPS = {
    "phone-1.mp4": PHONE, "phone-2.mp4": PHONE, "phone-3.mp4": PHONE, "phone-4.mp4": PHONE,
    "phone-5.mp4": PHONE, "phone-6.mp4": PHONE, "wide-1.mp4": WIDE, "large-1.mp4": LARGE,
}
SECONDS = 10
RATE = 30
VERSION = "1"


def make(folder):
    """Makes what is missing; a changed recipe makes all anew."""
    stamp = os.path.join(folder, "version")
    if not os.path.exists(stamp) or open(stamp).read() != VERSION:
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        with open(stamp, "w") as file:
            file.write(VERSION)
    for seed, (name, kind) in enumerate(CLIPS.items(), 1):
        build(folder, name, lambda path: clip(path, seed, **kind))
    build(folder, "small-1.mp4", lambda path: shrink(folder, path))
    build(folder, "product.png", lambda path: photo(path, 99))
    build(folder, "music.m4a", music)


def build(folder, name, maker):
    path = os.path.join(folder, name)
    if os.path.exists(path):
        return
    print(f"making {name}", flush=True)
    part = os.path.join(folder, "part-" + name)
    maker(part)
    os.replace(part, path)


def ffmpeg(*arguments):
    command = ["ffmpeg", "-v", "error", "-nostdin", "-y", *map(str, arguments)]
    subprocess.run(command, check=True)


def leaves(path, width, height, seed, background=True):
    """A dead-leaves picture as a PPM; without a background, what stays empty is green."""
    dice = random.Random(seed)
    hue = dice.random() * 6
    rows = [bytearray(b"\x00\xff\x00" * width) for _ in range(height)]
    if background:
        rows = [bytearray(shade(hue, 0.5 + 0.3 * y / height) * width) for y in range(height)]
    for _ in range(6000 if background else 40):
        # Radii fall off as 1/r³, which gives pictures the statistics of natural ones.
        radius = min(width / 4, 7 / math.sqrt(1 - dice.random() * 0.9996))
        if not background:
            radius = width * (0.02 + 0.05 * dice.random())
        disc(rows, width, height, dice, radius, hue)
    with open(path, "wb") as file:
        file.write(b"P6 %d %d 255\n" % (width, height) + b"".join(rows))


def disc(rows, width, height, dice, radius, hue):
    cx, cy = dice.random() * width, dice.random() * height
    tint, light = hue + dice.gauss(0, 0.7), 0.2 + 0.6 * dice.random()
    for y in range(max(0, int(cy - radius)), min(height, int(cy + radius) + 1)):
        half = math.sqrt(max(0, radius * radius - (y - cy) ** 2))
        left, right = max(0, int(cx - half)), min(width, int(cx + half) + 1)
        if right > left:
            colour = shade(tint, light - 0.12 * (y - cy) / radius)
            rows[y][left * 3:right * 3] = colour * (right - left)


def shade(hue, light):
    """A muted colour."""
    parts = (math.cos(hue + k * 2.094) for k in range(3))
    return bytes(max(16, min(235, int(255 * (light + 0.16 * part)))) for part in parts)


def clip(path, seed, size, codec):
    width, height = size
    factor = 1.5 if codec == "h264" else 1.0
    # The camera sees `factor` times its own size, so that it moves by parts of a pixel.
    view = (int(width * factor) // 2 * 2, int(height * factor) // 2 * 2)
    far, near = path + ".far.ppm", path + ".near.ppm"
    leaves(far, int(view[0] * 1.25), int(view[1] * 1.25), seed)
    leaves(near, view[0], view[1], seed + 1000, background=False)
    try:
        ffmpeg(
            "-i", far, "-i", near, "-filter_complex", graph(seed, view, size), "-map", "[out]",
            "-t", SECONDS, "-r", RATE,
            "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709",
            *encoder(codec), path)
    finally:
        os.remove(far)
        os.remove(near)


def graph(seed, view, size):
    dice = random.Random(seed * 7919)
    shake = [sway(dice, view[0] * 0.011), sway(dice, view[1] * 0.007)]
    pan = dice.choice([-1, 1]) * 0.009
    x = f"(iw-ow)*(0.5+{pan}*(t-5))+{shake[0]}"
    y = f"(ih-oh)*(0.5+{pan / 2}*(t-5))+{shake[1]}"
    slide = f"W*(0.35*sin(0.5*t+{seed}))"
    grain = 4
    # A still is prepared once and then held; only what moves is worked out for each picture.
    hold = f"loop=loop=-1:size=1,setpts=N/{RATE}/TB,fps={RATE}"
    return (
        f"[0:v]noise=all_seed={seed}:c0s=22:c0f=a,boxblur=1:1,"
        f"scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,{hold},"
        f"rotate='0.006*sin(1.1*t+{seed})':bilinear=1,crop={view[0]}:{view[1]}:'{x}':'{y}'[far];"
        f"[1:v]chromakey=0x00ff00:0.12:0.02,format=yuva420p,{hold}[near];"
        f"[far][near]overlay=x='{slide}':y='{shake[1]}':eval=frame,"
        f"scale={size[0]}:{size[1]}:flags=bilinear,"
        f"eq=brightness='0.02*sin(0.9*t+{seed})':eval=frame,"
        f"noise=all_seed={seed + 500}:c0s={grain}:c0f=t:c1s=2:c1f=t:c2s=2:c2f=t[out]")


def sway(dice, reach):
    """A hand: three slow waves that never meet again."""
    waves = [(reach, 1.3), (reach / 3, 4.1), (reach / 9, 11.0)]
    return "+".join(
        f"{a:.2f}*sin({f * (0.8 + 0.4 * dice.random()):.3f}*t+{6 * dice.random():.3f})"
        for a, f in waves)


def encoder(codec):
    if codec == "hevc":
        return [
            "-c:v", "libx265", "-preset", "ultrafast", "-pix_fmt", "yuv420p10le", "-tag:v", "hvc1",
            "-x265-params", "log-level=error:keyint=30:bitrate=40000"]
    return [
        "-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high", "-pix_fmt", "yuv420p",
        "-g", 30, "-b:v", "14M", "-maxrate", "18M", "-bufsize", "18M"]


def shrink(folder, path):
    """A clip of 180×320 for drafts that are counted rather than looked at."""
    ffmpeg(
        "-i", os.path.join(folder, "phone-1.mp4"), "-vf", "scale=180:320", "-an",
        "-c:v", "libx264", "-preset", "veryfast", "-crf", 20, "-g", 30, path)


def photo(path, seed):
    ppm = path + ".ppm"
    leaves(ppm, 1200, 1200, seed)
    ffmpeg("-i", ppm, path)
    os.remove(ppm)


def music(path):
    chords = [(220, 277.2, 329.6), (196, 246.9, 293.7), (174.6, 220, 261.6), (196, 246.9, 329.6)]
    beat = "(0.55+0.45*exp(-6*mod(t,0.5)))"
    tones = "+".join(
        f"between(mod(t,8),{2 * i},{2 * i + 2})*sin({tone}*2*PI*t)"
        for i, chord in enumerate(chords) for tone in chord)
    ffmpeg(
        "-f", "lavfi", "-i", f"aevalsrc='0.16*{beat}*({tones})|0.15*{beat}*({tones})':s=48000:d=60",
        "-c:a", "aac", "-b:a", "192k", path)


if __name__ == "__main__":
    make(os.path.join(os.path.dirname(os.path.abspath(__file__)), "material"))
