"""Makes the clips that are measured: loops of filmed footage, with slates, as phones code them.

A slate stands in the first two seconds of each clip, and for two seconds in its middle.
"""

import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORK = HERE / "work"
SHARED = Path("/work/shared/footage/clips/plain")
SOURCES = ["cups_hands.mp4", "letter_blocks_hands.mp4", "woman_dog.mp4", "bee_macro.mp4"]
WORKSPACE = "BNCH"
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def payload(code):
    body = f"SR1*{WORKSPACE}*{code}"
    check = sum((place + 1) * byte for place, byte in enumerate(body.encode())) % 31
    return f"{body}*{DIGITS[check]}"


def ffmpeg(*arguments):
    subprocess.run(
        ["ffmpeg", "-nostdin", "-v", "error", "-y", *map(str, arguments)], check=True)


def slate(code, side):
    """A card with a code of `side` pixels."""
    import cv2
    import numpy
    path = WORK / f"slate-{code}-{side}.png"
    if not path.exists():
        options = cv2.QRCodeEncoder.Params()
        options.mode = cv2.QRCodeEncoder_MODE_ALPHANUMERIC
        options.correction_level = cv2.QRCodeEncoder_CORRECT_LEVEL_Q
        code = cv2.QRCodeEncoder.create(options).encode(payload(code))
        code = numpy.where(code > 127, 225, 30).astype("uint8")
        code = cv2.resize(code, (side, side), interpolation=cv2.INTER_NEAREST)
        cv2.imwrite(str(path), cv2.copyMakeBorder(*[code] + [side // 6] * 4, cv2.BORDER_CONSTANT,
                                                  value=225))
    return path


def sources():
    """The filmed clips one after the other, in one size."""
    path = WORK / "sources.mp4"
    if path.exists():
        return path
    found = [SHARED / name for name in SOURCES if (SHARED / name).exists()]
    if not found:
        ffmpeg("-f", "lavfi", "-i", "testsrc2=s=1280x720:r=30:d=30", "-crf", 16, path)
        return path
    chains = "".join(
        f"[{i}:v]fps=30,scale=1280:720,setsar=1[v{i}];" for i in range(len(found)))
    joined = "".join(f"[v{i}]" for i in range(len(found)))
    inputs = [word for name in found for word in ("-i", name)]
    ffmpeg(*inputs, "-filter_complex", f"{chains}{joined}concat=n={len(found)}:v=1[v]",
           "-map", "[v]", "-crf", 14, "-preset", "veryfast", path)
    return path


def clip(name, size, seconds, coding, code):
    """A clip of a size; grain gives the coder the work that a sensor's noise does."""
    path = WORK / name
    if path.exists():
        return path
    print(f"making {name}", flush=True)
    width, height = size
    side = min(size) // 3
    middle = seconds // 2
    crop = "" if width > height else "crop=ih*9/16:ih,"
    shown = f"between(t,0,2)+between(t,{middle},{middle + 2})"
    ffmpeg(
        "-stream_loop", -1, "-i", sources(), "-loop", 1, "-framerate", 30, "-i", slate(code, side),
        "-filter_complex",
        f"[0:v]{crop}scale={width}:{height}:flags=bicubic,setsar=1,noise=alls=5:allf=t[a];"
        f"[a][1:v]overlay=(W-w)/2:(H-h)/2:enable='{shown}'[v]",
        "-map", "[v]", "-t", seconds, "-r", 30, "-pix_fmt", "yuv420p", *coding,
        WORK / f"part-{name}")
    (WORK / f"part-{name}").rename(path)
    return path


def h264(gop):
    return ["-c:v", "libx264", "-preset", "medium", "-b:v", "14M", "-g", gop,
            "-keyint_min", min(gop, 25), "-sc_threshold", 0]


def hevc(gop):
    return ["-c:v", "libx265", "-preset", "veryfast", "-b:v", "30M", "-tag:v", "hvc1",
            "-x265-params", f"keyint={gop}:min-keyint={gop}:scenecut=0:open-gop=0:log-level=error"]


def clips():
    WORK.mkdir(exist_ok=True)
    return {
        "1080p30 H.264, GOP 250": clip("h264-250.mp4", (1920, 1080), 60, h264(250), "0000250"),
        "1080p30 H.264, GOP 30": clip("h264-30.mp4", (1920, 1080), 60, h264(30), "0000030"),
        "4K HEVC, GOP 30": clip("hevc-4k.mp4", (2160, 3840), 20, hevc(30), "000004K"),
    }


if __name__ == "__main__":
    clips()
