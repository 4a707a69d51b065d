"""Feeds of a product a line: Google, Meta, TikTok, JSON."""

import json

from common import Truth, product
from feed_goods import FEEDS, GOODS, table, told, write


def google_tsv():
    name = "google-merchant.tsv"
    truth = Truth(
        name,
        "Google Merchant",
        note="prices with their currency, a sale price, two image columns, an item group")
    columns = [("id", "sku"), ("title", "title"), ("description", "description"), ("link", "link"),
               ("image_link", "images"), ("additional_image_link", "images"),
               ("availability", "availability"), ("price", "price"), ("sale_price", "price"),
               ("brand", "brand"), ("gtin", None), ("google_product_category", "category"),
               ("condition", None)]
    rows = [[h for h, _ in columns]]
    for n, (sku, title, brand, category, price, sale, count, _) in enumerate(GOODS):
        rows.append([
            sku, title, f"{title}, made to last.", f"https://shop.example.com/p/{sku}",
            f"https://img.example.com/{sku}.jpg",
            f"https://img.example.com/{sku}-2.jpg,https://img.example.com/{sku}-3.jpg",
            "in_stock" if count else "out_of_stock", f"{price:.2f} USD",
            f"{sale:.2f} USD" if sale else "", brand,
            product(n)["barcode"], category, "new"
        ])
    truth.sheet("", "products", [1], columns, len(GOODS))
    told(truth, rows=lambda n: n + 2)
    write(name, table(rows, "\t", "\n"), truth)


def meta_csv():
    name = "meta.csv"
    truth = Truth(name, "Meta catalogue CSV", note="two comment lines before the header")
    columns = [("id", "sku"), ("title", "title"), ("description", "description"),
               ("availability", "availability"), ("condition", None), ("price", "price"),
               ("link", "link"), ("image_link", "images"), ("brand", "brand"),
               ("google_product_category", "category"), ("quantity_to_sell_on_facebook", "stock")]
    rows = [["# ref_application_id=000000000000000,ref_asset_id=000000000000000"],
            ["# Required | A unique ID for the item. Use the SKU if you can."],
            [h for h, _ in columns]]
    for sku, title, brand, category, price, sale, count, _ in GOODS:
        rows.append([
            sku, title, f"{title}.", "in stock" if count else "out of stock", "new",
            f"{price:.2f} USD", f"https://shop.example.com/p/{sku}",
            f"https://img.example.com/{sku}.jpg", brand, category, count
        ])
    truth.sheet("", "products", [3], columns, len(GOODS))
    told(truth, stock=True, use_sale=False, rows=lambda n: n + 4)
    write(name, table(rows), truth)


def tiktok():
    name = "tiktok-catalog.csv"
    truth = Truth(name, "TikTok catalogue CSV", note="availability in three spellings")
    columns = [("sku_id", "sku"), ("title", "title"), ("description", "description"),
               ("availability", "availability"), ("condition", None), ("price", "price"),
               ("link", "link"), ("image_link", "images"), ("brand", "brand"),
               ("product_type", "type")]
    rows = [[h for h, _ in columns]]
    for n, (sku, title, brand, category, price, sale, count, _) in enumerate(GOODS):
        rows.append([
            sku, title, f"{title}.", ["in stock", "IN_STOCK", "available for order"][n % 3], "new",
            f"{price:.2f} USD", f"https://shop.example.com/p/{sku}",
            f"https://img.example.com/{sku}.jpg", brand, category
        ])
    truth.sheet("", "products", [1], columns, len(GOODS))
    told(truth, use_sale=False, rows=lambda n: n + 2)
    write(name, "\ufeff" + table(rows), truth)


def json_lines():
    name = "products.jsonl"
    truth = Truth(
        name, "JSON lines", note="an object a line, nested prices, a blank line, one broken line")
    out = []
    for n in range(10):
        p = product(n, "JL")
        out.append(
            json.dumps({
                "sku": p["sku"], "title": p["title"], "category": p["category"].split(">"),
                "price": {"amount": p["price"], "currency": "CNY"}, "stock": p["stock"], "images": [
                    p["image"]
                ], "selling_points": p["points"].split("；"), "brand": p["brand"]
            },
                       ensure_ascii=False))
        truth.product(p["sku"], p["title"], p["price"], p["stock"], brand=p["brand"])
    out.insert(5, "")
    out.insert(7, '{"sku": "JL-BROKEN", "title": "断了的行')
    truth.fault(8, None, "a line that is no JSON")
    truth.sheet(
        "", "products", [], [("sku", "sku"), ("title", "title"), ("price.amount", "price"),
                             ("stock", "stock"), ("images", "images"),
                             ("selling_points", "selling_points")], 10)
    write(name, "\n".join(out) + "\n", truth)


def make():
    FEEDS.mkdir(exist_ok=True)
    google_tsv()
    meta_csv()
    tiktok()
    json_lines()


if __name__ == "__main__":
    make()
