"""Figures of a workspace's timelines: what an editor would count on the cutting table."""

import json
import statistics
from collections import Counter, defaultdict
from pathlib import Path

# Middle positions of labelled moments in 79 measured goods ads, 0 the start and 1 the end.
ADS = {"hook": 0.24, "reveal": 0.32, "point": 0.56, "proof": 0.63, "offer": 0.69, "cta": 0.92}
CARD = 1.8


def timelines(folder):
    for file in sorted(Path(folder).glob("*.otio")):
        yield json.loads(file.read_text())["metadata"]["shopreel"]["timeline"]


def shows_product(shot):
    parts = set(shot["shot"].lower().split("-"))
    if shot["kind"] != "take":
        return True
    return not parts & {"pain", "before"} or bool(parts & {"after"})


def end(span):
    return span["start"] + span["duration"]


def overlap(a, b):
    return min(end(a), end(b)) - max(a["start"], b["start"]) > 1e-6


def quartiles(values):
    return [round(v, 2) for v in statistics.quantiles(values, n=4)] if len(values) > 1 else values


def share(values):
    values = list(values)
    return round(sum(values) / len(values), 4) if values else None


def ranks(values):
    order = sorted(range(len(values)), key=lambda i: values[i])
    place = [0] * len(values)
    for rank, index in enumerate(order):
        place[index] = rank
    return place


def spearman(a, b):
    x, y = ranks(a), ranks(b)
    n = len(a)
    return round(1 - 6 * sum((p - q) ** 2 for p, q in zip(x, y)) / (n * (n * n - 1)), 3)


def visible(timeline):
    """Lengths as they are seen: the end card is a picture of its own and hides what is behind it."""
    cards = [l["range"]["start"] for l in timeline["layers"] if l["kind"] == "end_card"]
    hidden = cards[0] if cards else end(timeline["shots"][-1]["range"])
    lengths = []
    for shot in timeline["shots"]:
        length = min(end(shot["range"]), hidden) - shot["range"]["start"]
        if length > 0.01:
            lengths.append((shot, length))
    card = end(timeline["shots"][-1]["range"]) - hidden
    return lengths, card if card > 0.01 else None


def measure(workspace, folder):
    workspace = Path(workspace)
    takes = json.loads((workspace / "work/takes.json").read_text())
    scripts = {}
    for file in (workspace / "work/scripts").glob("*/*.json"):
        script = json.loads(file.read_text())
        scripts[script["id"]] = script
    rhythms = {m["file"]: m.get("rhythm") for m in takes["music"]}
    filmed = {t["shot"] for t in takes["takes"] if t["status"] != "ng" and "shot" in t}
    filed = {t["id"]: t.get("shot") for t in takes["takes"]}
    owned = defaultdict(set)
    for take in takes["takes"]:
        if take["status"] != "ng":
            owned[take["sku"]].add(take["id"])
    lengths, cards, hooks, first, on_beat, frames_off = [], [], [], [], [], []
    positions, offers, ctas, delays = defaultdict(list), [], [], []
    count, used, drafts = Counter(), defaultdict(set), 0
    for timeline in timelines(folder):
        drafts += 1
        script = scripts[timeline["script"]]
        shots = timeline["shots"]
        for shot in shots:
            # What a take was filmed for, whatever the timeline calls it.
            shot["shot"] = filed.get(shot.get("take"), shot["shot"]) or ""
        total = end(shots[-1]["range"])
        seen, card = visible(timeline)
        lengths += [length for _, length in seen]
        cards += [card] if card else []
        hooks += [l for s, l in seen if script["beats"][s["beat"]]["role"] == "hook"]
        product = next((s for s in shots if shows_product(s)), None)
        first.append(product["range"]["start"] if product else total)
        beats(script, shots, total, positions, offers, ctas)
        words(script, shots, filmed, delays, count)
        neighbours(shots, count)
        music(timeline, rhythms, on_beat, frames_off)
        count["shots"] += len(shots)
        for shot in shots:
            count[shot["kind"]] += 1
            count["slow"] += rate(shot) < 1
            count["fast"] += rate(shot) > 1
            count["closer"] += shot["framing"]["zoomFrom"] == shot["framing"]["zoomTo"] > 1
            count["transition " + shot.get("transition", {}).get("kind", "none")] += 1
            if shot.get("take"):
                used[timeline["sku"]].add(shot["take"])
    order = [r for r in ADS if positions[r]]
    means = {r: round(statistics.mean(positions[r]), 3) for r in order}
    return {
        "drafts": drafts, "pictures": count["shots"], "takes": count["take"],
        "photos": count["photo"],
        "seconds, quartiles": quartiles(lengths),
        "seconds, mean": round(statistics.mean(lengths), 2),
        "shorter than 1 s": share(l < 0.995 for l in lengths),
        "1.0 to 4.0 s": share(0.995 <= l <= 4.005 for l in lengths),
        "longest": round(max(lengths), 2),
        "hook pictures 0.8 to 2.0 s": share(0.795 <= l <= 2.005 for l in hooks),
        "hook seconds, quartiles": quartiles(hooks),
        "first product second, quartiles": quartiles(first),
        "product by 3 s": share(f <= 3.0 for f in first),
        "beat positions, means": means,
        "beat positions, Spearman with the ads": spearman(
            [means[r] for r in order], [ADS[r] for r in order]) if len(order) > 2 else None,
        "first offer at, quartiles": quartiles(offers), "first CTA at, quartiles": quartiles(ctas),
        "cuts within a frame of a beat": share(on_beat),
        "frames to the beat, quartiles": quartiles(frames_off),
        "jump cuts (one take on both sides)": count["jump"],
        "jump cuts (one set-up on both sides)": count["set-up"],
        "repeated windows": count["repeat"], "photos shown twice": count["photo again"],
        "words to picture, quartiles of seconds": quartiles(delays),
        "shown within 2 s of its words": share(d <= 2.0 for d in delays),
        "said and never shown": count["unshown"],
        "filmed shots that their beat leaves out": count["left out"],
        "slow motion": count["slow"], "speed-ups": count["fast"], "set closer": count["closer"],
        "flashes": count["transition flash"], "whips": count["transition whip"],
        "share of a product's takes that some draft shows": share(
            len(used[s]) / len(owned[s]) for s in sorted(used) if owned[s]),
    }


