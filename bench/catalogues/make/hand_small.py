"""Workbooks part by part as libraries and streaming writers have them."""

import io
import zipfile
from xml.sax.saxutils import escape

from common import FIXED, OUT, Truth, letter, product, zip_bytes
from hand import (
    MAIN,
    REL,
    Book,
    Cell,
    relations,
)
from hand_rows import COLUMNS, header, plain_rows, told


def prefixed():
    name = "sdk-prefixed.xlsx"
    truth = Truth(
        name,
        "by hand, as the Open XML SDK writes",
        note="every element with the prefix x:, absolute targets, odd part names, UTF-8 mark "
             "before the XML"
    )
    rows = plain_rows(12, "PX")
    told(truth, rows, "Products", 2)

    def cell(ref, v):
        if isinstance(v, str):
            return f'<x:c r="{ref}" t="inlineStr"><x:is><x:t>{escape(v)}</x:t></x:is></x:c>'
        return f'<x:c r="{ref}" t="n"><x:v>{v}</x:v></x:c>'

    body = "".join(
        f'<x:row r="{r}">' +"".join(cell(f"{letter(c)}{r}", v)
                                    for c, v in enumerate(row, 1)) + "</x:row>"
        for r, row in enumerate([[h for h, _ in COLUMNS], *rows], 1))
    sheet = (
        '\ufeff<?xml version="1.0" encoding="utf-8"?><x:worksheet '
        f'xmlns:x="{MAIN}"><x:sheetData>{body}</x:sheetData></x:worksheet>')
    workbook = (
        f'<?xml version="1.0" encoding="utf-8"?><x:workbook xmlns:r="{REL}" '
        f'xmlns:x="{MAIN}"><x:sheets>'
        '<x:sheet name="Products" sheetId="4" r:id="R5d0a" /></x:sheets></x:workbook>')
    types = (
        '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/pack'
        'age/2006/content-types">'
        '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spread'
        'sheetml.sheet.main+xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationship'
        's+xml"/>'
        '<Override PartName="/doc/grid/first.xml" ContentType="application/vnd.openxmlformats-offic'
        'edocument.spreadsheetml.worksheet+xml"/></Types>'
    )
    (OUT / name).write_bytes(
        zip_bytes([("doc/book.xml", workbook), ("doc/grid/first.xml", sheet),
                   ("_rels/.rels", relations([("R1", f"{REL}/officeDocument", "/doc/book.xml")])),
                   (
                       "doc/_rels/book.xml.rels",
                       relations([("R5d0a", f"{REL}/worksheet", "/doc/grid/first.xml")])),
                   ("[Content_Types].xml", types)]))
    truth.sheet("Products", "products", [1], COLUMNS, 12)
    truth.save()


def no_references():
    name = "no-references.xlsx"
    truth = Truth(
        name,
        "by hand, as small JavaScript writers do",
        note="rows and cells carry no references; empty cells are <c/>; no styles; some rows carry "
             "numbers out of step"
    )
    rows = plain_rows(10, "NR", 4)
    told(truth, rows, "Sheet1", 2)
    book = Book()
    full = [[h for h, _ in COLUMNS], *rows]
    for row in full:
        row.insert(2, Cell("r", ">"))
    book.sheet("Sheet1", book.rows(full, refs=False).replace("<c></c>", "<c/>"))
    columns = [*COLUMNS[:2], ("", None), *COLUMNS[2:]]
    truth.sheet("Sheet1", "products", [1], columns, 10)
    book.save(OUT / name)
    truth.save()


def streamed():
    name = "streamed-zip.xlsx"
    truth = Truth(
        name,
        "by hand, as streaming writers do",
        note="sizes only in data descriptors, Zip64 extra fields, parts in an odd order, a "
             "macro-enabled content type"
    )
    rows = plain_rows(20, "SZ", 8)
    told(truth, rows, "Sheet1", 2)
    book = Book()
    book.sheet("Sheet1", book.rows([header(), *rows]))

    class Stream(io.RawIOBase):
        """A place to write to that cannot seek, so that the zip gets data descriptors."""

        def __init__(self):
            self.data = bytearray()

        def writable(self):
            return True

        def write(self, b):
            self.data += bytes(b)
            return len(b)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, body in reversed(book.parts()):
            info = zipfile.ZipInfo(part, FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(info, "w", force_zip64=True) as out:
                out.write(body.encode() if isinstance(body, str) else body)
    (OUT / name).write_bytes(bytes(stream.data))
    truth.sheet("Sheet1", "products", [1], COLUMNS, 20)
    truth.save()


def long_cell():
    name = "long-cell.xlsx"
    truth = Truth(
        name, "by hand", note="a description of 100,000 characters in one cell; the product stays")
    book = Book()
    columns = [*COLUMNS, ("商品描述", "description")]
    rows = [header() + ["商品描述"]]
    for n in range(5):
        p = product(n, "LC")
        rows.append([
            p["sku"], p["title"], p["category"], p["price"], p["stock"],
            "长文案。" * (25000 if n == 2 else 10)
        ])
        truth.product(p["sku"], p["title"], p["price"], p["stock"], n + 2, "商品")
    truth.fault(4, "商品描述", "a text too long is shortened", "商品", required=False)
    book.sheet("商品", book.rows(rows))
    truth.sheet("商品", "products", [1], columns, 5)
    book.save(OUT / name)
    truth.save()


def make():
    prefixed()
    no_references()
    streamed()
    long_cell()


if __name__ == "__main__":
    make()
