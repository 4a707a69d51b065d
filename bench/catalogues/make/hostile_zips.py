"""Archives that are bombs, broken, or lie about themselves."""

import struct
import zlib

from common import OUT, zip_bytes
from hand import HEAD, MAIN, REL, Book, relations
from hostile_base import ROWS, SECRET, book, five, replaced, write


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


def make():
    bombs()
    zips()


if __name__ == "__main__":
    make()
