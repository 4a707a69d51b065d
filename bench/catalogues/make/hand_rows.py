"""Plain rows that the workbooks made by hand share."""


from common import product
from hand import BOLD, Cell

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
