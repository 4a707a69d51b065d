"""Workbooks by XlsxWriter: an export, quotations with pictures, 1904 dates, 300 columns, tables."""

import datetime
import io

import xlsxwriter

from common import OUT, STAMP_DATE, Truth, picture, product

MAKER = "XlsxWriter"


def open_book(name, **options):
    book = xlsxwriter.Workbook(str(OUT / name), options)
    book.set_properties({"author": "商品组", "created": STAMP_DATE})
    return book


def jd_export():
    name = "jd-export.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="13-digit ids and barcodes as numbers; codes with leading zeros by number format; "
             "numbers stored as text; dates"
    )
    book = open_book(name)
    ws = book.add_worksheet("商品导出_20260601")
    zeros = book.add_format({"num_format": "000000"})
    whole = book.add_format({"num_format": "0"})
    day = book.add_format({"num_format": "yyyy/m/d h:mm"})
    yuan = book.add_format({"num_format": '"¥"#,##0.00;[Red]-"¥"#,##0.00'})
    text = book.add_format({"num_format": "@"})
    columns = [("商品编号", "product_id"), ("商家SKU", "sku"), ("商品名称", "title"), ("一级类目", "category"),
               ("二级类目", "category"), ("品牌", "brand"), ("售价", "price"), ("市场价", "reference_price"),
               ("库存", "stock"), ("近30天销量", "sales_28d"), ("商品条码", None), ("上架时间", None),
               ("主图链接", "images"), ("商品状态", "status")]
    ws.write_row(0, 0, [h for h, _ in columns], book.add_format({"bold": True}))
    for n in range(40):
        p, r = product(n, "JD"), n + 1
        code = 1200 + n * 3
        first, *rest = p["category"].split(">")
        ws.write_number(r, 0, 1000012345000 + n, whole)
        ws.write_number(r, 1, code, zeros)
        ws.write_string(r, 2, p["title"])
        ws.write_string(r, 3, first)
        ws.write_string(r, 4, rest[-1])
        ws.write_string(r, 5, p["brand"])
        if n % 3 == 0:
            ws.write_string(r, 6, f"{p['price']:.2f}", text)
        else:
            ws.write_number(r, 6, p["price"], yuan)
        ws.write_number(r, 7, p["reference"], yuan)
        if n % 2:
            ws.write_string(r, 8, str(p["stock"]), text)
        else:
            ws.write_number(r, 8, p["stock"])
        ws.write_number(r, 9, p["sales_28d"])
        ws.write_number(r, 10, int(p["barcode"]), whole)
        ws.write_datetime(r, 11, datetime.datetime(2026, 5, 1 + n % 28, 9, 30), day)
        ws.write_string(r, 12, p["image"])
        ws.write_string(r, 13, "上架")
        truth.product(
            f"{code:06d}",
            p["title"],
            p["price"],
            p["stock"],
            r + 1,
            ws.name,
            brand=p["brand"],
            sales_28d=p["sales_28d"])
    ws.ignore_errors({"number_stored_as_text": "G1:I1000"})
    ws.autofilter(0, 0, 40, 13)
    truth.sheet(ws.name, "products", [1], columns, 40)
    book.close()
    truth.save()


