"""Products, faults and pictures against what a file truly holds."""

import hashlib
import re

import facts
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
    """One file's row of the report; `verdict` names everything that falls short."""
    reader, missing, found, asked = confirm(path, truth)
    row = {
        "file": path.name, "maker": truth["maker"], "note": truth["note"],
        "expect": truth["expect"], "other_reader": {
            "by": reader or f"none ({missing})", "confirmed": found, "of": asked,
            "missing": missing if reader else []
        }, "exit": run.code, "seconds": round(run.seconds, 2), "megabytes": round(run.megabytes)
    }
    short = [words for words in [run.crashed()] if words]
    by = index(run.products)
    short += compare_columns(row, truth, run.products)
    short += compare_count(row, truth, run.products)
    short += compare_products(row, truth, by)
    short += compare_faults(row, truth, run.problems, path)
    short += compare_pictures(row, truth, by, run.folder)
    short += compare_team(row, truth, by)
    return row | {"verdict": "; ".join(short) or "ok"}


def few(words):
    return ", ".join(words[:4]) + ("…" if len(words) > 4 else "")


def compare_columns(row, truth, products):
    good, wanted, missed = columns_understood(truth, products)
    row["columns"] = {"understood": good, "of": wanted, "missed": missed}
    return [f"columns not understood: {', '.join(missed[:6])}"] if missed else []


def compare_count(row, truth, products):
    least, most = truth["product_count"]["least"], truth["product_count"]["most"]
    row["products"] = {"got": len(products), "least": least, "most": most}
    if least <= len(products) <= most:
        return []
    span = f"–{most}" if most != least else ""
    return [f"{len(products)} products, expected {least}{span}"]


def compare_products(row, truth, by):
    prices, told_facts, wrong, by_title, absent = [], [], [], [], []
    for told in truth["products"]:
        product, by_code = match(by, told)
        if product is None:
            if not told.get("optional"):
                absent.append(told["sku"])
                prices += [False] * (told["price"] is not None)
            continue
        if not by_code:
            by_title.append(told["sku"])
        if told["price"] is not None:
            amount = (product.get("price") or {}).get("amount")
            accepted = [told["price"], *(told.get("other_prices") or [])]
            prices.append(any(near(amount, price) for price in accepted))
            if not prices[-1]:
                wrong.append(f"{told['sku']} price {amount} for {told['price']}")
        for name, fine, got in facts.of(product, told):
            told_facts.append(fine)
            if not fine and not told.get("optional"):
                owed = f" for {told[name]!r}" if name in told else ""
                wrong.append(f"{told['sku']} {name} {str(got)[:40]!r}{owed}")
    row["prices"] = {"equal": sum(prices), "of": len(prices)}
    row["facts"] = {"equal": sum(told_facts), "of": len(told_facts)}
    row["wrong"] = wrong[:40]
    short = [f"products absent: {few(absent)}"] if absent else []
    if by_title:
        short.append(f"found by title only (code differs): {few(by_title)}")
    if wrong:
        short.append(f"{len(wrong)} values differ: " + "; ".join(wrong[:3]))
    return short


def compare_faults(row, truth, problems, path):
    unexpected = [p for p in problems if p.get("severity") == "error"]
    required = [fault for fault in truth["faults"] if fault["required"]]
    unmet = []
    for fault in truth["faults"]:
        hit = fault_met(fault, problems, path)
        if hit:
            place = hit.get("row"), hit.get("sheet")
            unexpected = [
                p for p in unexpected
                if p is not hit and (p.get("row"), p.get("sheet")) != place]
        elif fault["required"]:
            unmet.append(f"row {fault['row']} {fault['what']}")
    keys = ("sheet", "row", "column", "message")
    row["faults"] = {
        "got": len(required) - len(unmet), "of": len(required), "unmet": unmet,
        "unexpected": [{key: p.get(key) for key in keys} for p in unexpected[:10]]
    }
    short = [f"faults not named: {'; '.join(unmet[:3])}"] if unmet else []
    if unexpected:
        words = str(unexpected[0].get("message"))[:90]
        short.append(f"{len(unexpected)} unexpected faults: {words}")
    return short


def compare_pictures(row, truth, by, folder):
    lost = []
    for picture in truth["pictures"]:
        product, _ = match(by, {"sku": picture["sku"], "title": "\0"})
        if picture["sha256"] not in digests((product or {}).get("images", []), folder):
            lost.append(picture["sku"])
    row["pictures"] = {"got": len(truth["pictures"]) - len(lost), "of": len(truth["pictures"])}
    return [f"pictures not with their product: {few(lost)}"] if lost else []


def digests(images, folder):
    found = set()
    for file in (base / image for image in images for base in (folder, folder / "work")):
        try:
            if file.is_file():
                found.add(hashlib.sha256(file.read_bytes()).hexdigest())
        except (OSError, ValueError):
            pass
    return found


def compare_team(row, truth, by):
    right = 0
    for told in truth["team"]:
        product, _ = match(by, {"sku": told["sku"], "title": "\0"})
        team = (product or {}).get("team") or {}
        hook = "hook" not in told or norm(team.get("hook")) == norm(told["hook"])
        right += team.get("selected") == told.get("selected") and hook
    row["team"] = {"got": right, "of": len(truth["team"])}
    return [] if right == len(truth["team"]) else [f"team decisions {right}/{len(truth['team'])}"]
