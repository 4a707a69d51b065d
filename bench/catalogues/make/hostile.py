"""Files that are broken, hostile or of another kind, each with the kind of answer a reader owes."""

import json
import shutil
import struct
import subprocess
import tempfile
import zipfile
import zlib
from pathlib import Path

from common import HERE, OUT, product, zip_bytes
from hand import HEAD, MAIN, REL, Book, Cell, relations

HOSTILE = OUT / "hostile"
ROWS = [["商品编码", "商品名称", "类目", "售价", "库存"]
        ] + [[p["sku"], p["title"], p["category"], p["price"], p["stock"]]
             for p in (product(n, "HO") for n in range(5))]
SECRET = ["root:x:0:0"]


def told(name, expect, note, products=None, seconds=20, megabytes=1200, never=()):
    """expect: error (nothing read, a fault that names the file), read, or either."""
    truth = {
        "file": name, "expect": expect, "note": note, "product_count": products,
        "limits": {"seconds": seconds, "megabytes": megabytes}, "never": list(never)
    }
    (HOSTILE /
     f"{name}.truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n")


def write(name, data, *args, **more):
    (HOSTILE / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    told(name, *args, **more)


def book(rows=ROWS, **how):
    b = Book()
    b.sheet("商品", b.rows(rows), **how)
    return b


def replaced(parts, name, change):
    return [(n, change(b if isinstance(b, str) else b.decode()) if n == name else b)
            for n, b in parts]


def five():
    return {"least": 5, "most": 5}


def deflated_bomb(head, chunk, count, tail):
    """Raw deflate of head + chunk × count + tail, without holding it."""
    pack = zlib.compressobj(9, zlib.DEFLATED, -15)
    crc, size, out = 0, 0, []
    for piece in (head, *([chunk] * count), tail):
        crc, size = zlib.crc32(piece, crc), size + len(piece)
        out.append(pack.compress(piece))
    return b"".join([*out, pack.flush()]), crc, size


class RawZip:
    """A zip whose headers say what they are told to say."""

    def __init__(self):
        self.data, self.central = bytearray(), []

    def local(self, name, packed, crc, size, method=8):
        at = len(self.data)
        self.data += struct.pack(
            "<4s5H3I2H", b"PK\3\4", 20, 0x800, method, 0x4000, 0x5CC1, crc, len(packed), size,
            len(name), 0) + name + packed
        return at

    def entry(self, name, at, packed, crc, size, method=8):
        self.central.append(
            struct.pack(
                "<4s6H3I5H2I", b"PK\1\2", 20, 20, 0x800, method, 0x4000, 0x5CC1, crc, packed, size,
                len(name), 0, 0, 0, 0, 0, at) + name)

    def add(self, name, body, method=8):
        name = name.encode()
        body = body.encode() if isinstance(body, str) else body
        pack = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = pack.compress(body) + pack.flush() if method == 8 else body
        at = self.local(name, packed, zlib.crc32(body), len(body), method)
        self.entry(name, at, len(packed), zlib.crc32(body), len(body), method)

    def bytes(self):
        at, central = len(self.data), b"".join(self.central)
        return bytes(self.data) + central + struct.pack(
            "<4s4H2IH", b"PK\5\6", 0, 0, len(self.central), len(self.central), len(central), at, 0)


def bombs():
    parts = book().parts()
    sheet = dict(parts)["xl/worksheets/sheet1.xml"].encode()
    cut = sheet.index(b"</sheetData>")
    spaces = b" " * (1 << 20)
    raw = RawZip()
    for name, body in parts:
        if name != "xl/worksheets/sheet1.xml":
            raw.add(name, body)
    packed, crc, size = deflated_bomb(sheet[:cut], spaces, 1500, sheet[cut:])
    raw.entry(
        b"xl/worksheets/sheet1.xml", raw.local(b"xl/worksheets/sheet1.xml", packed, crc, size),
        len(packed), crc, size)
    write(
        "bomb-sheet.xlsx", raw.bytes(), "either",
        "a sheet of 1.5 GB of blanks in 1.5 MB: refused, or read within the limits", five())

    raw = RawZip()
    for name, body in parts:
        if name != "xl/worksheets/sheet1.xml":
            raw.add(name, body)
    packed, crc, size = deflated_bomb(sheet[:cut], spaces, 1500, sheet[cut:])
    raw.entry(
        b"xl/worksheets/sheet1.xml", raw.local(b"xl/worksheets/sheet1.xml", packed, crc, 1000),
        len(packed), crc, 1000)
    write("bomb-lying-size.xlsx", raw.bytes(), "error", "the same, and its headers say 1,000 bytes")

    packed, crc, size = deflated_bomb(sheet[:cut], b"<row><c/></row>" * 65536, 700, sheet[cut:])
    raw = RawZip()
    for name, body in parts:
        if name != "xl/worksheets/sheet1.xml":
            raw.add(name, body)
    raw.entry(
        b"xl/worksheets/sheet1.xml", raw.local(b"xl/worksheets/sheet1.xml", packed, crc, size),
        len(packed), crc, size)
    write(
        "bomb-rows.xlsx",
        raw.bytes(),
        "either",
        "46 million empty rows after five products",
        seconds=30)

    raw = RawZip()
    kernel, crc, size = deflated_bomb(sheet[:cut], spaces, 12, sheet[cut:])
    at = raw.local(b"xl/worksheets/sheet1.xml", kernel, crc, size)
    count = 1000
    for n in range(1, count + 1):
        raw.entry(f"xl/worksheets/sheet{n}.xml".encode(), at, len(kernel), crc, size)
    raw.add(
        "xl/workbook.xml", f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>' +
        "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId{n}"/>'
                for n in range(1, count + 1)) + "</sheets></workbook>")
    raw.add(
        "xl/_rels/workbook.xml.rels",
        relations([(f"rId{n}", f"{REL}/worksheet", f"worksheets/sheet{n}.xml")
                   for n in range(1, count + 1)] +
                  [("rIdS", f"{REL}/sharedStrings", "sharedStrings.xml")]))
    for name in ("[Content_Types].xml", "_rels/.rels", "xl/sharedStrings.xml"):
        raw.add(name, dict(parts)[name])
    write(
        "overlapping-entries.xlsx",
        raw.bytes(),
        "error",
        "a thousand sheets of 12 MB that are the same bytes of the zip",
        seconds=60)


