#!/usr/bin/env python3
"""Makes clips of kinds that the footage at hand lacks, with ffmpeg, and by editing MP4 boxes.

    make.py [FOLDER]

What this ffmpeg cannot encode is left out and named.
"""

import shutil
import struct
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
X264 = "-c:v libx264 -pix_fmt yuv420p"
PICTURE, SOUND = "-f lavfi -i testsrc2=s=320x240:r=25:d=2", "-f lavfi -i sine=d=2"


def picture(size="320x240", rate=25, seconds=2):
    return f"-f lavfi -i testsrc2=s={size}:r={rate}:d={seconds}"


CLIPS = {
    "base.mp4": f"{PICTURE} {SOUND} {X264} -c:a aac",
    "prores4444.mov": f"{PICTURE} -c:v prores_ks -profile:v 4444 -pix_fmt yuva444p10le",
    "mjpeg.mov": f"{PICTURE} -c:v mjpeg",
    "dv.avi": f"{picture('720x576')} -c:v dvvideo -pix_fmt yuv420p",
    "old.flv": f"{PICTURE} {SOUND} -c:v flv -c:a mp3 -ar 44100",
    "a.mxf": f"{PICTURE} {SOUND} -c:v mpeg2video -c:a pcm_s16le -ar 48000",
    "a.wmv": f"{PICTURE} {SOUND} -c:v wmv2 -c:a wmav2",
    "hevc_444_12bit.mp4":
        f"{PICTURE} -c:v libx265 -x265-params log-level=0 -pix_fmt yuv444p12le",
    "lossless_444.mp4": f"{PICTURE} -c:v libx264 -qp 0 -pix_fmt yuv444p",
    "one_a_second.mp4": f"{picture(rate=1, seconds=4)} {X264}",
    "240_a_second.mp4": f"{picture(rate=240, seconds=1)} {X264}",
    "start_at_an_hour.ts": f"{PICTURE} -vf setpts=PTS+3600/TB {X264}",
    "2x2.mp4": f"{picture('2x2')} {X264}",
    "7x5.mp4": f"{picture('7x5')} -c:v libx264 -pix_fmt yuv444p",
    "4000x2.mp4": f"{picture('4000x2')} {X264}",
    "8k.mp4": f"{picture('8192x4320', seconds=0.4)} {X264} -preset ultrafast",
    "animated.apng": f"{PICTURE} -plays 0",
    "animated.avif": f"{PICTURE} -c:v libsvtav1 -preset 10",
    "bottom_field_first.mpg":
        f"{picture('720x576', 50)} -vf interlace=scan=bff -flags +ildct+ilme -c:v mpeg2video",
    "interlaced.mkv": f"{picture('1920x1080', 50, 1)} -vf interlace -flags +ildct+ilme {X264}",
    "pq_vp9.mkv": f"{PICTURE} -c:v libvpx-vp9 -pix_fmt yuv420p10le -color_primaries bt2020 "
                  "-color_trc smpte2084 -colorspace bt2020nc",
    "hlg_av1.mp4": f"{PICTURE} -c:v libsvtav1 -preset 10 -pix_fmt yuv420p10le "
                   "-color_primaries bt2020 -color_trc arib-std-b67 -colorspace bt2020nc",
    "live.webm": f"{PICTURE} {SOUND} -c:v libvpx -c:a libvorbis -live 1",
    "raw.h264": f"{PICTURE} {X264} -f h264",
    "raw.265": f"{PICTURE} -c:v libx265 -x265-params log-level=0 -pix_fmt yuv420p -f hevc",
    "two_pictures.mp4": f"{PICTURE} {picture('640x480')} -map 0 -map 1 {X264} "
                        "-disposition:v:0 default -disposition:v:1 0",
    "sound_alone.mp4": f"{SOUND} -c:a aac",
    "sound_with_cover.mp4":
        f"{SOUND} -f lavfi -i color=red:s=100x100:d=1 -map 0 -map 1 -c:a aac -c:v mjpeg "
        "-frames:v 1 -disposition:v attached_pic",
    "left_only.mp4": f"{PICTURE} -f lavfi -i aevalsrc=sin(2000*t)|0:d=2 {X264} -c:a aac",
    "7.1.mp4": f"{PICTURE} -f lavfi -i anullsrc=cl=7.1:d=2 {X264} -c:a aac -shortest",
    "fragmented.mp4": f"{PICTURE} {SOUND} {X264} -c:a aac -movflags frag_keyframe+empty_moov",
    "gray.mp4": f"{PICTURE} -vf format=gray -c:v libx264",
    "ffv1.mkv": f"{PICTURE} -c:v ffv1",
    "raw.avi": f"{PICTURE} -c:v rawvideo -pix_fmt bgr24",
    "full_range.mp4": f"{PICTURE} -c:v libx264 -pix_fmt yuvj420p",
    "wide_pixels.mp4": f"{PICTURE} {X264} -aspect 21:9",
    "cineform.mov": f"{PICTURE} -c:v cfhd",
    "dnxhr.mov": f"{picture('512x288')} -c:v dnxhd -profile:v dnxhr_hq -pix_fmt yuv422p",
    "theora.ogv": f"{PICTURE} -c:v libtheora",
    "hap.mov": f"{PICTURE} -c:v hap",
    "alpha_qtrle.mov": f"{PICTURE} -c:v qtrle -pix_fmt argb",
    "photo.jpg": f"{PICTURE} -frames:v 1",
}

