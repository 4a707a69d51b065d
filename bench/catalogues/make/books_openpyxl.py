"""Workbooks by openpyxl: selection sheet, hidden things, batch sheet, many sheets."""

import datetime

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from books_openpyxl_base import MAKER, finish
from common import Truth, product


def douyin_selection():
    name = "douyin-selection.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="selection sheet with title rows, notes, total row, decisions, shot list, chart, "
             "help, empty sheet"
    )
    book = Workbook()
    ws = book.active
    ws.title = "选品表"
    ws["A1"] = "抖音直播间选品表（618大促）"
    ws.merge_cells("A1:P1")
    ws["A1"].font = Font(bold=True, size=18)
    ws["A2"] = "填表人：小周    更新时间：2026-06-01    注意：价格以直播间挂车价为准，库存每天 10:00 更新"
    ws.merge_cells("A2:P2")
    columns = [("序号", None), ("商品编码", "sku"), ("商品名称", "title"), ("类目", "category"),
               ("品牌", "brand"), ("售价", "price"), ("划线价", "reference_price"), ("成本价", "cost"),
               ("佣金比例", "commission_rate"), ("库存", "stock"), ("近7天销量", "sales_7d"),
               ("近30天销量", "sales_28d"), ("退货率", "return_rate"), ("核心卖点", "selling_points"),
               ("主图链接", "images"), ("上架日期", None), ("面料/规格", "attribute")]
    for c, (h, _) in enumerate(columns, 1):
        cell = ws.cell(4, c, h)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="C00000")
    for n in range(24):
        p, r = product(n, "DY"), n + 5
        values = [
            n + 1, p["sku"], p["title"], p["category"], p["brand"], p["price"], p["reference"],
            p["cost"], p["commission"], p["stock"], p["sales_7d"], p["sales_28d"], p["return_rate"],
            p["points"].replace("；", "\n"), p["image"],
            datetime.date(2026, 5, 1 + n % 28), p["attribute"]
        ]
        for c, v in enumerate(values, 1):
            ws.cell(r, c, v)
        for c in (6, 7, 8):
            ws.cell(r, c).number_format = '"¥"#,##0.00'
        for c in (9, 13):
            ws.cell(r, c).number_format = "0.0%"
        ws.cell(r, 16).number_format = "yyyy-mm-dd"
        ws.cell(r, 14).alignment = Alignment(wrap_text=True)
        truth.product(
            p["sku"],
            p["title"],
            p["price"],
            p["stock"],
            r,
            "选品表",
            cost=p["cost"],
            brand=p["brand"],
            sales_7d=p["sales_7d"],
            commission_rate=p["commission"],
            return_rate=p["return_rate"],
            reference=p["reference"])
    ws.cell(29, 2, "合计")
    ws.cell(29, 10, "=SUM(J5:J28)")
    ws.cell(29, 11, "=SUM(K5:K28)")
    ws.cell(31, 1, "注：标红为库存不足 100 件，排品前先问仓库")
    ws.auto_filter.ref = "A4:Q28"
    ws.freeze_panes = "D5"
    ws["F5"].comment = Comment("老板：这款可以再降 5 块", "老板")
    check = DataValidation(type="list", formula1='"女装>裤子,女装>T恤,食品>零食>坚果"', allow_blank=True)
    check.add("D5:D200")
    ws.add_data_validation(check)
    ws.conditional_formatting.add(
        "J5:J28",
        CellIsRule(
            operator="lessThan", formula=["100"], fill=PatternFill("solid", bgColor="FF9999")))
    truth.sheet("选品表", "products", [4], columns, 24)

    team = book.create_sheet("团队决定")
    heads = [("商品编码", "sku"), ("是否入选", "selected"), ("优先级", "priority"), ("钩子", "hook"),
             ("口播文案", "copy"), ("引导语", "cta"), ("视频标题", "team_title"), ("备注", None)]
    team.append([h for h, _ in heads])
    decisions = [("DY0001", "是", 1, "小个子的救命裤来了", "垂感好，坐一天不皱", "左下角看尺码", "155也能穿出长腿", "先拍"),
                 ("DY0012", "是", 2, "一天一包刚刚好", "六种坚果都在一包里", "囤一箱更划算", "上班抽屉常备", ""),
                 ("DY0021", "否", 9, "", "", "", "", "等新包装"),
                 ("DY0023", "√", 3, "", "两万毫安还能上飞机", "", "", "")]
    for d in decisions:
        team.append([v if v !="" else None for v in d])
        truth.team(d[0], selected=d[1] != "否", **({"hook": d[3]} if d[3] else {}))
    truth.sheet("团队决定", "team", [1], heads, 4)

    shots = book.create_sheet("分镜表")
    heads = [("商品编码", "sku"), ("镜号", "shot"), ("景别", "shot"), ("运镜", "shot"), ("画面内容", "shot"),
             ("台词", "shot"), ("时长", "shot")]
    shots.append([h for h, _ in heads])
    for row in [("DY0001", 1, "全景", "跟", "模特走近，裤脚摆动", "这条裤子真的不皱", 2.5),
                ("DY0001", 2, "特写", "推", "手捏面料再松开", "捏成一团也没印子", 2),
                ("DY0012", 1, "大特写", "固定", "撕开一包倒进手心", "一包六种坚果", 2)]:
        shots.append(row)
    truth.sheet("分镜表", "shots", [1], heads, 3)

    helped = book.create_sheet("填表说明")
    for line in ["填表说明", "1. 商品编码必须和 ERP 一致，不要改格式", "2. 售价填到手价，单位元", "3. 佣金比例填百分比，例如 20%",
                 "4. 卖点每条一行，不超过 3 条"]:
        helped.append([line])
    truth.sheet("填表说明", "other")
    charts = book.create_sheet("销量图")
    charts.append(["商品", "销量"])
    for n in range(6):
        charts.append([product(n, "DY")["title"][:6], product(n, "DY")["sales_7d"]])
    chart = BarChart()
    chart.add_data(Reference(charts, min_col=2, min_row=1, max_row=7), titles_from_data=True)
    chart.set_categories(Reference(charts, min_col=1, min_row=2, max_row=7))
    charts.add_chart(chart, "D2")
    truth.sheet("销量图", "other")
    book.create_sheet("Sheet6")
    truth.sheet("Sheet6", "empty")
    finish(book, name, truth)


