"""Another reader: what a file holds, read without shopreel."""

import csv
import io
import json
import os
import re
import xml.etree.ElementTree as ET
import zipfile

from texts import near, norm


def local(tag):
    return tag.rsplit("}", 1)[-1]


def plain_workbook(path):
    """Sheets as {name: {row: [texts]}}, read part by part without regard to namespaces."""
    with zipfile.ZipFile(path) as z:
        names = {n.lower(): n for n in z.namelist()}

        def part(name):
            return ET.fromstring(z.read(names[name.lower().lstrip("/")]).lstrip(b"\xef\xbb\xbf"))

        def links(name):
            head, tail = os.path.split(name)
            rels = part(f"{head}/_rels/{tail}.rels" if head else f"_rels/{tail}.rels")
            return {
                r.get("Id"): (
                    r.get("Type").rsplit(
                        "/", 1)[-1], os.path.normpath(os.path.join("/" + head,
                                                                   r.get("Target"))).lstrip("/"))
                for r in rels
            }

        top = next(t for k, t in links("").values() if k == "officeDocument")
        rels = links(top)
        strings = []
        for kind, target in rels.values():
            if kind == "sharedStrings":
                for si in part(target):
                    strings.append(
                        "".join(
                            t.text or "" for e in si if local(e.tag) in ("t", "r")
                            for t in ([e] if local(e.tag) == "t" else e) if local(t.tag) == "t"))
        result = {}
        for sheet in (e for e in part(top).iter() if local(e.tag) == "sheet"):
            ident = next(v for k, v in sheet.attrib.items() if local(k) == "id")
            rows = {}
            body = io.BytesIO(z.read(names[rels[ident][1].lower()]).lstrip(b"\xef\xbb\xbf"))
            n = 0
            for _, row in ET.iterparse(body):
                if local(row.tag) != "row":
                    continue
                n += 1
                cells = []
                for c in row:
                    value = next((v.text for v in c if local(v.tag) == "v"), None)
                    if c.get("t") == "s" and value is not None:
                        value = strings[int(value)]
                    if c.get("t") == "inlineStr":
                        value = "".join(t.text or "" for t in c.iter() if local(t.tag) == "t")
                    cells.append(value)
                if any(v is not None for v in cells):
                    rows[int(row.get("r", n))] = cells
                row.clear()
            result[sheet.get("name")] = rows
        return result


def workbook_rows(path):
    import warnings
    warnings.simplefilter("ignore")
    if path.stat().st_size < 1_000_000:
        try:
            import openpyxl
            book = openpyxl.load_workbook(path, data_only=True)
            result = {}
            for ws in book.worksheets:
                rows = {}
                for row in ws.iter_rows():
                    rows[row[0].row] = [
                        f"{c.value:06d}"
                        if c.number_format == "000000" and isinstance(c.value, int) else c.value
                        for c in row
                    ]
                result[ws.title] = rows
            if result and any(result.values()):
                return "openpyxl", result
        except Exception:
            pass
    return "xml.etree", plain_workbook(path)


def decoded(data):
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf",
                                                                          "utf-8-sig")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def leaves(value):
    if isinstance(value, dict):
        return [x for v in value.values() for x in leaves(v)]
    if isinstance(value, list):
        return [x for v in value for x in leaves(v)]
    return [value]


def feed_records(path):
    """Every record as a flat list of texts."""
    text = decoded(path.read_bytes())
    if path.suffix == ".xml":
        root = ET.fromstring(re.sub(r"^\ufeff?<\?xml[^>]*\?>", "", text))

        def flat(e):
            return [
                x for x in ((e.text or "").strip(), *e.attrib.values(),
                            *(y for c in e for y in flat(c)), *((c.tail or "").strip() for c in e))
                if x
            ]

        return "xml.etree", [flat(e) for e in root.iter()]
    if path.suffix == ".jsonl":
        records = []
        for line in text.splitlines():
            try:
                records.append(leaves(json.loads(line)))
            except ValueError:
                pass
        return "json", records
    if path.suffix == ".json":
        return "json", [leaves(e) for e in json.loads(text)]
    delimiter = "\t" if path.suffix == ".tsv" or "utf16" in path.name else ","
    return "csv", list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def confirm(path, truth):
    """How many of the truth's products another reader finds as told."""
    told = truth["products"]
    try:
        if path.suffix == ".xlsx":
            reader, sheets = workbook_rows(path)

            def row_of(p):
                if "row" not in p:
                    return None
                return sheets.get(p.get("sheet"), {}).get(p["row"])
        else:
            reader, records = feed_records(path)

            def row_of(p):
                sku = norm(p["sku"])
                return next((
                    r for r in records
                    if any(norm(v) == sku or f":{sku}" in norm(v)
                           for v in r) and any(norm(v) == norm(p["title"]) for v in r)), None)
    except Exception as error:
        return None, f"{type(error).__name__}", 0, 0
    found = asked = 0
    missing = []
    for p in told:
        row = row_of(p)
        if "row" not in p and path.suffix == ".xlsx":
            continue
        asked += 1
        values = [norm(v) for v in row or []]
        title = norm(re.sub("_x0031_", "1", p["title"]))
        good = bool(row) and (title in values or "_x0031_" in "".join(map(str, row)))
        if good and p["price"] is not None and path.suffix == ".xlsx":
            good = any(near(v, p["price"]) for v in row if v is not None) or any(
                norm(f"{p['price']:g}") in v or norm(f"{p['price']:.0f}") in v for v in values)
        found += good
        if not good:
            missing.append(p["sku"])
    return reader, missing[:3], found, asked
