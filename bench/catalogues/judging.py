"""Hostile and foreign files: the answer they got against the answer they are owed."""

from pathlib import Path


def judge_hostile(path, truth, run):
    short = []
    row = {
        "file": f"hostile/{path.name}", "note": truth["note"], "expect": truth["expect"],
        "exit": run.code, "seconds": round(run.seconds, 2), "megabytes": round(run.megabytes),
        "products": {"got": len(run.products), **(truth["product_count"] or {})}
    }
    errors = [p for p in run.problems if p.get("severity") == "error"]
    row["answer"] = "read" if run.products else "error"
    row["message"] = str((errors or run.problems or [{}])[0].get("message")
                         or run.err.strip()[:200])[:200]
    if crash := run.crashed():
        short.append(crash)
    if run.seconds > truth["limits"]["seconds"] and not run.timed_out:
        short.append(f"{run.seconds:.0f} s, at most {truth['limits']['seconds']}")
    if run.megabytes > truth["limits"]["megabytes"]:
        short.append(f"{run.megabytes:.0f} MB, at most {truth['limits']['megabytes']}")
    if truth["expect"] == "error" and run.products:
        short.append(f"{len(run.products)} products read, an error expected")
    if truth["expect"] == "read" and not run.products:
        short.append("refused, products expected")
    if not run.products and not any(path.name in str(p.get("file"))
                                    for p in run.problems) and path.name not in run.err:
        short.append("nothing read, and the file is not named")
    if not run.products and run.code == 0:
        short.append("nothing read and exit status 0")
    if run.products and truth["product_count"] and not truth["product_count"]["least"] <= len(
            run.products) <= truth["product_count"]["most"]:
        short.append(
            f"{len(run.products)} products, expected {truth['product_count']['least']}–"
            f"{truth['product_count']['most']}"
        )
    for never in truth["never"]:
        written = b"".join(
            f.read_bytes() for f in (run.folder / "work").rglob("*")
            if f.is_file() and f.stat().st_size < 50_000_000) if (run.folder /
                                                                  "work").exists() else b""
        if never.encode() in run.out + run.err.encode() + written:
            short.append("tells a file of the machine")
    for place in (run.folder.parent, run.folder.parent.parent, run.folder.parent.parent.parent,
                  Path("/tmp")):
        for name in ("evil", "evil2", "evil.txt", "evil-absolute"):
            if (place / name).exists():
                short.append(f"wrote {place / name}")
    row["verdict"] = "; ".join(short) or "ok"
    return row
