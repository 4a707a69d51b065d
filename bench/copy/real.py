"""Real products beside the checkout, as one sheet a language, so that each fact has a cell.

Only what the program imports with a price is taken, each title once; what it read as an attribute
becomes a column.
"""

import csv
import json
import os
import shutil
from pathlib import Path

import measure

FILES = [
    "catalogues/google-microservices-demo/products.json", "catalogues/google-retail/products.json",
    "catalogues/aws-ivs/products.json", "catalogues/dotnet-eshop/catalog.json",
    "catalogues/spree/products.csv", "catalogues/synthetic-zh/alimama_gb18030.csv",
    "catalogues/synthetic-zh/shop_backend_utf8bom_title_rows.csv",
    "footage/images/saleor/populatedb_data.json", "footage/images/groceries/classes.csv",
]
FIELDS = [("sku", "SKU"), ("title", "Title"), ("brand", "Brand"), ("category", "Category")]


def shared(home):
    for place in (os.environ.get("SHOPREEL_SHARED"), home.parent / "shared"):
        if place and Path(place).is_dir():
            return Path(place)
    return None


def imported(program, file, folder):
    """The products of one file, read in a workspace of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(file, folder / file.name)
    (folder / "shopreel.yaml").write_text(
        f"schema: workspace/1\ncatalogue: [{file.name}]\nplatforms: [douyin]\n")
    measure.run([program, "import", "-C", folder], folder / "log", accepted=(0, 1, 65))
    result = folder / "work/products.json"
    products = json.loads(result.read_text())["products"] if result.exists() else []
    shutil.rmtree(folder)
    return products


def evidence(product):
    """The words by which the category was found."""
    return next((one["text"] for one in product["category_evidence"]), "")


def cells(product):
    row = {header: product.get(field, "") for field, header in FIELDS}
    row["Category"] = evidence(product)
    row["Price"], row["Currency"] = product["price"]["amount"], product["price"]["currency"]
    row["Compare at price"] = product.get("reference_price", {}).get("amount", "")
    row["Selling points"] = "; ".join(product["selling_points"])
    # A header that is a field's name would be read as that field.
    return row | {f"{name} info" if name.lower() in ("size", "voltage") else name: value
                  for name, value in product["attributes"].items()}


def gather(program, home, folder, limit):
    """Writes `real.csv` into the shops' folders; how many products each holds."""
    place, taken, rows = shared(home), set(), {"zh": [], "en": []}
    for name in FILES if place else []:
        if not (place / name).exists():
            continue
        for product in imported(program, place / name, folder / "reading"):
            locale = product["locale"]
            if product["price"]["amount"] > 0 and product["title"] not in taken and len(
                    rows[locale]) < limit:
                taken.add(product["title"])
                rows[locale].append(cells(product))
    for locale, found in rows.items():
        for number, row in enumerate(found, 1):
            row["SKU"] = f"R{number:04d}"
        headers = list(dict.fromkeys(header for row in found for header in row))
        with open(folder / locale / "real.csv", "w", newline="", encoding="utf-8") as out:
            writer = csv.DictWriter(out, headers)
            writer.writeheader()
            writer.writerows(found)
    return {locale: len(found) for locale, found in rows.items()}
