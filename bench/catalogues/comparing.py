"""Products, faults and pictures against what a file truly holds."""

import hashlib
import re

from reading import confirm
from texts import near, norm

# Truth's field → keys of `source.cells` that show the column was understood.
ACCEPT = {
    "sku": {"sku", "parent_sku", "parent_reference", "variants", "product_id", "handle"},
    "price": {"price", "sale_price", "reference_price"},
    "reference_price": {"reference_price", "price"},
    "stock": {"stock", "variants"},
    "category": {"category", "category_path"},
    "description": {"description", "selling_points", "attributes"},
    "attribute": {"attributes", "quantities"},
    "option": {"attributes", "options", "variants", "quantities"},
    "selected": {"team", "selected"},
}
# Of several columns for one of these it is enough that one was taken.
ALONE = ("price", "category", "images", "sku", "stock", "description")
# Told by no product, or only by leaving one out.
UNSEEN = {"handle", "type", "status", "availability", "tags", "product_id", "option"}


def index(products):
    by = {}
    for p in products:
        for key in (p.get("sku"), p.get("parent_sku"), *(v.get("sku")
                                                         for v in p.get("variants", []))):
            if key:
                by.setdefault(norm(key), p)
        for key in (p.get("title"), ):
            if key:
                by.setdefault("title:" + norm(key), p)
    return by


def match(by, told):
    for key in (told["sku"], *told.get("other_skus", [])):
        if norm(key) in by:
            return by[norm(key)], True
    return by.get("title:" + norm(told["title"])), False


def group(field, header):
    """What columns answer for together."""
    return field if field in ALONE else (field, header)


def columns_understood(truth, products):
    cells = {}
    options = set()
    for p in products:
        source = p.get("source", {})
        for key, header in source.get("cells", {}).items():
            base = re.split(r"[.\[]", key)[0]
            for part in (header if isinstance(header, list) else [header]):
                cells.setdefault(base, set()).add(norm(part))
        for v in p.get("variants", []):
            options |= {norm(k) for k in v.get("options", {})}
        options |= {norm(k) for k in p.get("attributes", {})}
        if p.get("team"):
            cells.setdefault("team", set())
    wanted, missed = 0, []
    for sheet in truth["sheets"]:
        if sheet["role"] not in ("products", "price_update"):
            continue
        groups = {}
        for c in sheet["columns"]:
            if c["field"] is None or c["field"] in UNSEEN or not c["header"]:
                continue
            # A product's code stands where the product does, not where its price is changed.
            if c["field"] == "sku" and sheet["role"] == "price_update":
                continue
            header = norm(c["header"])

            def has(header):
                tail = re.split(r"[:./>]", header)[-1]
                if "|" in header:
                    return any(has(h) for h in header.split("|"))
                for base in ACCEPT.get(c["field"], {c["field"]}):
                    for seen in cells.get(base, ()):
                        if seen in (header, tail) or header in seen or re.split(r"[:./>@]",
                                                                                seen)[-1] == tail:
                            return True
                return c["field"] == "attribute" and any(
                    header in o or o in header for o in options if o)

            good = has(header)
            if c["field"] == "images" and not good:
                good = bool(truth["pictures"]) and any(p.get("images") for p in products)
            key = group(c["field"], header)
            groups.setdefault(key, []).append((good, c["header"]))
        for members in groups.values():
            wanted += 1
            if not any(g for g, _ in members):
                missed.append(members[0][1])
    return wanted - len(missed), wanted, missed


def fault_met(fault, problems, path):
    for p in problems:
        row = p.get("row")
        if row is None or (fault["sheet"] and p.get("sheet")
                           and norm(p["sheet"]) != norm(fault["sheet"])):
            continue
        slack = 1 if path.suffix == ".jsonl" else 0
        if abs(row - fault["row"]) > slack:
            continue
        if fault["header"] is None:
            return p
        column, header = norm(p.get("column")), norm(fault["header"])
        if not column or column == header or header in column or header in norm(
                p.get("message")) or column.endswith(header):
            return p
        if fault.get("column") and column == norm(fault["column"]):
            return p
    return None