def entities():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    write(
        "billion-laughs.xml",
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 '
        f'"lol">{laughs}]><rss><channel><item><id>A1</id><title>&l9;</title><price>1.00 '
        'USD</price></item></channel></rss>',
        "error", "entities that double nine times")
    write(
        "quadratic.xml",
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a '
        f'"{"a" * 100000}">]><rss><channel><item><id>A1</id><title>{"&a;" * 50000}</title><price>'
        '1.00 USD</price></item></channel></rss>',
        "error", "one long entity many times: 5 GB")
    item = "<item><id>A1</id><title>Mug &x;</title><price>1.00 USD</price></item>"
    write(
        "xxe.xml",
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM '
        f'"file:///etc/passwd">]><rss><channel>{item}</channel></rss>',
        "either",
        "an entity from a file of the machine",
        never=SECRET)
    write(
        "xxe-parameter.xml",
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p; '
        f'<!ENTITY x "y">]><rss><channel>{item}</channel></rss>',
        "either",
        "a parameter entity from a file",
        never=SECRET)
    write(
        "xxe-dtd.xml",
        '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1:9/evil.dtd"><rss><channel>'
        f'{item.replace("&x;", "")}</channel></rss>',
        "either", "a document type that lies elsewhere; nothing may be fetched")
    parts = book().parts()
    doctype = '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    evil = replaced(
        parts, "xl/sharedStrings.xml",
        lambda s: s.replace("<sst", doctype + "<sst", 1).replace("<t>冰丝", "<t>&x;冰丝"))
    write(
        "xxe-in-workbook.xlsx",
        zip_bytes(evil),
        "either",
        "an entity from a file, within the strings of a workbook",
        never=SECRET)
    laugh = replaced(
        parts, "xl/sharedStrings.xml",
        lambda s: s.replace("<sst", f'<!DOCTYPE sst [<!ENTITY l0 "lol">{laughs}]><sst', 1).replace(
            "<t>冰丝", "<t>&l9;冰丝"))
    write(
        "laughs-in-workbook.xlsx", zip_bytes(laugh), "error",
        "doubling entities within the strings of a workbook")


