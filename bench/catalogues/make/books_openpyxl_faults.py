"""Workbooks by openpyxl with faults, formulas without values, and new prices for another file."""

import datetime
import io

from openpyxl import Workbook
from openpyxl.drawing.image import Image

from books_openpyxl_base import MAKER, finish
from common import OUT, Truth, picture, product


def faults():
    name = "faults.xlsx"
    truth = Truth(name, MAKER, note="one fault a row; the good rows go on")
    book = Workbook()
    ws = book.active
    ws.title = "商品"
    columns = [("商品编码", "sku"), ("商品名称", "title"), ("类目", "category"), ("售价", "price"),
               ("库存", "stock"), ("近7天销量", "sales_7d")]
    ws.append([h for h, _ in columns])
    ws.append([p for p in ("FT0001", "冰丝阔腿裤女夏高腰", "女装", 89, 120, 30)])
    truth.product("FT0001", "冰丝阔腿裤女夏高腰", 89.0, 120, 2, "商品")
    rows = [
        (("FT0002", "纯棉T恤女白色", "女装", "#N/A", 10, 1), "售价", "error cell in price", False),
        (("FT0003", "商务衬衫男免烫", "男装", "面议", 10, 1), "售价", "price is words", False),
        (("FT0004", "跑步鞋女软底", "鞋", -5, 10, 1), "售价", "negative price", False),
        (("FT0005", None, "配饰", 39.9, 10, 1), "商品名称", "no title", False),
        (("FT0006", "帆布托特包", "箱包", 79, "#REF!", 1), "库存", "error cell in stock; the product stays",
         True),
        (("FT0007", "每日坚果30包", "零食", 79.9, "约200", 1), "库存", "stock is words and a number", None),
        (("FT0001", "冰丝阔腿裤女（重复编码）", "女装", 99, 10, 1), "商品编码", "code stands twice", None),
        (("3.62E+15", "牛肉干500g", "零食", 69.9, 10, 1), "商品编码",
         "number shortened to scientific form as text", None),
        (("FT0010", "洗面奶120g", "美妆", None, 10, 1), "售价", "price missing", False),
        (("FT0011", "四件套1.8m床", "家居", 0, 10, 1), "售价", "price 0", False),
        (("FT0012", "炒锅32cm", "厨具", "=1/0", 10, 1), "售价", "formula without a stored value", False),
    ]
    for n, (values, header, what, kept) in enumerate(rows, 3):
        ws.append(list(values))
        for c, v in enumerate(values, 1):
            if isinstance(v, str) and v.startswith("#"):
                ws.cell(n, c).data_type = "e"
        truth.fault(
            n,
            None if what == "no title" else header,
            what,
            "商品",
            required="words and a number" not in what)
        if kept:
            truth.product(values[0], values[1], float(values[3]), None, n, "商品")
        elif kept is None and values[0] not in ("FT0001", "3.62E+15"):
            truth.product(values[0], values[1], float(values[3]), None, n, "商品")
        elif header == "售价":
            price = None
            truth.product(values[0], values[1], price, None, n, "商品", optional=True)
    ws.append(["FT0013", "保温杯500ml", "厨具", "￥６９．００", "1,234", "1.2万+"])
    truth.product("FT0013", "保温杯500ml", 69.0, 1234, 14, "商品")
    ws.append(["FT0014", "充电宝20000mAh", "数码", "59.9-89.9", "5", "3"])
    truth.product("FT0014", "充电宝20000mAh", 59.9, 5, 15, "商品")
    truth.fault(15, "售价", "a range of prices", "商品")
    truth.sheet("商品", "products", [1], columns, 14)
    finish(book, name, truth)


def formulas_without_values():
    name = "formulas-no-values.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="supplier's prices are formulas that nobody has calculated; the pictures sit in the "
             "rows; US dollars"
    )
    book = Workbook()
    ws = book.active
    ws.title = "Quotation"
    ws["A1"] = "BRIGHT HARBOUR TRADING CO., LTD — QUOTATION Q2"
    ws.merge_cells("A1:H1")
    columns = [("Photo", "images"), ("Item No.", "sku"), ("Product Name", "title"),
               ("Category", "category"), ("Cost", "cost"), ("Retail Price", "price"),
               ("Stock", "stock"), ("Key Features", "selling_points")]
    for c, (h, _) in enumerate(columns, 1):
        ws.cell(3, c, h)
    names = [
        "Canvas Tote Bag", "Ceramic Mug 12oz", "Yoga Mat 6mm", "Bluetooth Speaker", "Dog Harness M"
    ]
    for n, title in enumerate(names):
        r = n + 4
        ws.row_dimensions[r].height = 60
        ws.cell(r, 2, f"Q-{100 + n}")
        ws.cell(r, 3, title)
        ws.cell(r, 4, ["Bags", "Kitchen", "Sports", "Electronics", "Pets"][n])
        ws.cell(r, 5, 5 + n)
        ws.cell(r, 7, 300 + n)
        ws.cell(r, 8, "Sturdy; easy to clean")
        ws.cell(r, 5).number_format = ws.cell(r, 6).number_format = "[$$-409]#,##0.00"
        data = picture(40 + n, "PNG" if n % 2 else "JPEG")
        ws.add_image(Image(io.BytesIO(data)), f"A{r}")
        if n < 3:
            ws.cell(r, 6, 19.9 + n)
            truth.product(
                f"Q-{100 + n}",
                title,
                19.9 + n,
                300 + n,
                r,
                "Quotation",
                currency="USD",
                cost=5 + n)
        else:
            ws.cell(r, 6, f"=ROUND(E{r}*2.4,2)")
            truth.fault(r, "Retail Price", "formula without a stored value", "Quotation")
            truth.product(
                f"Q-{100 + n}", title, None, 300 + n, r, "Quotation", currency="USD", optional=True)
        if n < 3:
            truth.picture(f"Q-{100 + n}", data, f"A{r}", "Quotation")
    truth.sheet("Quotation", "products", [3], columns, 5)
    finish(book, name, truth)


def two_files_update():
    name = "price-update.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="new prices and stocks for products of another file, read after it; one code is "
             "unknown there"
    )
    base = ["商品编码,商品名称,类目,售价,库存"]
    for n in range(10):
        p = product(n, "PU")
        base.append(f"{p['sku']},{p['title']},{p['category']},{p['price']},{p['stock']}")
    (OUT / "price-update.base.csv").write_text("\ufeff" + "\r\n".join(base) + "\r\n")
    book = Workbook()
    ws = book.active
    ws.title = "调价"
    columns = [("商家编码", "sku"), ("新售价", "price"), ("库存", "stock"), ("生效日期", None)]
    ws.append([h for h, _ in columns])
    for n in range(10):
        p = product(n, "PU")
        new = None
        if n < 6:
            new = round(p["price"] * 0.9, 2)
            ws.append([p["sku"], new, p["stock"] + 5, datetime.date(2026, 6, 18)])
        truth.product(p["sku"], p["title"], new or p["price"], p["stock"] + (5 if new else 0))
    ws.append(["PU9999", 10, 1, datetime.date(2026, 6, 18)])
    truth.fault(8, None, "a code that no file describes", "调价")
    truth.data["with"] = ["price-update.base.csv"]
    truth.sheet("调价", "price_update", [1], columns, 7)
    finish(book, name, truth)


def make():
    faults()
    formulas_without_values()
    two_files_update()


if __name__ == "__main__":
    make()
