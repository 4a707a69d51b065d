"""The same drafts by other means: commands an expert would write."""

import json
import os
import subprocess
import sys
from xml.sax.saxutils import quoteattr

RATE = 30
HERE = os.path.dirname(os.path.abspath(__file__))
TAGS = ["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709"]


def seconds(frames):
    """Cut, not rounded, so that a seek never lands behind the frame it asks for."""
    return f"{int(frames * 1_000_000 / RATE) / 1_000_000:.6f}"


def size(path, known={}):
    if path not in known:
        known[path] = tuple(map(int, subprocess.check_output(
            ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries",
             "stream=width,height", "-of", "csv=p=0", path], text=True).split(",")[:2]))
    return known[path]


def crop(path, edit):
    """The middle of a source that fills the canvas: width, height, x, y, all even."""
    width, height = size(path)
    aspect = edit["width"] / edit["height"]
    w = min(width, round(height * aspect / 2) * 2)
    h = min(height, round(width / aspect / 2) * 2)
    return w, h, (width - w) // 4 * 2, (height - h) // 4 * 2


def framing(path, edit):
    """Filters that a source needs for a canvas, and no more."""
    w, h, x, y = crop(path, edit)
    steps = []
    if (w, h) != size(path):
        steps.append(f"crop={w}:{h}:{x}:{y}")
    if (w, h) != (edit["width"], edit["height"]):
        steps.append(f"scale={edit['width']}:{edit['height']}")
    return ",".join(steps + ["format=yuv420p", "setsar=1"])


def rate_control(edit):
    options = [word for key, value in sorted(edit["options"].items())
               for word in ("-profile:v" if key == "profile" else "-" + key, value)]
    limits = [] if "qp" in edit["options"] else [
        "-maxrate", f"{edit['maxRate'] * 9 // 10}k", "-bufsize", f"{edit['maxRate']}k"]
    return ["-c:v", "libx264", *options, *limits, "-g", edit["gop"], "-flags", "+cgop",
            "-pix_fmt", "yuv420p", *TAGS]


def inputs(edit):
    command = ["ffmpeg", "-v", "error", "-nostdin", "-y"]
    for cut in edit["cuts"]:
        command += ["-ss", seconds(cut["from"]), "-t", seconds(cut["frames"]), "-i", cut["file"]]
    return command


def frames(edit):
    return sum(cut["frames"] for cut in edit["cuts"])


def ffmpeg(edits, outputs):
    """One command for one edit on one or more canvases; sources are decoded once and split."""
    first, count = edits[0], len(edits)
    command, graph, following = inputs(first), [], len(first["cuts"])
    for index, cut in enumerate(first["cuts"]):
        names = "".join(f"[s{index}_{k}]" for k in range(count))
        graph.append(f"[{index}:v]split={count}{names}" if count > 1 else f"[{index}:v]null{names}")
        graph += [f"[s{index}_{k}]{framing(cut['file'], edit)}[c{index}_{k}]"
                  for k, edit in enumerate(edits)]
    for k, edit in enumerate(edits):
        parts = "".join(f"[c{index}_{k}]" for index in range(len(first["cuts"])))
        graph.append(f"{parts}concat=n={len(first['cuts'])}:v=1:a=0[b{k}_0]")
        for number, layer in enumerate(edit["layers"]):
            command += ["-i", layer["file"]]
            graph.append(
                f"[{following}:v]scale=out_color_matrix=bt709,format=yuva420p[l{k}_{number}]")
            graph.append(
                f"[b{k}_{number}][l{k}_{number}]overlay={layer['x']}:{layer['y']}:enable="
                f"'between(t,{(layer['from'] - 0.5) / RATE:.4f},{(layer['to'] - 0.5) / RATE:.4f})'"
                f"[b{k}_{number + 1}]")
            following += 1
    length = frames(first) / RATE
    command += ["-t", f"{length:.6f}", "-i", first["music"]]
    sounds = "".join(f"[a{k}]" for k in range(count))
    graph.append(
        f"[{following}:a]volume=2dB,afade=t=in:d={first['fadeIn']},"
        f"afade=t=out:st={length - first['fadeOut']:.3f}:d={first['fadeOut']},asplit={count}{sounds}")
    command += ["-filter_complex", ";".join(graph)]
    for k, (edit, output) in enumerate(zip(edits, outputs)):
        command += [
            "-map", f"[b{k}_{len(edit['layers'])}]", "-map", f"[a{k}]", *rate_control(edit),
            "-c:a", "aac", "-b:a", f"{edit['audioRate']}k", "-ar", "48000",
            "-movflags", "+faststart", output]
    return command


def decode_only(edit):
    command = inputs(edit)
    for index in range(len(edit["cuts"])):
        command += ["-map", f"{index}:v", "-f", "null", "-"]
    return command


def scale_only(edit):
    command, graph = inputs(edit), []
    for index, cut in enumerate(edit["cuts"]):
        graph.append(f"[{index}:v]{framing(cut['file'], edit)}[c{index}]")
    names = "".join(f"[c{index}]" for index in range(len(edit["cuts"])))
    graph.append(f"{names}concat=n={len(edit['cuts'])}:v=1:a=0[v]")
    return command + ["-filter_complex", ";".join(graph), "-map", "[v]", "-f", "null", "-"]