def supplier_quotation():
    name = "supplier-quotation.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="pictures anchored over the rows: one over two rows' border, one row with two, one "
             "without; letterhead above the header"
    )
    book = open_book(name)
    ws = book.add_worksheet("报价单")
    title = book.add_format({"bold": True, "font_size": 20, "align": "center"})
    ws.merge_range("A1:I1", "义乌市晴川日用品有限公司 产品报价单", title)
    ws.merge_range("A2:I2", "联系人：王经理  电话：0579-0000000  有效期：30天  含税含运")
    ws.merge_range("A3:I3", "起订量：每款 50 件；交期 7 天")
    columns = [("序号", None), ("产品图片", "images"), ("货号", "sku"), ("产品名称", "title"),
               ("规格", "attribute"), ("材质", "attribute"), ("供货价", "cost"), ("建议零售价", "price"),
               ("库存", "stock")]
    ws.write_row(4, 0, [h for h, _ in columns], book.add_format({"bold": True, "border": 1}))
    yuan = book.add_format({"num_format": "¥#,##0.00"})
    ws.set_column("B:B", 16)
    for n in range(10):
        p, r = product(n + 7, "GH"), n + 5
        ws.set_row(r, 64)
        ws.write(r, 0, n + 1)
        ws.write_string(r, 2, p["sku"])
        ws.write_string(r, 3, p["title"])
        ws.write_string(r, 4, "标准")
        ws.write_string(r, 5, p["attribute"].split("=")[1])
        ws.write_number(r, 6, p["cost"], yuan)
        ws.write_number(r, 7, p["price"], yuan)
        ws.write_number(r, 8, p["stock"])
        truth.product(p["sku"], p["title"], p["price"], p["stock"], r + 1, "报价单", cost=p["cost"])
        if n != 6:
            kind = "PNG" if n % 3 == 0 else "JPEG"
            data = picture(n, kind)
            # The fourth begins a few pixels above its row, as people drop them.
            above = n == 3
            anchor = r - 1 if above else r
            ws.insert_image(
                anchor, 1, f"p{n}.{kind.lower()}", {
                    "image_data": io.BytesIO(data), "x_offset": 4, "y_offset": 80 if above else 4,
                    "object_position": 1
                })
            truth.picture(p["sku"], data, f"B{anchor + 1}" + (" +80 px" if above else ""), "报价单")
        if n == 2:
            second = picture(77, "JPEG")
            ws.insert_image(
                r, 1, "p2b.jpeg", {"image_data": io.BytesIO(second), "x_offset": 60, "y_offset": 6})
            truth.picture(p["sku"], second, f"B{r + 1}", "报价单")
    logo = picture(99, "PNG", (160, 40))
    ws.insert_image("I1", "logo.png", {"image_data": io.BytesIO(logo)})
    truth.sheet("报价单", "products", [5], columns, 10)
    book.close()
    truth.save()


def pictures_in_cells():
    name = "pictures-in-cells.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="pictures placed in cells (rich values), as Excel 365 does; one shared by two rows")
    book = open_book(name)
    ws = book.add_worksheet("新品")
    columns = [("主图", "images"), ("商品编码", "sku"), ("商品名称", "title"), ("类目", "category"),
               ("售价", "price"), ("库存", "stock")]
    ws.write_row(0, 0, [h for h, _ in columns])
    for n in range(8):
        p = product(n + 2, "IC")
        data = picture(20 + (n if n != 5 else 4), "JPEG" if n not in (3, ) else "PNG")
        ws.set_row(n + 1, 60)
        ws.embed_image(n + 1, 0, f"c{n}.jpg", {"image_data": io.BytesIO(data)})
        ws.write_row(n + 1, 1, [p["sku"], p["title"], p["category"], p["price"], p["stock"]])
        truth.product(p["sku"], p["title"], p["price"], p["stock"], n + 2, "新品")
        truth.picture(p["sku"], data, f"A{n + 2}", "新品", "in-cell")
    truth.sheet("新品", "products", [1], columns, 8)
    book.close()
    truth.save()


def dates_1904():
    name = "dates-1904.xlsx"
    truth = Truth(
        name, MAKER, note="the 1904 date system; dates are attributes here, not numbers of days")
    book = open_book(name, date_1904=True)
    ws = book.add_worksheet("商品")
    columns = [("商品编码", "sku"), ("商品名称", "title"), ("类目", "category"), ("售价", "price"),
               ("库存", "stock"), ("退货率", "return_rate"), ("生产日期", "attribute")]
    ws.write_row(0, 0, [h for h, _ in columns])
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    percent = book.add_format({"num_format": "0.00%"})
    for n in range(6):
        p = product(n + 11, "DT")
        ws.write_row(n + 1, 0, [p["sku"], p["title"], p["category"], p["price"], p["stock"]])
        ws.write_number(n + 1, 5, p["return_rate"], percent)
        date = datetime.date(2026, 3, 1 + n)
        ws.write_datetime(n + 1, 6, datetime.datetime(date.year, date.month, date.day), day)
        truth.product(
            p["sku"],
            p["title"],
            p["price"],
            p["stock"],
            n + 2,
            "商品",
            return_rate=p["return_rate"],
            attributes={"生产日期": date.isoformat()})
    truth.sheet("商品", "products", [1], columns, 6)
    book.close()
    truth.save()


