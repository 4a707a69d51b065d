#!/usr/bin/env python3
"""Copies the small files the tests read into the tests' folder, each with what they compare.

    python3 fixtures.py [--books DIR]

The full truth is cut to the facts the tests hold a product against, and each picture's SHA-256
becomes its FNV-1a, which a test computes in a line.
"""

import argparse
import hashlib
import json
import os
import shutil
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import comparing  # noqa: E402

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "Tests/ImportingTests/Workbooks"

BOOKS = [
    "supplier-quotation.xlsx", "quotation-eur.xlsx", "price-update.xlsx", "pictures-merged.xlsx",
    "pictures-in-cells.xlsx", "wps-dispimg.xlsx", "wps-et-prefix.xlsx", "online-sheet-links.xlsx",
    "douyin-selection.xlsx", "sections.xlsx", "tiktok-shop-batch.xlsx", "faults.xlsx",
    "merged-variants.xlsx", "jushuitan-erp.xlsx", "hidden-things.xlsx", "dates-1904.xlsx",
    "strict-ooxml.xlsx", "strings.xlsx", "typed-cells.xlsx", "no-references.xlsx",
    "feeds/google-rss.xml", "feeds/offers.yml.xml", "feeds/erp-gbk.xml", "feeds/taobao-utf16.csv",
    "feeds/meta.csv", "feeds/shopify-2025.csv", "feeds/products.jsonl",
]

# Hostile file → words of the answer it is owed where nothing comes out.
HOSTILE = {
    "xxe.xml": "DOCTYPE", "xxe-in-workbook.xlsx": "DOCTYPE", "billion-laughs.xml": "DOCTYPE",
    "laughs-in-workbook.xlsx": "DOCTYPE", "evil-names.xlsx": None, "link-entry.xlsx": None,
    "picture-outside.xlsx": None, "encrypted.xlsx": "password", "old-named.xlsx": "old Excel",
    "letter-named.xlsx": "Word", "named-xlsb.xlsx": "xlsb", "truncated-50.xlsx": "cut off",
    "empty.xlsx": "empty", "wrong-crc.xlsx": "damaged", "loop-relations.xlsx": "no sheet",
    "huge-references.xlsx": "does not follow", "giant-merge.xlsx": None,
    "string-out-of-range.xlsx": None, "deep-in-workbook.xlsx": "deep", "nul-bytes.csv": None,
    "page.xlsx": "web page",
}

FACTS = (
    "stock", "cost", "sales_7d", "sales_28d", "commission_rate", "return_rate", "brand",
    "reference", "link", "image", "points", "attributes", "variants",
)


def fnv(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % (1 << 64)
    return f"{value:016x}"


def pictures(path):
    """SHA-256 → FNV-1a of everything in the archive."""
    if not zipfile.is_zipfile(path):
        return {}
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist() if "media/" in name.lower()]
    return {hashlib.sha256(part).hexdigest(): fnv(part) for part in parts}


def columns(truth):
    """Groups of headers one of which a reader must have taken for one of the fields."""
    groups = {}
    for sheet in truth["sheets"]:
        if sheet["role"] not in ("products", "price_update"):
            continue
        for column in sheet["columns"]:
            field, header = column["field"], column["header"]
            if field is None or field in comparing.UNSEEN or not header:
                continue
            if field == "images" and truth["pictures"]:
                continue
            if field == "sku" and sheet["role"] == "price_update":
                continue
            key = comparing.group(field, header)
            entry = groups.setdefault(
                key, {"fields": sorted(comparing.ACCEPT.get(field, {field})), "headers": []})
            entry["headers"] += [h for h in header.split("|") if h not in entry["headers"]]
    return list(groups.values())


def product(told):
    kept = {"skus": [told["sku"], *told.get("other_skus", [])], "title": told["title"]}
    if told["price"] is not None:
        kept["prices"] = [told["price"], *(told.get("other_prices") or [])]
    if told.get("currency"):
        kept["currency"] = told["currency"]
    kept |= {key: told[key] for key in FACTS if told.get(key) is not None}
    if told.get("optional"):
        kept["optional"] = True
    return kept


def trimmed(path, truth):
    digests = pictures(path)
    return {
        "with": truth["with"], "least": truth["product_count"]["least"],
        "most": truth["product_count"]["most"], "columns": columns(truth),
        "products": [product(told) for told in truth["products"]],
        "faults": [
            {"row": f["row"], "required": f["required"], "what": f["what"]}
            | ({"header": f["header"]} if f["header"] else {})
            | ({"sheet": f["sheet"]} if f["sheet"] else {}) for f in truth["faults"]],
        "pictures": [
            {"sku": p["sku"], "digest": digests[p["sha256"]]} for p in truth["pictures"]],
        "team": truth["team"],
    }


def answer(truth, words):
    count = truth["product_count"] or {}
    kept = {"expect": truth["expect"], "most": count.get("most", 5)}
    return kept | ({} if words is None else {"says": words}) | {"never": truth["never"]}


def write(target, name, data):
    """A line for every product: small to keep, and a change shows where it is."""
    def compact(value):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)

    lines = []
    for key, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            inner = ",\n".join("  " + compact(entry) for entry in value)
            lines.append(f"{compact(key)}: [\n{inner}\n]")
        else:
            lines.append(f"{compact(key)}: {compact(value)}")
    (target / f"{name}.truth.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--books", type=Path, default=HERE / "work")
    books = options.parse_args().books
    (TARGET / "hostile").mkdir(parents=True, exist_ok=True)
    for name in BOOKS:
        path = books / name
        truth = json.loads(Path(f"{path}.truth.json").read_text())
        for file in (path.name, *truth["with"]):
            shutil.copyfile(path.parent / file, TARGET / file)
        write(TARGET, path.name, trimmed(path, truth))
    for name, words in HOSTILE.items():
        path = books / "hostile" / name
        truth = json.loads(Path(f"{path}.truth.json").read_text())
        shutil.copyfile(path, TARGET / "hostile" / name)
        write(TARGET / "hostile", name, answer(truth, words))
    sizes = [f.stat().st_size for f in TARGET.rglob("*") if f.is_file()]
    print(f"{len(sizes)} files, {sum(sizes) / 1024:.0f} KB, the largest {max(sizes) / 1024:.0f} KB")


if __name__ == "__main__":
    main()