def hidden_things():
    name = "hidden-things.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="hidden and very hidden sheets hold old prices that must not win; hidden rows and "
             "columns; quotes and emoji in sheet names"
    )
    book = Workbook()
    ws = book.active
    ws.title = "Let's go 🔥 \"618\""
    columns = [("商品编码", "sku"), ("商品名称", "title"), ("类目", "category"), ("成本价", "cost"),
               ("售价", "price"), ("库存", "stock"), ("内部备注", None)]
    ws.append([h for h, _ in columns])
    for n in range(12):
        p, r = product(n, "HD"), n + 2
        ws.append([p["sku"], p["title"], p["category"], p["cost"], p["price"], p["stock"], "不外传"])
        hidden = n in (4, 7)
        if hidden:
            ws.row_dimensions[r].hidden = True
        truth.product(
            p["sku"],
            p["title"],
            p["price"],
            p["stock"],
            r,
            ws.title,
            optional=hidden,
            cost=p["cost"])
    ws.column_dimensions["D"].hidden = True
    ws.column_dimensions["G"].hidden = True
    truth.sheet(ws.title, "products", [1], columns, 12)
    for title, state in (("旧价格表(勿用)", "hidden"), ("_xl备份", "veryHidden")):
        old = book.create_sheet(title)
        old.append([h for h, _ in columns])
        for n in range(12):
            p = product(n, "HD")
            old.append([p["sku"], p["title"], p["category"], p["cost"], p["price"] + 1000, 1, ""])
        old.sheet_state = state
        truth.sheet(title, "other", [1], columns, 12, state)
    odd = book.create_sheet("'引号'&<尖括号>")
    odd.append(["随手记"])
    truth.sheet(odd.title, "other")
    finish(book, name, truth)


