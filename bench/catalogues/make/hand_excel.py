"""Workbooks part by part as Excel writes them: strict, strings, typed cells, blank millions."""


from common import OUT, Truth, product
from hand import BOLD, DATE, PERCENT, SIX, STRICT_MAIN, STRICT_REL, YUAN, Book, Cell
from hand_rows import COLUMNS, header, plain_rows, told


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
            '><f t="shared" ref="D7:D8" si="0">ROUND(100*1.5,1)</f><v>150.00000000000003</v>'), 15,
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


def make():
    strict()
    strings()
    trailing_million()
    typed_cells()


if __name__ == "__main__":
    make()
