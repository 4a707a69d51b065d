"""Workbooks that LibreOffice itself writes: by UNO, and by opening other files and saving them.

Their dates and ids differ from run to run; everything a reader takes from them does not.
"""

import csv
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from common import HERE, OUT, Truth, picture, product

MAKER = "LibreOffice Calc"
XLSX = "Calc MS Excel 2007 XML"
UNO_PYTHON = "/usr/bin/python3"


def is_here():
    """Whether LibreOffice is, and a Python that has its uno."""
    return bool(shutil.which("soffice")) and Path(UNO_PYTHON).exists() and not subprocess.run(
        [UNO_PYTHON, "-c", "import uno"], capture_output=True).returncode


def jushuitan():
    name = "jushuitan-erp.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="ERP profit sheet: two header rows merged across, -- for nothing, thousands commas as "
             "text, total row first and last"
    )
    columns = [("店铺款式编码", "sku"), ("商品名称", "title"), ("分类", "category"), ("品牌", "brand"),
               ("售价", "price"), ("商品成本", "cost"), ("库存数量", "stock"), ("近7天销量", "sales_7d"),
               ("退款率", "return_rate"), ("图片", "images")]
    rows = [["聚水潭-商品利润报表"] + [None] * 9, ["统计时间：2026-05-25 ~ 2026-05-31"] + [None] * 9,
            ["商品信息", None, None, None, "价格", None, "库存与销售", None, None, "图片"],
            ["店铺款式编码", "商品名称", "分类", "品牌", "售价", "商品成本", "库存数量", "近7天销量", "退款率", None],
            ["合计", "--", "--", "--", "--", "--", 12345, 6789, "--", "--"]]
    for n in range(18):
        p = product(n + 2, "JST")
        rows.append([
            f"00{n + 31}", p["title"], p["category"], p["brand"] if n % 4 else "--", p["price"],
            p["cost"] if n % 5 else "--", f"{p['stock'] + 1000:,}" if n % 2 else p["stock"],
            p["sales_7d"] if n % 6 else "--", p["return_rate"], p["image"]
        ])
        truth.product(
            f"00{n + 31}", p["title"], p["price"], p["stock"] + (1000 if n % 2 else 0), n + 6,
            "利润报表")
    rows.append(["总计", None, None, None, None, None, 12345, 6789])
    truth.sheet("利润报表", "products", [3, 4], columns, 18)
    sheet = {
        "name": "利润报表", "rows": rows,
        "merges": ["A1:J1", "A2:J2", "A3:D3", "E3:F3", "G3:I3",
                   "J3:J4"], "formats": {"E6:F23": '"¥"#,##0.00', "I6:I23": "0.0%"}
    }
    return truth, {"sheets": [sheet], "store": [(str(OUT / name), XLSX)]}