def depths():
    deep = 100_000
    write(
        "deep.xml", '<?xml version="1.0"?><rss><channel>' + "<a>" * deep + "</a>" * deep +
        "<item><id>A1</id><title>Mug</title><price>1.00 USD</price></item></channel></rss>",
        "either", "100,000 elements within each other")
    write("deep-unclosed.xml", "<a>" * 1_000_000, "error", "a million elements never closed")
    write("deep.json", "[" * deep + "]" * deep, "error", "100,000 lists within each other")
    write(
        "deep-objects.json", '{"a":' * deep + "1" + "}" * deep, "error",
        "100,000 objects within each other")
    write(
        "deep-in-workbook.xlsx",
        zip_bytes(
            replaced(
                book().parts(), "xl/worksheets/sheet1.xml", lambda s: s.replace(
                    "</worksheet>", "<a>" * deep + "</a>" * deep + "</worksheet>"))), "either",
        "the same after the rows of a workbook")
    write(
        "many-attributes.xml",
        "<rss><channel><item " + " ".join(f'a{n}="1"' for n in range(200_000)) +
        "><id>A1</id><title>Mug</title><price>1 USD</price></item></channel></rss>", "either",
        "200,000 attributes on one element")


def big_cells():
    ten = "长" * 3_500_000
    head = "商品编码,商品名称,类目,售价,库存,商品描述\n"
    write(
        "ten-mb-cell.csv", head + f"A1,帆布包,箱包,79,5,{ten}\nA2,马克杯,厨具,39,6,短\n", "either",
        "a description of 10 MB")
    write(
        "ten-mb-title.csv", head + f"A1,{ten},箱包,79,5,短\nA2,马克杯,厨具,39,6,短\n", "either",
        "a title of 10 MB; the second product is read or the file refused by name")
    b = Book()
    rows = [[*ROWS[0], "商品描述"], *[[*r, "短"] for r in ROWS[1:]]]
    rows[1][5] = Cell("i", f"<t>{ten}</t>")
    b.sheet("商品", b.rows(rows))
    write(
        "ten-mb-cell.xlsx", zip_bytes(b.parts()), "either", "a description of 10 MB in a workbook")
    write(
        "unclosed-quote.csv", head + 'A1,"帆布包,箱包,79,5,x\n' + "A2,马克杯,厨具,39,6,短\n" * 200_000,
        "either", "a quote that never closes before 200,000 rows")
    write(
        "nul-bytes.csv", (head + "A1,帆布\0包,箱包,79,5,x\n" + "\0" * 1000 + "\n").encode(), "either",
        "NUL bytes in a cell and after the rows")
    write(
        "million-columns.csv",
        ",".join(f"c{n}" for n in range(1_000_000)) + "\n" + "," * 999_999 + "\n", "error",
        "a million columns")


