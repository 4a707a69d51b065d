"""Workbooks part by part as WPS and online sheets write them."""

from xml.sax.saxutils import escape

from common import OUT, Truth, letter, picture, product, zip_bytes
from hand import BOLD, HEAD, MAIN, REL, Book, Cell, relations
from hand_rows import COLUMNS, plain_rows, told


def wps_dispimg():
    name = "wps-dispimg.xlsx"
    truth = Truth(
        name,
        "by hand, as WPS writes",
        note="pictures in cells by DISPIMG and xl/cellimages.xml; one id is missing there; one "
             "picture stands twice; et: and WPS namespaces"
    )
    book = Book()
    book.workbook_pr = (
        '<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/><workbookPr/>')
    columns = [("图片", "images"), *COLUMNS]
    rows = [[Cell("s", h, BOLD) for h, _ in columns]]
    pictures, images = [], []
    for n in range(9):
        p = product(n + 6, "WP")
        source = 2 if n == 7 else n
        ident = f"ID_{0x4F2A9C0000000000 + source * 7919:016X}{source:016X}"
        formula = f'_xlfn.DISPIMG("{ident}",1)'
        rows.append([
            Cell("t", f'=DISPIMG("{ident}",1)', 0, formula), p["sku"], p["title"], p["category"],
            p["price"], p["stock"]
        ])
        truth.product(p["sku"], p["title"], p["price"], p["stock"], n + 2, "Sheet1")
        data = picture(60 + source, "PNG" if source % 2 else "JPEG")
        if n == 5:
            truth.fault(
                7,
                "图片",
                "DISPIMG names a picture that is not in the file",
                "Sheet1",
                required=False)
            continue
        truth.picture(p["sku"], data, f"A{n + 2}", "Sheet1", "dispimg")
        if n != 7:
            pictures.append((ident, data, "png" if n % 2 else "jpeg"))
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    for n, (ident, data, ending) in enumerate(pictures, 1):
        images.append(
            f'<etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{n + 1}" name="{ident}" '
            f'descr="{ident}"/><xdr:cNvPicPr/></xdr:nvPicPr>'
            f'<xdr:blipFill><a:blip r:embed="rId{n}"/><a:stretch><a:fillRect/></a:stretch>'
            '</xdr:blipFill><xdr:spPr><a:xfrm>'
            '<a:off x="0" y="0"/><a:ext cx="914400" cy="685800"/></a:xfrm><a:prstGeom '
            'prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic></etc:cellImage>'
        )
    book.extra.append((
        "xl/cellimages.xml",
        f'{HEAD}<etc:cellImages xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreads'
        'heetDrawing" '
        f'xmlns:r="{REL}" xmlns:a="{a}" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomDa'
        'ta">'
        + "".join(images) + "</etc:cellImages>"))
    book.extra.append((
        "xl/_rels/cellimages.xml.rels",
        relations([(f"rId{n}", f"{REL}/image", f"media/image{n}.{e}")
                   for n, (_, _, e) in enumerate(pictures, 1)])))
    book.extra += [(f"xl/media/image{n}.{e}", d) for n, (_, d, e) in enumerate(pictures, 1)]
    book.types.append(("/xl/cellimages.xml", "application/vnd.wps-officedocument.cellimage+xml"))
    book.workbook_rels.append(
        ("rId20", "http://www.wps.cn/officeDocument/2020/cellImage", "cellimages.xml"))
    book.defaults = {"png": "image/png", "jpeg": "image/jpeg"}
    book.namespaces = (
        ' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" '
        'xmlns:et="http://www.wps.cn/officeDocument/2017/et"'
    )
    book.sheet(
        "Sheet1",
        book.rows(rows),
        before="<sheetPr/><dimension ref=\"A1:F10\"/>",
        after='<extLst><ext uri="{61c7c1ca-3b5c-4a5f-9a3c-2b1f0c9a7e11}"><et:woSheetProps>'
              '<et:woInterlineSettings interlineOnOff="0"/></et:woSheetProps></ext></extLst>'
    )
    truth.sheet("Sheet1", "products", [1], columns, 9)
    book.save(OUT / name)
    truth.save()