def export_quotation(folder):
    name = "quotation-eur.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="euro prices known only from the number format; formulas with stored values; "
             "comments; pictures anchored to cells; a hidden row"
    )
    columns = [("Art. No.", "sku"), ("Picture", "images"), ("Description of goods", "title"),
               ("Category", "category"), ("EXW Cost", "cost"), ("RRP", "price"), ("Stock", "stock")]
    rows = [["Lindenhof Home GmbH – Price list 2026"], ["All prices in EUR, net"],
            [h for h, _ in columns]]
    goods = [("Linen Duvet Cover", "Home"), ("Ceramic Vase", "Home"), ("Cast Iron Pan", "Kitchen"),
             ("Bread Knife", "Kitchen"), ("Dog Bed L", "Pets"), ("Wool Beanie", "Accessories")]
    pictures = []
    for n, (title, cat) in enumerate(goods):
        r = n + 4
        rows.append([f"LH-{n:03d}", None, title, cat, 10 + n, f"\u0001=ROUND(E{r}*2.5;2)", 80 + n])
        truth.product(
            f"LH-{n:03d}",
            title,
            round((10 + n) * 2.5, 2),
            80 + n,
            r,
            "Preisliste",
            currency="EUR",
            optional=n == 4)
        data = picture(130 + n, "PNG" if n % 2 else "JPEG")
        path = folder / f"p{n}.{'png' if n % 2 else 'jpg'}"
        path.write_bytes(data)
        pictures.append((f"B{r}", str(path)))
        if n != 4:
            truth.picture(f"LH-{n:03d}", data, f"B{r}", "Preisliste")
    truth.sheet("Preisliste", "products", [3], columns, 6)
    sheet = {
        "name": "Preisliste", "rows": rows, "formats": {"E4:F9": "#,##0.00 [$€-407]"},
        "comments": {"F5": "check with Anna"}, "hidden_rows": [7],
        "heights": {str(r): 1400
                    for r in range(3, 9)}, "pictures": pictures
    }
    notes = {"name": "Anna's \"notes\" 📝", "rows": [["call back on Monday"]]}
    truth.sheet(notes["name"], "other")
    return truth, {"sheets": [sheet, notes], "store": [(str(OUT / name), XLSX)]}


def team_workbook():
    name = "decisions-only.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="the team's decisions alone, keyed by the codes of another file; stored as ods and "
             "saved from there"
    )
    base = ["商品编码,商品名称,类目,售价,库存"]
    for n in range(8):
        p = product(n, "TD")
        base.append(f"{p['sku']},{p['title']},{p['category']},{p['price']},{p['stock']}")
        truth.product(p["sku"], p["title"], p["price"], p["stock"])
    (OUT / "decisions-only.base.csv").write_text("\n".join(base) + "\n")
    truth.data["with"] = ["decisions-only.base.csv"]
    heads = [("商品编码", "sku"), ("是否拍摄", "selected"), ("拍摄优先级", "priority"), ("开场白", "hook"),
             ("口播文案", "copy"), ("行动号召", "cta")]
    rows = [["本周拍摄安排"], [], [h for h, _ in heads],
            ["TD0001", "是", 1, "裤子一坐就皱？", "这条垂感好，坐一天不皱", "左下角看尺码"],
            ["TD0003", "是", 2, "约会穿什么", "收腰系带，双侧口袋", "点链接看颜色"],
            ["TD0005", "否", 5, None, None, None]]
    for row in rows[3:]:
        truth.team(row[0], selected=row[1] == "是", **({"hook": row[3]} if row[3] else {}))
    truth.sheet("拍摄安排", "team", [3], heads, 3)
    ods = str(OUT / "decisions-only.ods")
    return truth, {
        "sheets": [{"name": "拍摄安排", "rows": rows, "merges": ["A1:F1"]}],
        "store": [(ods, "calc8"), (str(OUT / name), XLSX)]
    }