def zips():
    good = zip_bytes(book().parts())
    spot = good.rindex(b"xl/worksheets/sheet1.xml") - 46
    broken = bytearray(good)
    broken[spot + 16] ^= 0xFF
    where = good.index(b"xl/worksheets/sheet1.xml") - 30
    broken[where + 14] ^= 0xFF
    write("wrong-crc.xlsx", bytes(broken), "error", "the check sum of the sheet is wrong")
    flipped = bytearray(good)
    body = good.index(b"xl/worksheets/sheet1.xml") + len("xl/worksheets/sheet1.xml") + 200
    flipped[body] ^= 0x55
    write("flipped-bit.xlsx", bytes(flipped), "error", "one byte of the packed sheet is other")
    whole = (OUT / "douyin-selection.xlsx").read_bytes()
    for percent in (0, 1, 5, 10, 25, 40, 50, 60, 75, 90, 95, 99):
        write(
            f"truncated-{percent:02d}.xlsx", whole[:len(whole) * percent // 100], "error",
            f"the first {percent} % of a workbook")
    write("truncated-end.xlsx", whole[:-10], "either", "ten bytes short")
    parts = book().parts()
    evil = parts + [("../../evil", "x"), ("/tmp/evil-absolute", "x"), ("..\\..\\evil.txt", "x"),
                    ("C:\\evil.txt", "x"), ("xl/../../../evil2", "x")]
    write(
        "evil-names.xlsx", zip_bytes(evil), "either",
        "entries named ../../evil and the like; nothing may be written there", five())
    link = RawZip()
    for name, body in parts:
        link.add(name, body)
    link.add("xl/media/image1.png", "/etc/passwd", 0)
    write(
        "link-entry.xlsx",
        link.bytes(),
        "either",
        "a stored entry that names a file of the machine",
        five(),
        never=SECRET)
    drawing = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>'
        '1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="100" '
        'cy="100"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="p"/><xdr:cNvPicPr/></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip xmlns:r="{REL}" r:embed="rId1" '
        'r:link="rId2"/></xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>'
        '</xdr:wsDr>'
    )
    b = Book()
    b.sheet(
        "商品",
        b.rows(ROWS),
        after='<drawing r:id="rId1"/>',
        rels=[("rId1", f"{REL}/drawing", "../drawings/drawing1.xml")])
    b.extra = [
        ("xl/drawings/drawing1.xml", drawing),
        (
            "xl/drawings/_rels/drawing1.xml.rels",
            relations([("rId1", f"{REL}/image", "../../../../../../../etc/passwd")]).replace(
                "</Relationships>",
                f'<Relationship Id="rId2" Type="{REL}/image" Target="file:///etc/passwd" '
                'TargetMode="External"/></Relationships>'
            ))
    ]
    write(
        "picture-outside.xlsx",
        zip_bytes(b.parts()),
        "either",
        "a picture whose target climbs out of the file, and one linked to a file of the machine",
        five(),
        never=SECRET)
    twice = RawZip()
    for name, body in parts:
        twice.add(name, body)
    twice.add(
        "xl/worksheets/sheet1.xml",
        dict(parts)["xl/worksheets/sheet1.xml"].replace("<v>89.0</v>", "<v>1.0</v>"))
    write("name-twice.xlsx", twice.bytes(), "either", "two entries of one name")
    method = RawZip()
    for name, body in parts:
        method.add(name, body)
    data = bytearray(method.bytes())
    for mark, offset in ((b"PK\3\4", 8), (b"PK\1\2", 10)):
        at = data.find(mark)
        while at >= 0:
            struct.pack_into("<H", data, at + offset, 93)
            at = data.find(mark, at + 4)
    write("unknown-method.xlsx", bytes(data), "error", "packed by a method that no workbook uses")
    crypt = bytearray(good)
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = crypt.find(mark)
        while at >= 0:
            crypt[at + offset] |= 1
            at = crypt.find(mark, at + 4)
    write("zip-encrypted.xlsx", bytes(crypt), "error", "entries marked as encrypted")
    write("empty.xlsx", b"", "error", "no bytes at all")
    write("empty-zip.xlsx", RawZip().bytes(), "error", "a zip without entries")
    write(
        "no-workbook.xlsx", zip_bytes([p for p in parts if p[0] != "xl/workbook.xml"]), "error",
        "the workbook part is missing")
    write(
        "no-sheet.xlsx", zip_bytes([p for p in parts if p[0] != "xl/worksheets/sheet1.xml"]),
        "error", "the only sheet is missing")
    write(
        "loop-relations.xlsx",
        zip_bytes(
            replaced(
                parts, "xl/_rels/workbook.xml.rels",
                lambda s: s.replace("worksheets/sheet1.xml", "workbook.xml"))), "error",
        "the sheet is the workbook itself")


