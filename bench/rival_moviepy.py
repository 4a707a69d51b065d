"""One draft with moviepy 2: read from the JSON that the bench writes."""

import json
import os
import sys

from moviepy import (
    AudioFileClip, CompositeVideoClip, ImageClip, VideoFileClip, afx, concatenate_videoclips)

RATE = 30


def main(path):
    with open(path) as file:
        job = json.load(file)
    edit, clips = job["edit"], []
    for cut, (w, h, x, y) in zip(edit["cuts"], job["crops"]):
        clip = VideoFileClip(cut["file"], audio=False).subclipped(
            cut["from"] / RATE, (cut["from"] + cut["frames"]) / RATE)
        if (w, h) != tuple(clip.size):
            clip = clip.cropped(x1=x, y1=y, width=w, height=h)
        if (w, h) != (edit["width"], edit["height"]):
            clip = clip.resized((edit["width"], edit["height"]))
        clips.append(clip)
    base = concatenate_videoclips(clips, method="chain")
    layers = [
        ImageClip(layer["file"]).with_start(layer["from"] / RATE)
        .with_duration((layer["to"] - layer["from"]) / RATE).with_position((layer["x"], layer["y"]))
        for layer in edit["layers"]]
    sound = AudioFileClip(edit["music"]).subclipped(0, base.duration).with_effects([
        afx.MultiplyVolume(1.26), afx.AudioFadeIn(edit["fadeIn"]), afx.AudioFadeOut(edit["fadeOut"])])
    options = dict(edit["options"])
    preset = options.pop("preset")
    extra = [word for key, value in options.items()
             for word in ("-profile:v" if key == "profile" else "-" + key, value)]
    if "qp" not in options:
        extra += ["-maxrate", f"{edit['maxRate'] * 9 // 10}k", "-bufsize", f"{edit['maxRate']}k"]
    CompositeVideoClip([base, *layers], size=(edit["width"], edit["height"])).with_audio(
        sound).with_duration(base.duration).write_videofile(
        job["output"], fps=RATE, codec="libx264", preset=preset, audio_codec="aac",
        audio_fps=48000, audio_bitrate=f"{edit['audioRate']}k", threads=os.cpu_count(),
        pixel_format="yuv420p", logger=None, temp_audiofile=job["output"] + ".m4a",
        ffmpeg_params=[*extra, "-g", str(edit["gop"]), "-flags", "+cgop",
                       "-movflags", "+faststart"])


main(sys.argv[1])
