"""What other readers say of a file: ffprobe, Pillow and the manifest."""

import csv
import json
import re
import subprocess
import warnings
from fractions import Fraction

from PIL import Image, ImageOps

warnings.filterwarnings("ignore", module="PIL")

HDR = {"arib-std-b67": "hlg", "smpte2084": "pq"}


def manifest(path):
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return {row["path"]: row for row in csv.DictReader(
                file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    except OSError:
        return {}


def probe(path, *more):
    try:
        done = subprocess.run(
            ["ffprobe", "-v", "error", *more, "-of", "json", f"file:{path}"], capture_output=True,
            timeout=120, stdin=subprocess.DEVNULL)
        return json.loads(done.stdout or b"{}")
    except (subprocess.TimeoutExpired, ValueError):
        return {}


def number(text):
    try:
        return float(Fraction(text))
    except (TypeError, ValueError, ZeroDivisionError):
        return None


def rank(stream):
    """No cover, a known picture, the default one, the largest."""
    tags = stream.get("disposition", {})
    return (not tags.get("attached_pic"), bool(stream.get("pix_fmt")), tags.get("default", 0),
            stream.get("width", 0) * stream.get("height", 0), -stream["index"])


def facts(path):
    """By ffprobe, a photo's by Pillow; None for each fact that neither knows."""
    known = dict.fromkeys(
        ("width", "height", "rate", "turn", "hdr", "sound", "length", "alpha", "codec", "by"))
    photo = photo_facts(path)
    if photo:
        return {**known, **photo}
    # First pictures of every stream: what the container does not say stands in them.
    found = probe(path, "-show_streams", "-show_format", "-show_frames", "-read_intervals", "%+#40")
    streams = found.get("streams", [])
    if any(s.get("codec_name") == "ansi" for s in streams):
        return known  # any text is a terminal's picture to ffprobe
    pictures = [s for s in streams if s.get("codec_type") == "video"
                and not s["disposition"].get("attached_pic")]
    sounds = [s for s in streams if s.get("codec_type") == "audio"]
    if not pictures and not sounds:
        return known
    known.update(by="ffprobe", sound=bool(sounds))
    if pictures:
        video = max(pictures, key=rank)
        frame = next((f for f in found.get("frames", [])
                      if f.get("stream_index") == video["index"]), {})
        known.update(video_facts(video, frame))
    else:
        video = sounds[0]
        known["codec"] = video.get("codec_name")
    lengths = [video.get("duration"), found.get("format", {}).get("duration")]
    known["length"] = next((number(x) for x in lengths if number(x)), None) or last(path, video)
    return known


def video_facts(video, frame):
    sar = frame.get("sample_aspect_ratio") or video.get("sample_aspect_ratio") or "1:1"
    aspect = number(sar.replace(":", "/")) or 1
    width = round(frame.get("width", video.get("width", 0)) * aspect)
    height = frame.get("height", video.get("height", 0))
    sides = video.get("side_data_list", []) + frame.get("side_data_list", [])
    turn = next((-int(s["rotation"]) % 360 for s in sides if "rotation" in s), 0)
    if turn in (90, 270):
        width, height = height, width
    rates = [number(video.get("avg_frame_rate")), number(video.get("r_frame_rate"))]
    return dict(
        width=width, height=height, turn=turn, codec=video.get("codec_name"),
        rate=next((r for r in rates if r), None),
        hdr=HDR.get(frame.get("color_transfer") or video.get("color_transfer"), ""))


def last(path, stream):
    """Where the container names no length: the end of the last packet."""
    packets = probe(path, "-select_streams", str(stream["index"]), "-show_entries",
                    "packet=pts_time,duration_time").get("packets", [])
    ends = [float(p["pts_time"]) + float(p.get("duration_time", 0))
            for p in packets if "pts_time" in p]
    return max(ends) - min(float(p["pts_time"]) for p in packets if "pts_time" in p) if ends else None


def photo_facts(path):
    """Upright size and whether anything shows through, by Pillow; None for what it cannot read."""
    try:
        with Image.open(path) as image:
            if image.format in ("MPEG", "MPO") and path.suffix.lower() not in (".jpg", ".jpeg"):
                return None
            if image.format == "GIF" and image.n_frames > 1 and "clips" in path.parts:
                return None
            image.load()
            upright = ImageOps.exif_transpose(image)
            alpha = upright.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
            if alpha:
                alpha = upright.convert("RGBA").getchannel("A").getextrema()[0] < 255
            return dict(width=upright.width, height=upright.height, alpha=alpha, by="Pillow",
                        codec=image.format.lower())
    except Exception:  # Pillow raises whatever its plugins raise
        return None


def manifest_size(row):
    """Upright width and height as the manifest has them, or None."""
    text = (row or {}).get("size_rotation") or ""
    found = re.search(r"(\d+)x(\d+)", text)
    if not found:
        return None
    width, height = int(found[1]), int(found[2])
    turned = re.search(r"orient=[5-8]|rot-?(90|270)", text)
    return (height, width) if turned else (width, height)
