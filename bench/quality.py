"""What came out: frames, seconds, likeness, bytes, and dips where spans meet."""

import json
import os
import re
import statistics
import subprocess


def facts(path):
    found = json.loads(subprocess.check_output(
        ["ffprobe", "-v", "error", "-count_packets", "-show_entries",
         "stream=codec_type,nb_read_packets,width,height,duration", "-of", "json", path]))
    video = next(s for s in found["streams"] if s["codec_type"] == "video")
    sizes = subprocess.check_output(
        ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "packet=size",
         "-of", "csv=p=0", path], text=True)
    return {
        "frames": int(video["nb_read_packets"]), "seconds": float(video["duration"]),
        "width": video["width"], "height": video["height"],
        "picture_bytes": sum(int(line.strip(",")) for line in sizes.split()),
    }


def likeness(path, reference):
    """SSIM of each frame's luma against a reference."""
    log = path + ".ssim"
    subprocess.run(
        ["ffmpeg", "-v", "error", "-nostdin", "-i", os.path.basename(path), "-i", reference,
         "-lavfi", f"[0:v]setpts=N/30/TB[a];[1:v]setpts=N/30/TB[b];[a][b]ssim=f={os.path.basename(log)}",
         "-f", "null", "-"], check=True, cwd=os.path.dirname(path))
    with open(log) as file:
        values = [float(value) for value in re.findall(r"Y:([0-9.]+)", file.read())]
    os.remove(log)
    return values


def mean(values):
    return statistics.fmean(values)


def borders(edit):
    """Frames where a picture or the words over it change."""
    marks, at = set(), 0
    for cut in edit["cuts"]:
        at += cut["frames"]
        marks.add(at)
    for layer in edit["layers"]:
        marks |= {layer["from"], layer["to"]}
    return sorted(mark for mark in marks if 0 < mark < at)


def dip(values, edit):
    """How far the worst frame within three of a border lies under the median frame."""
    middle = statistics.median(values)
    near = [
        (middle - values[frame], frame) for mark in borders(edit)
        for frame in range(max(0, mark - 3), min(len(values), mark + 3))]
    depth, frame = max(near, default=(0, 0))
    return {"depth": max(0.0, depth), "frame": frame, "median": middle}