def wide():
    name = "wide-300.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="300 columns; the known ones stand far apart; two columns with the same header")
    book = open_book(name)
    ws = book.add_worksheet("全量字段")
    heads = [f"自定义字段{n}" for n in range(1, 301)]
    at = {
        17: ("商品编码", "sku"), 63: ("商品名称", "title"), 120: ("类目", "category"), 199: ("售价", "price"),
        250: ("库存", "stock"), 288: ("卖点", "selling_points"), 289: ("卖点", "selling_points"),
        300: ("主图链接", "images")
    }
    fields = [None] * 300
    for c, (h, f) in at.items():
        heads[c - 1], fields[c - 1] = h, f
    ws.write_row(0, 0, heads)
    for n in range(50):
        p = product(n, "WD")
        row = [f"v{n}-{c}" if c % 7 else "" for c in range(300)]
        one, two = p["points"].split("；")
        for c, v in zip(
                at,
            (p["sku"], p["title"], p["category"], p["price"], p["stock"], one, two, p["image"])):
            row[c - 1] = v
        for c, v in enumerate(row):
            if v !="":
                ws.write(n + 1, c, v)
        truth.product(
            p["sku"], p["title"], p["price"], p["stock"], n + 2, "全量字段", points=[one, two])
    truth.sheet("全量字段", "products", [1], [(h, f) for h, f in zip(heads, fields)], 50)
    book.close()
    truth.save()


def table():
    name = "table-offset.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="a table that begins at C6, with a totals row, and a second small one beside it; "
             "formulas with stored values"
    )
    book = open_book(name)
    ws = book.add_worksheet("上架清单")
    ws.write("C2", "秋冬上架清单")
    ws.write("C3", "导出人：阿玲")
    columns = [("SKU编码", "sku"), ("商品标题", "title"), ("商品分类", "category"), ("进价", "cost"),
               ("售价", "price"), ("库存数量", "stock")]
    rows = []
    for n in range(15):
        p = product(n + 3, "TB")
        rows.append([p["sku"], p["title"], p["category"], p["cost"], p["price"], p["stock"]])
        truth.product(p["sku"], p["title"], p["price"], p["stock"], n + 7, "上架清单", cost=p["cost"])
    ws.add_table(
        5, 2, 21, 7, {
            "name": "上架", "data": rows, "total_row": True, "columns": [{
                "header": "SKU编码", "total_string": "合计"
            }, {"header": "商品标题"}, {"header": "商品分类"}, {"header": "进价"}, {"header": "售价"}, {
                "header": "库存数量", "total_function": "sum", "total_value": sum(r[5] for r in rows)
            }]
        })
    for n, row in enumerate(rows):
        ws.write_formula(n + 6, 6, f"=ROUND(F{n + 7}*{row[4] / row[3]!r},2)", None, row[4])
    ws.add_table(
        5, 10, 8, 11, {
            "name": "仓库", "data": [["一仓", "杭州"], ["二仓", "广州"], ["三仓", "成都"]],
            "columns": [{"header": "仓库"}, {"header": "城市"}]
        })
    truth.sheet("上架清单", "products", [6], columns, 15, first_column=3)
    book.close()
    truth.save()


def make():
    jd_export()
    supplier_quotation()
    pictures_in_cells()
    dates_1904()
    wide()
    table()


if __name__ == "__main__":
    make()