def tiktok_batch():
    name = "tiktok-shop-batch.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="batch sheet: codes, names, mandatory marks and help in four rows before the first "
             "product; a hidden sheet of choices"
    )
    book = Workbook()
    ws = book.active
    ws.title = "Template"
    columns = [("category", "Category", "category"), ("brand", "Brand", "brand"),
               ("product_name", "Product name", "title"),
               ("product_description", "Product description", "description"),
               ("main_image", "Main image", "images"), ("seller_sku", "Seller SKU", "sku"),
               ("price", "Retail price (USD)", "price"), ("quantity", "Quantity", "stock"),
               ("parcel_weight", "Package weight (lb)", None)]
    marks = [
        "Mandatory", "Optional", "Mandatory", "Mandatory", "Mandatory", "Optional", "Mandatory",
        "Mandatory", "Mandatory"
    ]
    helps = [
        "Choose from the list", "Choose from the list", "25 to 255 characters",
        "Tell buyers what it is", "At least 600 x 600", "Your own code", "Numbers only",
        "0 to 99999", "Numbers only"
    ]
    for r, line in enumerate(([c[0] for c in columns], [c[1] for c in columns], marks, helps), 1):
        for c, v in enumerate(line, 1):
            ws.cell(r, c, v)
    goods = [(
        "Womenswear & Underwear/Dresses", "Floral Puff Sleeve Midi Dress for Women Summer",
        "DR-01-S", 29.99, 120),
             ("Kitchenware/Cutlery", "Non Slip Bamboo Cutting Board Set of 3", "CB-03", 24.5, 60),
             ("Pet Supplies/Cats", "Interactive Feather Wand Cat Toy 5 Pack", "CT-5", 12.99, 410),
             (
                 "Phones & Electronics/Audio", "Wireless Earbuds with 40 Hour Charging Case",
                 "EB-40", 39, 75)]
    for n, (cat, title, sku, price, qty) in enumerate(goods):
        values = [
            cat, "No brand", title, f"<p>{title}</p>", f"https://img.example.com/tt/{n}.jpg", sku,
            price, qty, 0.8
        ]
        for c, v in enumerate(values, 1):
            ws.cell(n + 5, c, v)
        truth.product(sku, title, float(price), qty, n + 5, "Template", currency="USD")
    choice = book.create_sheet("HiddenAttr")
    for n in range(200):
        choice.append([f"Category {n}", f"Brand {n}", "Yes"])
    choice.sheet_state = "hidden"
    listed = DataValidation(type="list", formula1="HiddenAttr!$A$1:$A$200")
    listed.add("A5:A500")
    ws.add_data_validation(listed)
    guide = book.create_sheet("Instructions", 0)
    for line in ["Read before you upload", "Do not change the header rows",
                 "Max 1000 products a file"]:
        guide.append([line])
    book.active = 1
    truth.sheet("Instructions", "other")
    truth.sheet("Template", "products", [1, 2], [(c[1], c[2]) for c in columns], 4)
    truth.sheet("HiddenAttr", "other", state="hidden")
    finish(book, name, truth)


def text_prefixes():
    name = "text-prefixes.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="cells that begin with = + @ - are text here, marked by quotePrefix; emoji, "
             "right-to-left marks, line breaks"
    )
    book = Workbook()
    ws = book.active
    ws.title = "商品"
    columns = [("商品编码", "sku"), ("商品名称", "title"), ("类目", "category"), ("售价", "price"),
               ("库存", "stock"), ("卖点", "selling_points")]
    ws.append([h for h, _ in columns])
    rows = [("=A-001", "=特价= 帆布托特包", "箱包", 79, 5, "+大容量；-不压肩"),
            ("+B-002", "+加厚+ 瑜伽垫", "运动", 59, 6, "@收纳带"),
            ("@C-003", "@南帽 渔夫帽女", "配饰", 39.9, 7, "=防晒"),
            ("-D-004", "-20℃保暖 雪地靴女", "鞋靴", 199, 8, "-不进水"),
            ("E-005", "🔥爆款🔥 玻尿酸补水面膜👩‍👩‍👧", "美妆", 69, 9, "服帖✨\r\n不滴💧"),
            (
                "F-006", "\u200fחולצה\u200e Hebrew Print T-Shirt Women", "Women's Clothing", 25, 10,
                "Soft\nBreathable"), ("\u200eG-007", "蓝牙耳机\u200b真无线", "数码", 199, 11, "降噪\t低延迟")]
    for r, row in enumerate(rows, 2):
        for c, v in enumerate(row, 1):
            cell = ws.cell(r, c)
            cell.value = v
            if isinstance(v, str):
                cell.data_type = "s"
                cell.quotePrefix = v[0] in "=+-@"
        truth.product(
            row[0].replace("\u200e", ""),
            row[1].replace("\u200b", ""),
            float(row[3]),
            row[4],
            r,
            "商品",
            loose_title=True)
    truth.sheet("商品", "products", [1], columns, len(rows))
    finish(book, name, truth)


def several_sheets():
    name = "sheet-a-category.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="a sheet for each kind of goods, each with an order of columns of its own")
    book = Workbook()
    book.remove(book.active)
    n = 0
    for title, order in (("女装", "sku title price stock cost"),
                         ("零食 🍪", "title sku stock price cost"), ("数码 & 家电",
                                                                  "cost price title stock sku")):
        ws = book.create_sheet(title)
        names = {"sku": "货号", "title": "品名", "price": "零售价", "stock": "现货库存", "cost": "拿货价"}
        ws.append([names[k] for k in order.split()])
        for r in range(2, 8):
            p = product(n, "SC")
            n += 1
            ws.append([p[k] for k in order.split()])
            truth.product(p["sku"], p["title"], p["price"], p["stock"], r, title, cost=p["cost"])
        truth.sheet(title, "products", [1], [(names[k], k) for k in order.split()], 6)
    finish(book, name, truth)


def make():
    douyin_selection()
    hidden_things()
    tiktok_batch()
    text_prefixes()
    several_sheets()


if __name__ == "__main__":
    make()
