"""The report: a line a file."""

COUNTED = {
    "columns": ("understood", "of"), "prices": ("equal", "of"), "facts": ("equal", "of"),
    "faults": ("got", "of"), "pictures": ("got", "of"), "team": ("got", "of"),
}
HEADS = [
    "file", "columns", "products", "prices", "facts", "faults", "pictures", "team", "s", "MB",
    "verdict",
]
HOSTILE_HEADS = ["file", "expected", "answer", "products", "s", "MB", "message", "verdict"]
TITLES = {
    "books": "Workbooks", "feeds": "Feeds", "hostile": "Hostile and foreign files",
    "shared": "Catalogues at hand",
}


def summary(kinds, rows):
    """Files, files that are well, and what was found of what was told, by kind."""
    result = {}
    for kind in kinds:
        mine = [row for row in rows if row["kind"] == kind]
        result[kind] = {"files": len(mine), "ok": sum(row["verdict"] == "ok" for row in mine)}
        for name, keys in COUNTED.items():
            result[kind][name] = [
                sum(row.get(name, {}).get(key, 0) for row in mine) for key in keys]
    return result


def totals(kind, one):
    counts = ", ".join(f"{name} {one[name][0]}/{one[name][1]}" for name in COUNTED)
    return f"{kind}: {one['ok']}/{one['files']} files; {counts}"


def pair(row, name):
    value = row.get(name)
    return "/".join(str(value.get(key, 0)) for key in COUNTED[name]) if value else ""


def products(row):
    count = row.get("products") or {}
    if "least" not in count:
        return str(count.get("got", ""))
    span = f"–{count['most']}" if count["most"] != count["least"] else ""
    return f"{count['got']}/{count['least']}{span}"


def cells(row):
    seconds, size = f"{row['seconds']:.2f}", str(row["megabytes"])
    if row["kind"] == "hostile":
        return [
            row["file"], row["expect"], row["answer"], products(row), seconds, size,
            row["message"][:120], row["verdict"]]
    found = {name: pair(row, name) for name in COUNTED}
    return [
        row["file"], found["columns"], products(row), found["prices"], found["facts"],
        found["faults"], found["pictures"], found["team"], seconds, size, row["verdict"]]


def line(row):
    return (
        f"{row['file']:44} prod {products(row):9} price {pair(row, 'prices'):7} "
        f"facts {pair(row, 'facts'):8} {row['seconds']:6.2f}s {row['megabytes']:4}MB  "
        f"{row['verdict'][:160]}")


def markdown(summary, rows):
    out = ["# Catalogue files, read", ""]
    for kind, title in TITLES.items():
        mine = [row for row in rows if row["kind"] == kind]
        if not mine:
            continue
        heads = HOSTILE_HEADS if kind == "hostile" else HEADS
        out += [f"## {title}: {summary[kind]['ok']} of {len(mine)}", ""]
        out += ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
        for row in mine:
            words = [str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells(row)]
            out.append("| " + " | ".join(words) + " |")
        out.append("")
    return "\n".join(out)