def wps_prefixed():
    name = "wps-et-prefix.xlsx"
    truth = Truth(
        name,
        "by hand, as WPS templates do",
        note="spreadsheet elements under the prefix et:, WPS parts beside, quoted text cells, 合计 "
             "row, Windows line breaks"
    )
    rows = plain_rows(8, "ET", 16)
    told(truth, rows, "商品表", 4)
    strings = []

    def cell(ref, v):
        if isinstance(v, str):
            strings.append(v)
            return f'<et:c r="{ref}" s="1" t="s"><et:v>{len(strings) - 1}</et:v></et:c>'
        return f'<et:c r="{ref}"><et:v>{v}</et:v></et:c>'

    grid = {
        1: ["店铺商品表"], 2: ["制表：小林\r\n2026年6月"], 3: [h for h, _ in COLUMNS],
        **{r: row
           for r, row in enumerate(rows, 4)}, 12: ["合计", "", "", "",
                                                   sum(row[4] for row in rows)]
    }
    body = "".join(
        f'<et:row r="{r}" spans="1:5">' +
        "".join(cell(f"{letter(c)}{r}", v) for c, v in enumerate(row, 1) if v !="") + "</et:row>"
        for r, row in grid.items())
    parts = [(
        "[Content_Types].xml",
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types '
        'xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationship'
        's+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedo'
        'cument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-off'
        'icedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    ), ("_rels/.rels", relations([("rId1", f"{REL}/officeDocument", "xl/workbook.xml")])),
             (
                 "xl/workbook.xml",
                 f'{HEAD}<et:workbook xmlns:et="{MAIN}" xmlns:r="{REL}"><et:sheets><et:sheet '
                 'name="商品表" sheetId="1" r:id="rId1"/></et:sheets></et:workbook>'
             ),
             (
                 "xl/_rels/workbook.xml.rels",
                 relations([("rId1", f"{REL}/worksheet", "worksheets/sheet1.xml"),
                            ("rId2", f"{REL}/sharedStrings", "sharedStrings.xml")])),
             (
                 "xl/worksheets/sheet1.xml",
                 f'{HEAD}<et:worksheet xmlns:et="{MAIN}" xmlns:r="{REL}"><et:sheetData>'
                 f'{body}</et:sheetData>'
                 '<et:mergeCells count="2"><et:mergeCell ref="A1:E1"/><et:mergeCell '
                 'ref="A2:E2"/></et:mergeCells></et:worksheet>'
             ),
             (
                 "xl/sharedStrings.xml", f'{HEAD}<et:sst xmlns:et="{MAIN}">' +
                 "".join(f"<et:si><et:t>{escape(s)}</et:t></et:si>"
                         for s in strings) + "</et:sst>"), ]
    (OUT / name).write_bytes(zip_bytes(parts))
    truth.sheet("商品表", "products", [3], COLUMNS, 8)
    truth.save()


def online_sheet():
    name = "online-sheet-links.xlsx"
    truth = Truth(
        name,
        "by hand, as online sheets export",
        note="IMAGE formulas by address in two spellings, HYPERLINK formulas, links behind words, "
             "numbers like 129.0, 690 empty styled rows"
    )
    book = Book()
    columns = [("图片", "images"), *COLUMNS, ("商品链接", "link")]
    rows, links = [[Cell("s", h, BOLD) for h, _ in columns]], []
    for n in range(9):
        p, r = product(n + 18, "OS"), n + 2
        image = [
            Cell("t", "", 0, f'IFERROR(__xludf.DUMMYFUNCTION("IMAGE(""{p["image"]}"")"),"")'),
            Cell("e", "#NAME?", 0, f'_xlfn.IMAGE("{p["image"]}")'), p["image"]
        ][n % 3]
        link = [Cell("t", "打开", 0, f'HYPERLINK("{p["link"]}","打开")'), "点此查看", p["link"]][n % 3]
        if n % 3 == 1:
            links.append((f"rId{r}", f"{REL}/hyperlink", p["link"], f"G{r}"))
        rows.append([
            image, p["sku"], p["title"], p["category"],
            Cell("r", f"><v>{p['price']:.1f}</v>"),
            Cell("r", f"><v>{p['stock']}.0</v>"), link
        ])
        truth.product(
            p["sku"],
            p["title"],
            p["price"],
            p["stock"],
            r,
            "工作表1",
            link=p["link"],
            image=p["image"])
    blank = "".join(
        f'<row r="{r}">' +"".join(f'<c r="{letter(c)}{r}" s="1"/>' for c in range(1, 27)) + "</row>"
        for r in range(11, 701))
    after = "<hyperlinks>" +"".join(
        f'<hyperlink r:id="{i}" ref="{ref}"/>' for i, _, _, ref in links) + "</hyperlinks>"
    book.sheet("工作表1", book.rows(rows) + blank, after=after)
    truth.sheet("工作表1", "products", [1], columns, 9)
    parts = book.parts()
    outside = relations([(i, t, g) for i, t, g, _ in links]).replace(
        '"/>', '" TargetMode="External"/>')
    (OUT / name).write_bytes(zip_bytes([*parts, ("xl/worksheets/_rels/sheet1.xml.rels", outside)]))
    truth.save()


def make():
    wps_dispimg()
    wps_prefixed()
    online_sheet()


if __name__ == "__main__":
    make()