def odd_sheets():
    parts = book().parts()
    change = lambda f: zip_bytes(replaced(parts, "xl/worksheets/sheet1.xml", f))
    write(
        "string-out-of-range.xlsx",
        change(
            lambda s: s.replace("<v>6</v>", "<v>999999999</v>").replace("<v>7</v>", "<v>-1</v>")),
        "either", "cells that point past the strings", {"least": 3, "most": 5})
    write(
        "huge-references.xlsx",
        change(
            lambda s: s.replace('r="A3"', 'r="ZZZZZZ99999999999"').replace(
                '<row r="4"', '<row r="99999999999999999999"').replace('r="A5"', 'r="A0"')),
        "either", "cells and rows far past the last")
    write(
        "giant-merge.xlsx",
        change(
            lambda s: s.replace(
                "</sheetData>",
                '</sheetData><mergeCells count="3"><mergeCell ref="A1:XFD1048576"/><mergeCell '
                'ref="A6:A1048576"/><mergeCell ref="XFD1048576:A1"/></mergeCells>'
            )), "either", "cells merged over the whole sheet")
    write(
        "odd-numbers.xlsx",
        change(
            lambda s: s.replace("<v>89.0</v>", "<v>1e400</v>").replace("<v>59.9</v>", "<v>NaN</v>").
            replace("<v>139.0</v>", "<v>-0</v>").replace("<v>129.0</v>", "<v>0x10</v>")), "either",
        "numbers that are none", {"least": 1, "most": 5})
    write(
        "same-cell-twice.xlsx",
        change(lambda s: s.replace("</row>", '<c r="A1"><v>1</v></c></row>', 1)), "either",
        "one cell twice in a row", {"least": 0, "most": 5})
    far = "".join(f'<row r="{r}"><c r="XFD{r}"><v>1</v></c></row>' for r in range(7, 60007))
    write(
        "far-column.xlsx",
        change(lambda s: s.replace("</sheetData>", far + "</sheetData>")),
        "either",
        "60,000 rows with one cell in the last column: 983 million cells if laid out",
        seconds=30)
    b = Book()
    for n in range(3000):
        b.sheet(f"s{n}", b.rows(ROWS if n == 0 else [["x"]]))
    write(
        "three-thousand-sheets.xlsx", zip_bytes(b.parts()), "either",
        "3,000 sheets, one with products", five())
    bad = book()
    bad.strings[0] = '<t>商品编码\x01</t>'
    write(
        "control-characters.xlsx", zip_bytes(bad.parts()), "either", "a character that XML forbids")
    write(
        "not-utf8.xlsx",
        zip_bytes([(n, b.encode("gbk", "replace") if n == "xl/sharedStrings.xml" else b)
                   for n, b in parts]), "either", "strings in GBK that say UTF-8")


