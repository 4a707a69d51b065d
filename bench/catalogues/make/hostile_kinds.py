"""Files of another kind, under their own name and under a wrong one."""

import json
import struct
import subprocess
import tempfile
import zipfile
from pathlib import Path

from books_libreoffice import UNO_PYTHON, is_here
from common import HERE, zip_bytes
from hand import HEAD, REL, relations
from hostile_base import HOSTILE, ROWS, book, five, told, write


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
    other_kinds()
    if is_here():
        with tempfile.TemporaryDirectory() as place:
            office_kinds(Path(place))


if __name__ == "__main__":
    make()