def compare(path, truth, run):
    short, row = [], {
        "file": path.name, "maker": truth["maker"], "note": truth["note"], "expect": truth["expect"]
    }
    reader, missing, found, asked = confirm(path, truth)
    row["other_reader"] = {
        "by": reader or f"none ({missing})", "confirmed": found, "of": asked,
        "missing": missing if reader else []
    }
    crash = run.crashed()
    row |= {"exit": run.code, "seconds": round(run.seconds, 2), "megabytes": round(run.megabytes)}
    if crash:
        short.append(crash)
    by = index(run.products)
    good, wanted, missed = columns_understood(truth, run.products)
    row["columns"] = {"understood": good, "of": wanted, "missed": missed}
    if good < wanted:
        short.append(f"columns not understood: {', '.join(missed[:6])}")
    least, most = truth["product_count"]["least"], truth["product_count"]["most"]
    row["products"] = {"got": len(run.products), "least": least, "most": most}
    if not least <= len(run.products) <= most:
        short.append(
            f"{len(run.products)} products, expected {least}" +
            (f"–{most}" if most != least else ""))
    prices = facts = asked_prices = asked_facts = 0
    wrong, by_title, absent = [], [], []
    for told in truth["products"]:
        p, by_code = match(by, told)
        if p is None:
            if not told.get("optional"):
                absent.append(told["sku"])
                asked_prices += told["price"] is not None
            continue
        if not by_code:
            by_title.append(told["sku"])
        if told["price"] is not None:
            asked_prices += 1
            amount = (p.get("price") or {}).get("amount")
            accepted = [told["price"], *(told.get("other_prices") or [])]
            if any(near(amount, a) for a in accepted):
                prices += 1
            else:
                wrong.append(f"{told['sku']} price {amount} for {told['price']}")
        checks = [("title", norm(p.get("title")) == norm(told["title"]), p.get("title"))]
        if told.get("currency"):
            got = (p.get("price") or {}).get("currency")
            checks.append(("currency", got == told["currency"], got))
        for key in ("stock", "cost", "sales_7d", "sales_28d", "commission_rate", "return_rate"):
            if key in told:
                checks.append((key, near(p.get(key), told[key]), p.get(key)))
        if "brand" in told:
            checks.append(("brand", norm(p.get("brand")) == norm(told["brand"]), p.get("brand")))
        if told.get("reference") is not None:
            got = (p.get("reference_price") or {}).get("amount")
            checks.append(("reference_price", near(got, told["reference"]), got))
        if "link" in told:
            checks.append(("link", p.get("link") == told["link"], p.get("link")))
        if "image" in told:
            checks.append(("image", told["image"] in p.get("images", []), p.get("images")))
        if "points" in told:
            checks.append((
                "selling_points", {norm(x)
                                   for x in told["points"]}
                <= {norm(x)
                    for x in p.get("selling_points", [])}, p.get("selling_points")))
        if "variants" in told:
            checks.append((
                "variants", len(p.get("variants",
                                      [])) == told["variants"], len(p.get("variants", []))))
        for name, value in told.get("attributes", {}).items():
            checks.append((
                name, norm(value) in norm(p.get("attributes", {}).get(name)), p.get(
                    "attributes", {}).get(name)))
        for name, fine, got in checks:
            asked_facts += 1
            facts += fine
            if not fine and not told.get("optional"):
                wrong.append(
                    f"{told['sku']} {name} {str(got)[:40]!r}" +
                    (f" for {told[name]!r}" if name in told else ""))
    row["prices"] = {"equal": prices, "of": asked_prices}
    row["facts"] = {"equal": facts, "of": asked_facts}
    if absent:
        short.append(f"products absent: {', '.join(absent[:4])}" + ("…" if len(absent) > 4 else ""))
    if by_title:
        short.append(f"found by title only (code differs): {', '.join(by_title[:4])}")
    if wrong:
        short.append(f"{len(wrong)} values differ: " + "; ".join(wrong[:3]))
    row["wrong"] = wrong[:40]
    unexpected = [p for p in run.problems if p.get("severity") == "error"]
    met = 0
    required = [f for f in truth["faults"] if f["required"]]
    unmet = []
    for fault in truth["faults"]:
        hit = fault_met(fault, run.problems, path)
        if hit:
            unexpected = [
                p for p in unexpected
                if p is not hit and (p.get("row"),
                                     p.get("sheet")) != (hit.get("row"), hit.get("sheet"))
            ]
        if fault["required"]:
            met += bool(hit)
            if not hit:
                unmet.append(f"row {fault['row']} {fault['what']}")
    row["faults"] = {
        "got": met, "of": len(required), "unmet": unmet,
        "unexpected": [{k: p.get(k)
                        for k in ("sheet", "row", "column", "message")} for p in unexpected[:10]]
    }
    if unmet:
        short.append(f"faults not named: {'; '.join(unmet[:3])}")
    if unexpected:
        short.append(
            f"{len(unexpected)} unexpected faults: {str(unexpected[0].get('message'))[:90]}")
    right = 0
    lost = []
    for picture in truth["pictures"]:
        told = {"sku": picture["sku"], "title": "\0"}
        p, _ = match(by, told)
        hashes = set()
        for image in (p or {}).get("images", []):
            for base in (run.folder, run.folder / "work"):
                try:
                    file = base / image
                    if file.is_file():
                        hashes.add(hashlib.sha256(file.read_bytes()).hexdigest())
                except (OSError, ValueError):
                    pass
        if picture["sha256"] in hashes:
            right += 1
        else:
            lost.append(picture["sku"])
    row["pictures"] = {"got": right, "of": len(truth["pictures"])}
    if lost:
        short.append(
            f"pictures not with their product: {', '.join(lost[:4])}" +
            ("…" if len(lost) > 4 else ""))
    told_team = right_team = 0
    for told in truth["team"]:
        p, _ = match(by, {"sku": told["sku"], "title": "\0"})
        team = (p or {}).get("team") or {}
        told_team += 1
        if team.get("selected") == told.get("selected") and ("hook" not in told or norm(
                team.get("hook")) == norm(told["hook"])):
            right_team += 1
    row["team"] = {"got": right_team, "of": told_team}
    if right_team < told_team:
        short.append(f"team decisions {right_team}/{told_team}")
    row["verdict"] = "; ".join(short) or "ok"
    return row
