"""One row a file: what we made of it, what others say, and where the two differ."""

from collections import Counter

import truth

FIELDS = ("width", "height", "rate", "turn", "hdr", "sound", "length", "alpha")

# Why a disagreement is right as it stands; by file name and field.
EXPLAINED = {
    "multi_stream_subs_nasa.mp4":
        "two pictures in one file: the default one is taken, which is also the larger",
    "sar_2by3.mp4": "the manifest counts coded pixels; they are 2:3",
    "start_at_10s.mp4": "the manifest counts coded pixels; they are 1137:800",
    "vp9_moonwalk.mp4": "the manifest counts coded pixels; they are 45:44",
    "film_faces_cuts.webm": "the manifest counts coded pixels; they are 399:400",
    "vvc_unsupported_codec.mp4": "ffprobe knows the container, and no decoder for it either",
    "bad_exif.jpg": "its writer ran over the end of blocks; libjpeg lets that pass, FFmpeg's decoder "
                    "shows black, so it is named",
    "ultrahdr_gainmap.jpg": "the file ends where its first picture begins: there are no pixels",
    **dict.fromkeys(
        ("matrix_mirrored.mp4", "matrix_upside_down_mirrored.mp4", "matrix_turned_90_mirrored.mp4",
         "matrix_turned_270_mirrored.mp4"),
        "ffprobe's angle leaves the mirror out; the frames stand right"),
    "matrix_turned_45.mp4": "no camera turns by an eighth; the picture stays as it is",
    "matrix_of_zeros.mp4": "a matrix that says nothing turns nothing",
    "half_a_photo.jpg": "half of a photo is of no use",
}


def ours(place, run):
    """State, kind, facts and reason by the program's own lists."""
    takes = run.takes
    known = dict.fromkeys(FIELDS)
    state, kind, reason = "passed by", "", ""
    for group, word in (("takes", "clip"), ("photos", "photo"), ("voices", "voice"),
                        ("music", "music")):
        for item in takes.get(group, []):
            if item["file"] != place:
                continue
            state, kind = "used", word
            facts = item.get("facts", {})
            if word == "clip":
                rate = facts.get("rate")
                known.update(
                    width=facts["width"], height=facts["height"],
                    rate=truth.number(str(rate)) if rate else None, turn=facts["rotation"],
                    hdr=facts.get("hdr") or "", sound=facts["audio"], length=facts["duration"])
            elif word == "photo":
                known.update(width=item["width"], height=item["height"], alpha=item["alpha"])
            else:
                known.update(length=item.get("duration"))
    for group in ("broken", "orphans"):
        for item in takes.get(group, []):
            if item["file"] == place:
                state = "used, named" if state == "used" else group.rstrip("s")
                reason = item["reason"]
    row = (run.table or {}).get(place)
    if row:
        fill(known, row)
        kind = kind or row["kind"]
    return state, kind, known, reason


def fill(known, row):
    """Facts of a file that nothing owns stand in the table alone."""
    for field in ("width", "height", "turn"):
        if known[field] is None and row[field]:
            known[field] = int(float(row[field]))
    for field in ("rate", "length"):
        if known[field] is None and row[field]:
            known[field] = truth.number(row[field])
    if row["kind"] == "clip":
        known["turn"] = known["turn"] or 0
        known["hdr"] = row["hdr"]
        known["sound"] = row["sound"] == "yes"


def agrees(field, mine, theirs):
    if field in ("rate",):
        return abs(mine / theirs - 1) < 0.006 if theirs else False
    if field == "length":
        return abs(mine - theirs) <= max(0.05, theirs * 0.002)
    return mine == theirs


def row(name, place, run, said, noted):
    state, kind, known, reason = ours(place, run)
    differing = [
        f"{field}: {show(known[field])} here, {show(said[field])} by {said['by']}"
        for field in FIELDS
        if known[field] is not None and said[field] is not None
        and not agrees(field, known[field], said[field])]
    size = truth.manifest_size(noted)
    if size and known["width"] and abs(size[0] - known["width"]) + abs(size[1] - known["height"]):
        differing.append(
            f"size: {known['width']}×{known['height']} here, {size[0]}×{size[1]} in the manifest")
    if said["by"] and state == "passed by":
        differing.append(f"passed by here, {said['codec']} by {said['by']}")
    if said["by"] and state == "broken":
        differing.append(f"broken here, {said['codec']} by {said['by']}")
    base = name.rsplit("/", 1)[-1]
    return dict(
        name=name, state=state, kind=kind, known=known, reason=reason, said=said,
        seconds=run.seconds.get(place), differing=differing,
        explained=EXPLAINED.get(base, ""),
        compared=[f for f in FIELDS if known[f] is not None and said[f] is not None])


def show(value):
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value) or "no"


def line(row):
    known = row["known"]
    size = f"{known['width']}×{known['height']}" if known["width"] else "–"
    cells = [
        row["name"], row["kind"] or "–", row["state"], size,
        *(show(known[f]) for f in ("rate", "turn", "hdr", "sound", "length", "alpha")),
        f"{row['seconds']:.2f}" if row["seconds"] is not None else "–",
        "; ".join(row["differing"]) or "agree" if row["compared"] else
        "; ".join(row["differing"]) or "–",
        row["reason"] or row["explained"]]
    return [c.replace("|", "\\|").replace("\t", " ") for c in cells]


HEAD = ["file", "kind", "state", "size", "rate", "turn", "hdr", "sound", "length", "alpha",
        "seconds", "against others", "reason"]


def report(options, run, rows, changed):
    lines = [line(r) for r in rows]
    open_ = [r for r in rows if r["differing"] and not r["explained"]]
    settled = [r for r in rows if r["differing"] and r["explained"]]
    compared = Counter(f for r in rows for f in r["compared"])
    wrong = Counter(d.split(":")[0] for r in rows for d in r["differing"])
    states = Counter(f"{r['kind'] or 'other'} {r['state']}" for r in rows)
    slowest = sorted((r for r in rows if r["seconds"]), key=lambda r: -r["seconds"])[:5]
    out = [
        f"{len(rows)} files in {run.total:.1f} s, {run.megabytes:.0f} MB at most; "
        f"{run.end or 'no crash, no hang'}; {len(changed)} files changed",
        "", *(f"- {count} × {state}" for state, count in sorted(states.items())), "",
        "Fields compared: " + ", ".join(
            f"{f} {compared[f] - wrong[f]} of {compared[f]}" for f in FIELDS if compared[f]), "",
        "Slowest: " + ", ".join(f"{r['name']} {r['seconds']:.1f} s" for r in slowest), "",
        f"Disagreements without an explanation: {len(open_)}", ""]
    out += [f"- {r['name']} ({r['state']}): {'; '.join(r['differing'])}"
            + (f" [{r['reason']}]" if r["reason"] else "") for r in open_]
    out += ["", f"Explained: {len(settled)}", ""]
    out += [f"- {r['name']}: {'; '.join(r['differing'])}. {r['explained']}" for r in settled]
    named = [r for r in rows if r["reason"]]
    out += ["", f"Named with a reason: {len(named)}", ""]
    out += [f"- {r['name']} ({r['state']}): {r['reason']}" for r in named]
    print("\n".join(out))
    table = ["", "| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD)]
    table += ["| " + " | ".join(cells) + " |" for cells in lines]
    (options.out / "report.md").write_text("\n".join(["# Footage", "", *out, *table, ""]))
    (options.out / "report.tsv").write_text(
        "\n".join("\t".join(c) for c in [HEAD, *lines]) + "\n")
    return 1 if run.end or open_ or changed else 0