def shopify(folder):
    name = "shopify-libreoffice.xlsx"
    truth = Truth(
        name,
        MAKER,
        note="a Shopify export opened and saved by LibreOffice: several rows a product, HTML "
             "bodies, barcodes turned into numbers"
    )
    heads = [
        "Handle", "Title", "Body (HTML)", "Vendor", "Product Category", "Type", "Tags", "Published",
        "Option1 Name", "Option1 Value", "Variant SKU", "Variant Grams", "Variant Inventory Qty",
        "Variant Price", "Variant Compare At Price", "Variant Barcode", "Image Src",
        "Image Position", "Status"
    ]
    fields = [
        "handle", "title", "description", "brand", "category", "type", "tags", "status", "option",
        "option", "sku", None, "stock", "price", "reference_price", None, "images", None, "status"
    ]
    goods = [
        (
            "linen-wide-leg-pants", "Linen Wide Leg Pants",
            "Apparel & Accessories > Clothing > Pants", "Women's Pants", 58.0),
        ("stoneware-mug", "Stoneware Mug, 12 oz", "Home & Garden > Kitchen & Dining", "Mugs", 24.0),
        ("trail-daypack", "Trail Daypack 20L", "Luggage & Bags > Backpacks", "Backpacks", 79.0),
        ("oat-soap", "Oat & Honey Soap Bar", "Health & Beauty > Personal Care", "Soap", 9.5)
    ]
    rows, line = [heads], 2
    for n, (handle, title, category, kind, price) in enumerate(goods):
        sizes = ["S", "M", "L"][:n % 3 + 1]
        for v, size in enumerate(sizes + ["extra image"]):
            row = dict.fromkeys(heads, "")
            row["Handle"] = handle
            row["Image Src"] = f"https://cdn.example.com/{handle}-{v}.jpg"
            row["Image Position"] = v + 1
            if v == 0:
                row |= {
                    "Title": title,
                    "Body (HTML)": f"<p>{title}.</p>\n<ul><li>Made to last</li></ul>",
                    "Vendor": "Harbour & Pine", "Product Category": category, "Type": kind,
                    "Tags": "new, spring", "Published": "TRUE", "Option1 Name": "Size",
                    "Status": "active"
                }
            if size != "extra image":
                row |= {
                    "Option1 Value": size, "Variant SKU": f"HP-{n}{size}", "Variant Grams": 300,
                    "Variant Inventory Qty": 11 + v, "Variant Price": f"{price:.2f}",
                    "Variant Compare At Price": f"{price + 10:.2f}",
                    "Variant Barcode": f"0{product(n * 3 + v)['barcode'][1:]}"
                }
            rows.append([row[h] for h in heads])
        truth.product(
            f"HP-{n}S",
            title,
            price,
            sum(11 + v for v in range(len(sizes))),
            line,
            "shopify-libreoffice",
            currency=None,
            variants=len(sizes) if len(sizes) > 1 else None,
            other_skus=[handle])
        line += len(sizes) + 1
    path = folder / "shopify-libreoffice.csv"
    with open(path, "w", newline="") as out:
        csv.writer(out).writerows(rows)
    truth.sheet("shopify-libreoffice", "products", [1], list(zip(heads, fields)), len(rows) - 1)
    convert(path, folder)
    truth.save()


def convert(path, folder):
    subprocess.run([
        "soffice", f"-env:UserInstallation=file://{folder}/profile2", "--headless", "--convert-to",
        f"xlsx:{XLSX}", "--infilter=CSV:44,34,76" if path.suffix == ".csv" else "--norestore",
        "--outdir",
        str(OUT),
        str(path)
    ],
                   check=True,
                   capture_output=True,
                   timeout=120)


def resaved(folder):
    """Files of other makers, opened and saved: same products, another writer."""
    for source in ("douyin-selection", "supplier-quotation", "merged-variants", "dates-1904"):
        copy = folder / f"{source}-resaved.xlsx"
        shutil.copy(OUT / f"{source}.xlsx", copy)
        convert(copy, folder)
        truth = json.loads((OUT / f"{source}.xlsx.truth.json").read_text())
        truth |= {"file": copy.name, "maker": f"{truth['maker']}, saved again by {MAKER}"}
        (OUT / f"{copy.name}.truth.json"
         ).write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n")


def make():
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made = [jushuitan(), export_quotation(folder), team_workbook()]
        (folder / "plan.json").write_text(json.dumps([plan for _, plan in made]))
        office = subprocess.Popen([
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--norestore", "--nologo", "--accept=pipe,name=books;urp;"
        ],
                                  stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        try:
            subprocess.run(
                [UNO_PYTHON,
                 str(HERE / "uno_books.py"), "books",
                 str(folder / "plan.json")],
                check=True,
                timeout=240)
            office.wait(30)
        finally:
            if office.poll() is None:
                office.terminate()
        for truth, _ in made:
            truth.save()
        shopify(folder)
        resaved(folder)


if __name__ == "__main__":
    make()
