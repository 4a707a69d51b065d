"""What is told of a product against what was read."""

from texts import near, norm

NUMBERS = ("stock", "cost", "sales_7d", "sales_28d", "commission_rate", "return_rate")


def of(product, told):
    """(name, whether it is as told, what was read) of each fact told."""
    def check(name, fine, got):
        return name, bool(fine), got

    title, price = product.get("title"), product.get("price") or {}
    yield check("title", norm(title) == norm(told["title"]), title)
    if told.get("currency"):
        yield check("currency", price.get("currency") == told["currency"], price.get("currency"))
    for key in NUMBERS:
        if key in told:
            yield check(key, near(product.get(key), told[key]), product.get(key))
    if "brand" in told:
        brand = product.get("brand")
        yield check("brand", norm(brand) == norm(told["brand"]), brand)
    if told.get("reference") is not None:
        amount = (product.get("reference_price") or {}).get("amount")
        yield check("reference_price", near(amount, told["reference"]), amount)
    if "link" in told:
        yield check("link", product.get("link") == told["link"], product.get("link"))
    if "image" in told:
        images = product.get("images", [])
        yield check("image", told["image"] in images, images)
    if "points" in told:
        points = product.get("selling_points", [])
        yield check("selling_points", set(map(norm, told["points"])) <= set(map(norm, points)),
                    points)
    if "variants" in told:
        count = len(product.get("variants", []))
        yield check("variants", count == told["variants"], count)
    for name, value in told.get("attributes", {}).items():
        got = product.get("attributes", {}).get(name)
        yield check(name, norm(value) in norm(got), got)
