"""A Chinese shop's sheet of any length: generate_big.py N out.csv|out.xlsx

Twenty columns; one row in a thousand holds a fault that must be named. out.*.truth.json tells how
many.
"""

import csv
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "make"))
from common import product  # noqa: E402

HEADS = [
    "序号", "商品编码", "商品名称", "一级类目", "二级类目", "品牌", "售价", "划线价", "成本价", "佣金比例", "库存", "近7天销量", "近30天销量",
    "退货率", "卖点", "适用人群", "主图链接", "商品链接", "商品条码", "属性"
]
GROUPS = ["通勤女生", "学生党", "宝妈", "新手", "租房党", "送长辈"]


def row(n):
    p = product(n, "BG")
    first, *rest = p["category"].split(">")
    price = "面议" if n % 1000 == 999 else p["price"]
    return [
        n + 1, f"BG{n + 1:08d}", f"{p['title']} {n + 1}", first, rest[-1], p["brand"], price,
        p["reference"], p["cost"], p["commission"], p["stock"], p["sales_7d"], p["sales_28d"],
        p["return_rate"], p["points"], GROUPS[n % 6], f"https://img.example.com/bg/{n + 1:08d}.jpg",
        f"https://shop.example.com/item/{700000000000 + n}", p["barcode"], p["attribute"]
    ]


def main():
    count, target = int(sys.argv[1]), Path(sys.argv[2])
    if target.suffix == ".csv":
        with open(target, "w", newline="", encoding="utf-8-sig") as out:
            writer = csv.writer(out)
            writer.writerow(HEADS)
            writer.writerows(row(n) for n in range(count))
    else:
        import xlsxwriter
        book = xlsxwriter.Workbook(str(target), {"constant_memory": True})
        sheet = book.add_worksheet("商品")
        percent, yuan = book.add_format({"num_format": "0.0%"}), book.add_format(
            {"num_format": '"¥"#,##0.00'})
        formats = {6: yuan, 7: yuan, 8: yuan, 9: percent, 13: percent}
        sheet.write_row(0, 0, HEADS)
        for n in range(count):
            for c, v in enumerate(row(n)):
                if isinstance(v, str):
                    sheet.write_string(n + 1, c, v)
                else:
                    sheet.write_number(n + 1, c, v, formats.get(c))
        book.close()
    truth = {
        "file": target.name, "rows": count, "products": count - count // 1000,
        "faults": count // 1000, "fault_rows": [n + 2 for n in range(999, min(count, 10000), 1000)],
        "first": {"sku": "BG00000001", "price": 89.0}
    }
    Path(f"{target}.truth.json").write_text(json.dumps(truth, ensure_ascii=False) + "\n")


main()
