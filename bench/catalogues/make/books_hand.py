"""Workbooks made part by part: WPS, strict OOXML, other programs' habits of XML."""

import io
import zipfile
from xml.sax.saxutils import escape

from common import FIXED, OUT, Truth, letter, picture, product, zip_bytes
from hand import (
    BOLD, DATE, HEAD, MAIN, PERCENT, REL, SIX, STRICT_MAIN, STRICT_REL, YUAN, Book, Cell, relations)

COLUMNS = [("商品编码", "sku"), ("商品名称", "title"), ("类目", "category"), ("售价", "price"), ("库存", "stock")]


def plain_rows(count, prefix, start=0):
    rows = []
    for n in range(count):
        p = product(n + start, prefix)
        rows.append([p["sku"], p["title"], p["category"], p["price"], p["stock"]])
    return rows


def told(truth, rows, sheet, first, **more):
    for r, row in enumerate(rows, first):
        truth.product(row[0], row[1], float(row[3]), row[4], r, sheet, **more)


def header():
    return [Cell("s", h, BOLD) for h, _ in COLUMNS]


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


def strict():
    name = "strict-ooxml.xlsx"
    truth = Truth(
        name,
        "by hand, as Excel saves Strict Open XML",
        note="purl.oclc.org namespaces; ISO dates in cells of type d")
    book = Book(STRICT_MAIN, STRICT_REL, ' conformance="strict"')
    book.workbook_pr = '<workbookPr dateCompatibility="0"/>'
    columns = [*COLUMNS, ("生产日期", "attribute")]
    rows = [header() + [Cell("s", "生产日期", BOLD)]]
    for n in range(8):
        p = product(n + 12, "ST")
        rows.append([
            p["sku"], p["title"], p["category"],
            Cell("n", p["price"], YUAN), p["stock"],
            Cell("d", f"2026-04-{n + 10}", DATE)
        ])
        truth.product(
            p["sku"],
            p["title"],
            p["price"],
            p["stock"],
            n + 2,
            "商品",
            attributes={"生产日期": f"2026-04-{n + 10}"})
    book.sheet("商品", book.rows(rows))
    truth.sheet("商品", "products", [1], columns, 8)
    book.save(OUT / name)
    truth.save()


def strings():
    name = "strings.xlsx"
    truth = Truth(
        name,
        "by hand, as Excel writes",
        note="shared, rich and inline strings, phonetic guides, _x000D_ and other escapes, kept "
             "spaces, CRLF in cells, an empty <si/>"
    )
    book = Book()
    rich = (
        '<r><rPr><b/><color rgb="FFFF0000"/></rPr><t>【爆款】</t></r><r><rPr><sz val="11"/></rPr>'
        '<t xml:space="preserve">真皮 </t></r><r><t>乐福鞋女</t></r>')
    phonetic = (
        '<t>東京限定 抹茶饼干</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><rPh sb="2" eb="4"><t>ゲンテイ</t></rPh>'
        '<phoneticPr fontId="1" type="fullwidthKatakana"/>')
    rich_phonetic = (
        '<r><t>和風</t></r><r><rPr><i/></rPr><t>陶瓷马克杯</t></r><rPh sb="0" '
        'eb="2"><t>ワフウ</t></rPh><phoneticPr fontId="1"/>'
    )
    book.shared("")  # an empty <si/>, as Excel leaves behind
    rows = [
        header() + [Cell("s", "卖点", BOLD)],
        [Cell("s", "XS0001"),
         Cell("S", rich), "鞋靴", 259, 10,
         Cell("S", "<t>软面_x000D_\n不磨脚</t>")],
        [
            Cell("s", "XS0002"),
            Cell("S", phonetic), "零食", 29.9, 11,
            Cell("S", '<t xml:space="preserve">抹茶味&#13;&#10;独立包装</t>')
        ],
        [Cell("s", "XS0003"),
         Cell("S", rich_phonetic), "厨具", 39, 12,
         Cell("i", "<t>釉下彩；可微波</t>")],
        [
            Cell("i", "<t>XS0004</t>"),
            Cell("i", "<r><t>豆腐</t></r><r><rPr><b/></rPr><t>猫砂</t></r><r><t>除臭2.5kg</t></r>"),
            Cell("i", "<t>宠物</t>"), 69.9, 13,
            Cell("i", "<t>结团快</t><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>")
        ],
        [
            Cell("S", "<t>XS_x005F_0005</t>"),
            Cell("S", "<t>瑜伽垫_x0031_0mm加厚</t>"), "运动", 59, 14,
            Cell("S", "<t>双面&amp;防滑 &lt;送背带&gt;</t>")
        ],
        [
            Cell("t", "XS0006"),
            Cell("t", "充电宝20000mAh", 0, 'CONCATENATE("充电宝","20000mAh")'),
            Cell("t", "数码"),
            Cell("n", 119, 0, "100+19"), 15,
            Cell("S", "")
        ],
        [
            Cell("S", '<t xml:space="preserve">  XS0007  </t>'),
            Cell("S", '<t xml:space="preserve"> 积木拼装　860件 </t>'), "玩具",
            Cell("t", "99.00 "),
            Cell("t", " 16"),
            Cell("S", "<t>😀👨‍👩‍👧‍👦分袋编号</t>")
        ]
    ]
    expected = [("XS0001", "【爆款】真皮 乐福鞋女", 259.0, 10), ("XS0002", "東京限定 抹茶饼干", 29.9, 11),
                ("XS0003", "和風陶瓷马克杯", 39.0, 12), ("XS0004", "豆腐猫砂除臭2.5kg", 69.9, 13),
                ("XS_0005", "瑜伽垫10mm加厚", 59.0, 14), ("XS0006", "充电宝20000mAh", 119.0, 15),
                ("XS0007", "积木拼装 860件", 99.0, 16)]
    points = [["软面", "不磨脚"], ["抹茶味", "独立包装"], ["釉下彩", "可微波"], ["结团快"], None, None, None]
    for r, (sku, title, price, stock) in enumerate(expected, 2):
        truth.product(
            sku, title, price, stock, r, "字符串",
            **({"points": points[r - 2]} if points[r - 2] else {}))
    book.sheet("字符串", book.rows(rows))
    truth.sheet("字符串", "products", [1], [*COLUMNS, ("卖点", "selling_points")], 7)
    book.save(OUT / name)
    truth.save()


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


