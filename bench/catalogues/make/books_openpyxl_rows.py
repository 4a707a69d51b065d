"""Workbooks by openpyxl whose rows belong together: merged variants, sections, pictures."""

import io

from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor, TwoCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.styles import Font

from books_openpyxl_base import MAKER, finish
from common import Truth, picture, product


def merged_variants():
    name = "merged-variants.xlsx"
    truth = Truth(
        name, MAKER, note="parents merged down over their variants; two header rows merged across")
    book = Workbook()
    ws = book.active
    ws.title = "款式SKU表"
    ws["A1"] = "2026夏款 SKU 明细"
    ws.merge_cells("A1:K1")
    top = [("款号", 1, 1), ("商品名称", 2, 2), ("类目", 3, 3), ("规格", 4, 5), ("价格（元）", 6, 8), ("库存", 9, 9),
           ("主图", 10, 10), ("商家编码", 11, 11)]
    for text, a, b in top:
        ws.cell(2, a, text)
        if a == b:
            ws.merge_cells(start_row=2, end_row=3, start_column=a, end_column=b)
        else:
            ws.merge_cells(start_row=2, end_row=2, start_column=a, end_column=b)
    for c, text in ((4, "颜色"), (5, "尺码"), (6, "售价"), (7, "成本价"), (8, "划线价")):
        ws.cell(3, c, text)
    columns = [("款号", "sku"), ("商品名称", "title"), ("类目", "category"), ("颜色", "option"),
               ("尺码", "option"), ("售价", "price"), ("成本价", "cost"), ("划线价", "reference_price"),
               ("库存", "stock"), ("主图", "images"), ("商家编码", "sku")]
    r = 4
    for n in range(6):
        p = product(n, "MV")
        start, total = r, 0
        for color in ("黑色", "杏色"):
            for size in ("S", "M", "L")[:2 + n % 2]:
                if r == start:
                    ws.cell(r, 1, p["sku"])
                    ws.cell(r, 2, p["title"])
                    ws.cell(r, 3, p["category"])
                    ws.cell(r, 10, p["image"])
                ws.cell(r, 4, color)
                ws.cell(r, 5, size)
                ws.cell(r, 6, p["price"])
                ws.cell(r, 7, p["cost"])
                ws.cell(r, 8, p["reference"])
                ws.cell(r, 9, 10 + r)
                total += 10 + r
                ws.cell(r, 11, f"{p['sku']}-{color[0]}{size}")
                r += 1
        for c in (1, 2, 3, 10):
            ws.merge_cells(start_row=start, end_row=r - 1, start_column=c, end_column=c)
        truth.product(
            p["sku"],
            p["title"],
            p["price"],
            total,
            start,
            "款式SKU表",
            variants=r - start,
            other_skus=[f"{p['sku']}-黑S"])
    truth.sheet("款式SKU表", "products", [2, 3], columns, r - 4)
    finish(book, name, truth)


def sections():
    name = "sections.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="a section title and the headers again before each group, subtotals after it, blank "
             "rows between"
    )
    book = Workbook()
    ws = book.active
    ws.title = "排品表"
    columns = [("款号", "sku"), ("品名", "title"), ("分类", "category"), ("直播价", "price"),
               ("市场价", "reference_price"), ("库存", "stock")]
    r, n = 1, 0
    for part in ("上午场 10:00-12:00", "下午场 14:00-17:00", "晚场 19:00-23:00"):
        ws.cell(r, 1, part).font = Font(bold=True, size=14)
        ws.merge_cells(start_row=r, end_row=r, start_column=1, end_column=6)
        for c, (h, _) in enumerate(columns, 1):
            ws.cell(r + 1, c, h).font = Font(bold=True)
        if n == 0:
            first = r + 1
        r += 2
        total = 0
        for _ in range(5):
            p = product(n, "PP")
            for c, v in enumerate(
                (p["sku"], p["title"], p["category"], p["price"], p["reference"], p["stock"]), 1):
                ws.cell(r, c, v)
            truth.product(
                p["sku"], p["title"], p["price"], p["stock"], r, "排品表", reference=p["reference"])
            total += p["stock"]
            n, r = n + 1, r + 1
        ws.cell(r, 1, "小计")
        ws.cell(r, 6, total)
        r += 2
    ws.cell(r, 1, "合计：15 款")
    truth.sheet("排品表", "products", [first], columns, 15)
    finish(book, name, truth)


def pictures_over_merges():
    name = "pictures-merged.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="pictures over cells merged down a product's variants: anchored by two cells, by one "
             "in the middle, and by one cell whose picture hangs below; one picture file used by "
             "two products"
    )
    book = Workbook()
    ws = book.active
    ws.title = "款式图"
    columns = [("图片", "images"), ("款号", "sku"), ("商品名称", "title"), ("颜色", "option"),
               ("售价", "price"), ("库存", "stock")]
    ws.append([h for h, _ in columns])
    ws.column_dimensions["A"].width = 18
    for n in range(5):
        p, r = product(n + 8, "PM"), 2 + n * 3
        for k, color in enumerate(("黑", "白", "蓝")):
            ws.row_dimensions[r + k].height = 30
            ws.cell(r + k, 4, color)
            ws.cell(r + k, 5, p["price"])
            ws.cell(r + k, 6, 10 + k)
        for c, v in ((2, p["sku"]), (3, p["title"])):
            ws.cell(r, c, v)
        for c in (1, 2, 3):
            ws.merge_cells(start_row=r, end_row=r + 2, start_column=c, end_column=c)
        truth.product(p["sku"], p["title"], p["price"], 33, r, "款式图", variants=3)
        data = picture(150 + (n if n != 4 else 0), "PNG")
        image = Image(io.BytesIO(data))
        if n % 3 == 0:
            image.anchor = TwoCellAnchor(
                "oneCell", AnchorMarker(0, 50000, r - 1, 50000), AnchorMarker(1, 0, r + 1, 200000))
        else:
            # In the second of the merged rows, where a picture centred in the cell begins.
            image.anchor = OneCellAnchor(
                AnchorMarker(0, 90000, r if n == 1 else r - 1, 20000),
                XDRPositiveSize2D(914400, 685800))
        ws.add_image(image)
        truth.picture(p["sku"], data, f"A{r}", "款式图")
    truth.sheet("款式图", "products", [1], columns, 15)
    finish(book, name, truth)


def make():
    merged_variants()
    sections()
    pictures_over_merges()


if __name__ == "__main__":
    make()