# Rows of the display matrix: how a camera may say that its picture is turned.
MATRICES = {
    "mirrored": (-1, 0, 0, 1), "upside_down_mirrored": (1, 0, 0, -1), "turned_90": (0, 1, -1, 0),
    "turned_180": (-1, 0, 0, -1), "turned_90_mirrored": (0, 1, 1, 0),
    "turned_270_mirrored": (0, -1, -1, 0), "turned_45": (.7071, .7071, -.7071, .7071),
    "of_zeros": (0, 0, 0, 0), "stretched": (2, 0, 0, 1),
}


def encode(folder, name, arguments):
    done = subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-nostdin", *arguments.split(), str(folder / name)],
        capture_output=True, timeout=300, check=False)
    if done.returncode:
        (folder / name).unlink(missing_ok=True)
        print(f"left out: {name}")


def edit(folder, data):
    """Files that only an editor of boxes makes."""
    at = data.find(b"tkhd") + 44
    for name, (a, b, c, d) in MATRICES.items():
        turned = bytearray(data)
        row = [int(x * 65536) for x in (a, b, 0, c, d, 0, 0, 0)] + [1 << 30]
        turned[at:at + 36] = struct.pack(">9i", *row)
        (folder / f"matrix_{name}.mp4").write_bytes(turned)
    for name, factor in (("thirty_times", 30), ("half_an_hour", 1800), ("nothing", 0)):
        lying = bytearray(data)
        for tag, offset in ((b"mvhd", 20), (b"tkhd", 24), (b"mdhd", 20)):
            place = lying.find(tag)
            while place > 0:
                field = slice(place + offset, place + offset + 4)
                value = struct.unpack(">I", lying[field])[0]
                lying[field] = struct.pack(">I", min(value * factor, 0xFFFFFFFF))
                place = lying.find(tag, place + 4)
        (folder / f"length_says_{name}.mp4").write_bytes(lying)
    (folder / "video_named.jpg").write_bytes(data + b"\0\0\0\x08free")
    (folder / "no_edit_list.mp4").write_bytes(data.replace(b"elst", b"free"))
    still = (folder / "photo.jpg").read_bytes()
    (folder / "photo_named.mp4").write_bytes(still)
    (folder / "motion_photo.jpg").write_bytes(still + data)
    (folder / "half_a_photo.jpg").write_bytes(still[:len(still) // 2])


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else HERE / "work/made") / "clips"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, arguments in CLIPS.items():
        encode(folder, name, arguments)
    edit(folder, (folder / "base.mp4").read_bytes())


if __name__ == "__main__":
    main()