def compose(movie, raw):
    """The frames of a lossless draft, ready for the encoder."""
    return ["ffmpeg", "-v", "error", "-nostdin", "-y", "-i", movie, "-an", "-pix_fmt", "yuv420p",
            "-f", "rawvideo", raw]


def floor(edit, raw, output):
    """x264 alone."""
    return ["ffmpeg", "-v", "error", "-nostdin", "-y", "-f", "rawvideo", "-pix_fmt", "yuv420p",
            "-s", f"{edit['width']}x{edit['height']}", "-r", RATE, *TAGS, "-i", raw,
            *rate_control(edit), output]


def melt(edit, output, folder):
    """melt's XML: pictures on one track, words on as few more as they need."""
    producers, playlists, transitions = [], [], []

    def producer(path, length, music=False):
        service = "avformat-novalidate" if music or not path.endswith(".png") else "qimage"
        name = f"p{len(producers)}"
        fit = "" if path.endswith(".png") or music else crop_filter(path, edit)
        producers.append(
            f"<producer id='{name}' in='0' out='{length - 1}'>"
            f"<property name='resource'>{path}</property>"
            f"<property name='mlt_service'>{service}</property>"
            f"<property name='length'>{length}</property>{fit}</producer>")
        return name

    pictures = "".join(
        f"<entry producer='{producer(cut['file'], cut['from'] + cut['frames'])}'"
        f" in='{cut['from']}' out='{cut['from'] + cut['frames'] - 1}'/>" for cut in edit["cuts"])
    playlists.append(f"<playlist id='t0'>{pictures}</playlist>")
    for number, track in enumerate(tracks(edit["layers"]), 1):
        entries, end = "", 0
        for layer in track:
            length = layer["to"] - layer["from"]
            if layer["from"] > end:
                entries += f"<blank length='{layer['from'] - end}'/>"
            name = producer(layer["file"], length)
            entries += f"<entry producer='{name}' in='0' out='{length - 1}'/>"
            end = layer["to"]
            w, h = size(layer["file"])
            transitions.append(
                f"<transition in='{layer['from']}' out='{layer['to'] - 1}'>"
                f"<property name='mlt_service'>composite</property>"
                f"<property name='a_track'>0</property><property name='b_track'>{number}</property>"
                f"<property name='geometry'>{layer['x']}/{layer['y']}:{w}x{h}</property>"
                f"<property name='progressive'>1</property></transition>")
        playlists.append(f"<playlist id='t{number}'>{entries}</playlist>")
    last = len(playlists)
    total, fade = frames(edit), int(edit["fadeOut"] * RATE)
    music = producer(edit["music"], total, music=True)
    playlists.append(
        f"<playlist id='t{last}'><entry producer='{music}' in='0' out='{total - 1}'>"
        f"<filter><property name='mlt_service'>volume</property><property name='level'>0=-60;2=2;"
        f"{total - fade}=2;{total - 1}=-60</property></filter></entry></playlist>")
    transitions.append(
        f"<transition in='0' out='{total - 1}'><property name='mlt_service'>mix</property>"
        f"<property name='a_track'>0</property><property name='b_track'>{last}</property>"
        f"<property name='combine'>1</property></transition>")
    path = os.path.join(folder, "melt.xml")
    with open(path, "w") as file:
        file.write(
            f"<mlt><profile width='{edit['width']}' height='{edit['height']}' progressive='1'"
            f" sample_aspect_num='1' sample_aspect_den='1' display_aspect_num='{edit['width']}'"
            f" display_aspect_den='{edit['height']}' frame_rate_num='{RATE}' frame_rate_den='1'"
            f" colorspace='709'/>{''.join(producers)}{''.join(playlists)}<tractor id='all'>"
            + "".join(
                f"<track producer='t{k}' hide={quoteattr('video' if k == last else 'audio')}/>"
                for k in range(last + 1))
            + f"{''.join(transitions)}</tractor></mlt>")
    options = dict(edit["options"])
    if "qp" not in options:
        options |= {"maxrate": f"{edit['maxRate'] * 9 // 10}k", "bufsize": f"{edit['maxRate']}k"}
    return ["melt", "-silent", path, "-consumer", f"avformat:{output}", "real_time=-2", "vcodec=libx264",
            *[f"{'vprofile' if key == 'profile' else key}={value}" for key, value in options.items()],
            f"g={edit['gop']}", "flags=+cgop", "pix_fmt=yuv420p", "acodec=aac",
            f"ab={edit['audioRate']}k", "ar=48000", "movflags=+faststart"]


def crop_filter(path, edit):
    if crop(path, edit)[:2] == size(path):
        return ""
    return ("<filter><property name='mlt_service'>crop</property>"
            "<property name='center'>1</property></filter>")


def tracks(layers):
    """Layers on as few tracks as they need, each in order of time."""
    result = []
    for layer in sorted(layers, key=lambda layer: layer["from"]):
        home = next((track for track in result if track[-1]["to"] <= layer["from"]), None)
        if home is None:
            result.append(home := [])
        home.append(layer)
    return result


def moviepy(edit, output, folder):
    path = os.path.join(folder, "moviepy.json")
    with open(path, "w") as file:
        json.dump({"edit": edit, "output": output, "crops": [
            crop(cut["file"], edit) for cut in edit["cuts"]]}, file)
    return [sys.executable, os.path.join(HERE, "rival_moviepy.py"), path]