def compound(streams):
    """An OLE2 compound file of a few streams, each of 4,096 bytes or more."""
    sectors, fat, entries, at = [], [0xFFFFFFFD, 0xFFFFFFFE], [], 2
    for name, data in streams:
        count = -(-len(data) // 512)
        fat += [*range(at + 1, at + count), 0xFFFFFFFE]
        entries.append((name, 2, at, len(data)))
        sectors.append(data.ljust(count * 512, b"\0"))
        at += count
    directory = b""
    for n, (name, kind, start, size) in enumerate([("Root Entry", 5, 0xFFFFFFFE, 0), *entries]):
        packed = name.encode("utf-16-le")
        right = n + 1 if 0 < n < len(entries) else 0xFFFFFFFF
        directory += packed.ljust(64, b"\0") + struct.pack(
            "<HBB3I",
            len(packed) + 2, kind, 1, 0xFFFFFFFF, right,
            1 if n == 0 else 0xFFFFFFFF) + b"\0" * 36 + struct.pack("<IQ", start, size)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack(
        "<5H6x9I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return head + struct.pack("<128I", *fat, *[0xFFFFFFFF] *
                              (128 - len(fat))) + directory.ljust(512, b"\0") + b"".join(sectors)


def office_kinds(folder):
    """What only LibreOffice writes; it stamps each with the hour."""
    from books_libreoffice import UNO_PYTHON
    kinds = {
        "old.xls": "MS Excel 97", "page.xls": "HTML (StarCalc)", "sheet.ods": "calc8",
        "sheet.pdf": "calc_pdf_Export"
    }
    plan = [{
        "sheets": [{"name": "商品", "rows": ROWS}],
        "store": [[str(HOSTILE / name), kind] for name, kind in kinds.items()]
    }]
    (folder / "plan.json").write_text(json.dumps(plan))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    office = subprocess.Popen(
        ["soffice", profile, "--headless", "--norestore", "--accept=pipe,name=kinds;urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        subprocess.run(
            [UNO_PYTHON, HERE / "uno_books.py", "kinds", folder / "plan.json"], check=True,
            timeout=200)
        office.wait(30)
    finally:
        if office.poll() is None:
            office.terminate()
    told("old.xls", "error", "Excel 97: refused by name, with what to do")
    told(
        "page.xls", "either", "a web page that calls itself xls, as many shop systems export",
        five())
    told("sheet.ods", "either", "OpenDocument", five())
    told("sheet.pdf", "error", "a PDF")
    write("old-named.xlsx", (HOSTILE / "old.xls").read_bytes(), "error", "Excel 97 named xlsx")


def other_kinds():
    noise = bytes((n * 131 + n // 7) % 256 for n in range(8192))
    write(
        "encrypted.xlsx",
        compound([(
            "EncryptionInfo", struct.pack("<2HI", 4, 4, 0x40) +
            b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption '
            b'xmlns="http://schemas.microsoft.com/office/2006/encryption"/>'
            .ljust(4096, b" ")), ("EncryptedPackage", struct.pack("<Q", 8000) + noise)]), "error",
        "protected by a password: an OLE2 file named xlsx")
    write("named.csv", zip_bytes(book().parts()), "either", "a workbook named csv", five())
    write(
        "page.xlsx", "<html><head><meta charset=\"utf-8\"></head><body><table><tr>" +
        "</tr><tr>".join("".join(f"<td>{v}</td>" for v in r)
                         for r in ROWS) + "</tr></table></body></html>", "either",
        "a web page named xlsx", five())
    write(
        "binary.xlsb",
        zip_bytes([(
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnab'
            'led.main"/></Types>'
        ), ("_rels/.rels", relations([("rId1", f"{REL}/officeDocument", "xl/workbook.bin")])),
                   ("xl/workbook.bin", b"\x83\x01\x00\x84\x01\x00")]), "error",
        "the binary workbook of Excel")
    write("named-xlsb.xlsx", (HOSTILE / "binary.xlsb").read_bytes(), "error", "the same named xlsx")
    write(
        "sheet.numbers",
        zip_bytes([("Index/Document.iwa", b"\0" * 64), ("Index/Tables/DataList.iwa", b"\0" * 64),
                   ("Metadata/Properties.plist", "bplist00"), ("preview.jpg", b"\xff\xd8\xff")],
                  method=zipfile.ZIP_STORED), "error", "Apple Numbers")
    write(
        "letter.docx",
        zip_bytes([
            (
                "[Content_Types].xml",
                f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
                '><Override PartName="/word/document.xml" '
                'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.docum'
                'ent.main+xml"/></Types>'
            ), ("_rels/.rels", relations([("rId1", f"{REL}/officeDocument", "word/document.xml")])),
            (
                "word/document.xml",
                f'{HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/200'
                '6/main"><w:body><w:p><w:r><w:t>商品编码</w:t></w:r></w:p></w:body></w:document>'
            )
        ]), "error", "a letter")
    write(
        "letter-named.xlsx", (HOSTILE / "letter.docx").read_bytes(), "error", "a letter named xlsx")
    write(
        "spreadsheetml-2003.xml",
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?><Workbook '
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="商品"><Table>'
        + "".join(
            "<Row>" +"".join(
                f'<Cell><Data ss:Type="{"String" if isinstance(v, str) else "Number"}">'
                f'{v.replace(">", "&gt;") if isinstance(v, str) else v}</Data></Cell>'
                for v in r) + "</Row>" for r in ROWS) + "</Table></Worksheet></Workbook>", "either",
        "Excel 2003's XML", five())
    write("picture.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "error", "a picture named xlsx")


def make():
    HOSTILE.mkdir(exist_ok=True)
    for part in (bombs, entities, depths, big_cells, zips, odd_sheets, other_kinds):
        part()
    if shutil.which("soffice"):
        with tempfile.TemporaryDirectory() as place:
            office_kinds(Path(place))


if __name__ == "__main__":
    make()
