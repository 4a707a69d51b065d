"""Makes the workspace, has the program plan the shoot, films the clips, writes down the truth."""

import argparse
import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
WORK = HERE / "work"
EVENING = 1_750_000_000
PRODUCTS = 24
KINDS = [("Canvas tote bag", "Bags > Totes", "Canvas", "Fits a 14 in laptop; 2 inner pockets"),
         ("Cotton T-shirt", "Women's clothing > T-shirts", "100% cotton", "Double-stitched collar"),
         ("Steel bottle 500 ml", "Kitchen > Bottles", "Steel", "Keeps warm for 12 hours; 500 ml"),
         ("Desk lamp", "Home > Lamps", "Aluminium", "3 levels of light; foldable arm")]


def program():
    folder = os.environ.get("SHOPREEL_BIN", HERE.parents[1] / ".build" / "release")
    return str(Path(folder) / "shopreel")


def workspace(root):
    """A planned shoot of the program's own making; its shots with ids and payloads."""
    listed = root / "work" / "shotlist" / "shotlist.json"
    if not listed.exists():
        shutil.rmtree(root, ignore_errors=True)
        subprocess.run([program(), "init", str(root)], check=True, stdout=subprocess.DEVNULL)
        with open(root / "catalogue.csv", "w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["SKU", "Title", "Category", "Price", "Cost", "Stock", "Material",
                           "Selling points", "Audience"])
            for number in range(PRODUCTS):
                title, category, material, points = KINDS[number % len(KINDS)]
                rows.writerow([f"TS-{number:03}", f"{title} no. {number}", category,
                               19.9 + number, 6, 300, material, points, "commuters"])
        for verb in ("import", "select", "script", "shotlist"):
            done = subprocess.run([program(), verb, "-C", str(root), "--quiet"])
            if done.returncode not in (0, 1):
                raise SystemExit(f"'shopreel {verb}' ended with {done.returncode}")
    found = json.loads(listed.read_text())
    seen = {}
    for setup in found["setups"]:
        for shot in setup["shots"]:
            seen.setdefault(shot["id"], {k: shot[k] for k in ("id", "sku", "payload")})
    return sorted(seen.values(), key=lambda shot: shot["id"])


def chosen(clips, count):
    """An even share of every camera's clips; slates that later clips need stay."""
    if not count or count >= len(clips):
        return clips
    wanted = [c for c in clips if c["strength"] != "lead" and c["condition"] not in (
        "no slate", "two cameras", "late slate")]
    keep = {id(wanted[int(i * len(wanted) / count)]) for i in range(count)}
    cameras = {c["camera"] for c in wanted if id(c) in keep}
    return [c for c in clips if id(c) in keep
            or c["camera"] in cameras and c["strength"] == "lead"
            or c["condition"] in ("no slate", "two cameras")
            or c["camera"] == "none" or c["camera"].startswith("pair/")]


def place(clips):
    """File names and times: each camera's clips follow one another."""
    clocks, numbers = {}, {}
    for clip in clips:
        camera = clip["camera"]
        clock = clocks.get(camera, EVENING) + clip["gap"] + clip["seconds"]
        clocks[camera] = clock
        numbers[camera] = numbers.get(camera, 0) + 1
        folder, _, letter = camera.partition("/")
        name = f"{letter or 'clip'}_{numbers[camera]:03}{clip['suffix']}"
        clip["file"] = f"footage/{folder}/{name}"
        clip["ended"] = clock


def film(job):
    import cv2
    from film import Film
    from plates import Plates
    cv2.setNumThreads(1)
    clip, path = job
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Film(clip, Plates()).write(path)
    if clip.get("turn"):
        plain = path + ".plain.mp4"
        os.replace(path, plain)
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", plain, "-c", "copy",
                        "-metadata:s:v:0", f"rotate={clip['turn']}", path], check=True)
        os.remove(plain)


def fingerprint(clip):
    """Of what decides the clip's bytes."""
    sources = b"".join((HERE / n).read_bytes() for n in ("film.py", "cards.py", "plates.py"))
    outer = ("truth", "limits", "file", "ended", "gap", "camera", "condition", "strength")
    inner = {k: v for k, v in clip.items() if k not in outer}
    return hashlib.sha256(sources + json.dumps(inner, sort_keys=True).encode()).hexdigest()


def main():
    sys.path.insert(0, str(HERE))
    from scenes import Scenes
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=0, help="clips beside the leads; 0: all")
    parser.add_argument("--mixed", type=int, default=120, help="clips with a bit of everything")
    options = parser.parse_args()
    root = WORK / "shop"
    shots = workspace(root)
    scenes = Scenes(shots[0]["payload"].split("*")[1], shots)
    scenes.damaged()
    scenes.rules()
    scenes.mixed(options.mixed)
    clips = chosen(scenes.clips, options.count)
    place(clips)
    store = WORK / "films"
    store.mkdir(parents=True, exist_ok=True)
    jobs, kept = [], {}
    for clip in clips:
        kept[clip["file"]] = store / (fingerprint(clip) + clip["suffix"])
        if not kept[clip["file"]].exists():
            jobs.append((clip, str(kept[clip["file"]])))
    print(f"{len(clips)} clips of {len(shots)} shots, {len(jobs)} to film", flush=True)
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        for done, _ in enumerate(pool.map(film, jobs), 1):
            if done % 25 == 0:
                print(f"  {done} filmed", flush=True)
    lay_out(root, clips, kept)


def lay_out(root, clips, kept):
    footage = root / "footage"
    shutil.rmtree(footage, ignore_errors=True)
    for clip in clips:
        path = root / clip["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept[clip["file"]], path)
        os.utime(path, (clip["ended"], clip["ended"]))
    (WORK / "truth.json").write_text(json.dumps(clips, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
