"""Goods that the feeds share, and how they are written."""

import csv
import io

from common import OUT

FEEDS = OUT / "feeds"
GOODS = [
    # id, title, brand, category, price, sale, stock, points
    (
        "HP-001", "Linen Wide Leg Pants", "Harbour & Pine",
        "Apparel & Accessories > Clothing > Pants", 58.00, None, 12, "women"),
    (
        "HP-002", "Stoneware Mug, 12 oz", "Harbour & Pine",
        "Home & Garden > Kitchen & Dining > Tableware", 24.00, 19.20, 80, ""),
    ("HP-003", "Trail Daypack 20L", "Northward", "Luggage & Bags > Backpacks", 79.00, None, 33, ""),
    (
        "HP-004", "Oat & Honey Soap Bar \"Quiet\"", "Harbour & Pine",
        "Health & Beauty > Personal Care > Cosmetics", 9.50, None, 0, ""),
    (
        "HP-005", "Wool Beanie — Moss", "Northward",
        "Apparel & Accessories > Clothing Accessories > Hats", 32.00, 25.00, 41, ""),
    (
        "HP-006", "Dog Bed, Large", "Fetchwell",
        "Animals & Pet Supplies > Pet Supplies > Dog Supplies", 129.00, None, 7, ""),
    (
        "HP-007", "Wireless Earbuds 40 h", "Tonic", "Electronics > Audio > Headphones", 59.99,
        49.99, 210, ""),
    (
        "HP-008", "Crème Hydratante 50 ml", "Atelier Né",
        "Health & Beauty > Personal Care > Cosmetics > Skin Care", 21.00, None, 55, ""),
]


def told(truth, goods=GOODS, currency="USD", stock=False, rows=None, use_sale=True):
    for n, (sku, title, brand, _, price, sale, count, _) in enumerate(goods):
        truth.product(
            sku,
            title,
            sale if sale and use_sale else price,
            count if stock else None,
            rows(n) if rows else None,
            None,
            currency,
            brand=brand)


def write(name, data, truth):
    (FEEDS / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    truth.save(FEEDS)


def table(rows, delimiter=",", ending="\r\n"):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=ending).writerows(rows)
    return out.getvalue()