def trailing_million():
    name = "trailing-million.xlsx"
    truth = Truth(
        name,
        "by hand, as Excel leaves after formatting whole columns",
        note="30 products, then formatted blank rows down to 1,048,576")
    book = Book()
    rows = plain_rows(30, "TM")
    told(truth, rows, "Sheet1", 2)
    xml = [book.rows([header(), *rows])]
    xml += [
        f'<row r="{r}" spans="1:5" s="1" customFormat="1"><c r="A{r}" s="1"/><c r="E{r}" '
        's="1"/></row>'
        for r in range(32, 1048577)
    ]
    book.sheet("Sheet1", "".join(xml), before='<dimension ref="A1:XFD1048576"/>')
    truth.sheet("Sheet1", "products", [1], COLUMNS, 30)
    book.save(OUT / name)
    truth.save()


def typed_cells():
    name = "typed-cells.xlsx"
    truth = Truth(
        name,
        "by hand, as Excel writes",
        note="booleans, errors with stored codes, percent as fraction, codes 007 by format, "
             "18-digit id as number, 1E+3 numbers, date headers, shared formulas with values"
    )
    book = Book()
    columns = [("商品编码", "sku"), ("商品名称", "title"), ("类目", "category"), ("售价", "price"),
               ("库存", "stock"), ("佣金比例", "commission_rate"), ("是否入选", "selected")]
    rows = [[Cell("s", h, BOLD) for h, _ in columns]]
    good = [(7, "渔夫帽女遮阳", "配饰", "39.9", 10, 0.2, 1), (42, "帆布托特包", "箱包", "7.9E1", 11, 0.155, 0),
            (123456, "蓝牙耳机", "数码", "199", 12, 0.1, 1)]
    for n, (code, title, cat, price, stock, rate, yes) in enumerate(good, 2):
        rows.append([
            Cell("n", code, SIX), title, cat,
            Cell("r", f' s="{YUAN}"><v>{price}</v>'), stock,
            Cell("n", rate, PERCENT),
            Cell("b", yes)
        ])
        truth.product(f"{code:06d}", title, float(price), stock, n, "Sheet1", commission_rate=rate)
        truth.team(f"{code:06d}", selected=bool(yes))
    rows.append([
        Cell("n", 123456789012345680), "每日坚果30包", "零食", 79.9, 13,
        Cell("n", 0.2, PERCENT),
        Cell("b", 1)
    ])
    truth.fault(5, "商品编码", "a number of more than 15 digits: the last are lost", "Sheet1")
    truth.product("123456789012345680", "每日坚果30包", 79.9, 13, 5, "Sheet1", optional=True)
    rows.append([
        Cell("s", "TC05"), "商务衬衫男", "男装",
        Cell("e", "#DIV/0!", 0, "D2/0"), 14,
        Cell("e", "#N/A"),
        Cell("b", 1)
    ])
    truth.fault(6, "售价", "error cell in price", "Sheet1")
    truth.product("TC05", "商务衬衫男", None, 14, 6, "Sheet1", optional=True)
    rows.append([
        Cell("s", "TC06"), "跑步鞋男", "鞋",
        Cell(
            "r",
            f'><f t="shared" ref="D7:D8" si="0">ROUND(100*1.5,1)</f><v>150.00000000000003</v>'), 15,
        Cell("n", 0.25, PERCENT), None
    ])
    rows.append([
        Cell("s", "TC07"), "跑步鞋女", "鞋",
        Cell("r", '><f t="shared" si="0"/><v>159.90000000000001</v>'), 16,
        Cell("n", 0.25, PERCENT), None
    ])
    truth.product("TC06", "跑步鞋男", 150.0, 15, 7, "Sheet1")
    truth.product("TC07", "跑步鞋女", 159.9, 16, 8, "Sheet1")
    book.sheet("Sheet1", book.rows(rows))
    truth.sheet("Sheet1", "products", [1], columns, 7)
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
    strict()
    strings()
    prefixed()
    no_references()
    streamed()
    long_cell()
    trailing_million()
    typed_cells()
    wps_prefixed()
    online_sheet()


if __name__ == "__main__":
    make()