def rate(shot):
    above, _, below = str(shot.get("speed", 1)).partition("/")
    return float(above) / float(below or 1)


def beats(script, shots, total, positions, offers, ctas):
    spans = defaultdict(list)
    for shot in shots:
        spans[shot["beat"]].append(shot["range"])
    for index, beat in enumerate(script["beats"]):
        if not spans[index]:
            continue
        start, stop = spans[index][0]["start"], end(spans[index][-1])
        positions[beat["role"]].append((start + stop) / 2 / total)
        if beat["role"] == "offer":
            offers.append(start / total)
        if beat["role"] == "cta":
            ctas.append(start / total)


def words(script, shots, filmed, delays, count):
    """A beat's words ask for its shots; what no take was filmed of cannot be shown."""
    for index, beat in enumerate(script["beats"]):
        own = [s for s in shots if s["beat"] == index]
        there = [s for s in beat["shots"] if s in filmed]
        if not there or not own:
            continue
        shown = [s["range"]["start"] for s in own if s["kind"] == "take" and s["shot"] in there]
        if shown:
            delays.append(shown[0] - own[0]["range"]["start"])
        else:
            count["unshown"] += 1
        count["left out"] += len(set(there) - {s["shot"] for s in own if s["kind"] == "take"})


def neighbours(shots, count):
    for a, b in zip(shots, shots[1:]):
        both = a["kind"] == b["kind"] == "take"
        if both and a["take"] == b["take"]:
            closer = a["framing"]["zoomFrom"] != b["framing"]["zoomFrom"]
            count["closer cut" if closer else "jump"] += 1
        elif both and a["shot"] == b["shot"] and a["shot"]:
            count["set-up"] += 1
    for index, shot in enumerate(shots):
        for other in shots[:index]:
            if shot["kind"] == other["kind"] and shot["file"] == other["file"]:
                if shot["kind"] == "photo":
                    count["photo again"] += 1
                    break
                if overlap(shot["source"], other["source"]):
                    count["repeat"] += 1
                    break


def music(timeline, rhythms, on_beat, frames_off):
    track = timeline["sound"].get("music")
    rhythm = rhythms.get(track["file"]) if track else None
    if not rhythm:
        return
    offset = timeline["sound"].get("musicOffset", 0)
    rate = timeline["rate"]
    fps = rate if isinstance(rate, (int, float)) else 30
    loop = track["duration"] - offset
    laid = [b - offset for b in rhythm["beats"] if b >= offset]
    laid += [b + loop for b in laid]
    for shot in timeline["shots"][1:]:
        off = min(abs(b - shot["range"]["start"]) for b in laid) * fps
        frames_off.append(off)
        on_beat.append(round(off, 2) <= 1.5)


if __name__ == "__main__":
    import sys

    print(json.dumps(measure(sys.argv[1], sys.argv[2]), indent=1, ensure_ascii=False))
