"""Catalogues beside the checkout, which have no truth: another reader tells what they hold."""

import csv
import io
import json
import re

from comparing import index
from reading import decoded
from texts import near, norm


def shared_expectation(path):
    """(least, most, {title or code: price}) as another reader finds them, or None."""
    name, text = path.name, decoded(path.read_bytes())
    if "bad_truncated" in name:
        return 0, 3, {}
    if "bad_mixed" in name:
        return 1, 1, {}
    if "vendor-profiles" in str(path):
        return 0, 0, {}
    if name == "classes.csv":
        return 0, 81, {}
    if name == "populatedb_data.json":
        return 0, 32, {}
    if path.suffix == ".json":
        data = json.loads(text) if text.lstrip()[0] in "[{" and not re.search(
            r"\}\s*\n\s*\{", text) else [json.loads(l) for l in text.splitlines() if l.strip()]
        if isinstance(data, dict):
            data = data.get("products") or next(v for v in data.values() if isinstance(v, list))
        prices = {}
        for item in data:
            if "PutRequest" in item:
                i = item["PutRequest"]["Item"]
                prices[i["id"]["S"]] = float(i.get("discountedPrice", i["price"])["N"])
            elif "priceUsd" in item:
                prices[item["id"]] = item["priceUsd"].get(
                    "units", 0) + item["priceUsd"].get("nanos", 0) / 1e9
            elif "priceInfo" in item:
                prices[item["id"]] = float(item["priceInfo"]["price"])
            else:
                prices[str(item["Id"])] = float(item["Price"])
        count = sum(1 for v in prices.values() if v > 0)
        return count, count, {k: v for k, v in prices.items() if v > 0}
    if "spree" in str(path):
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        slugs = {}
        for r in rows:
            slugs.setdefault(r["slug"], []).append(r)
        prices = {}
        for group in slugs.values():
            title = next((r["name"] for r in group if r["name"]), None)
            amounts = [float(r["price"]) for r in group if r["price"] and float(r["price"]) > 0]
            if title and amounts:
                prices[title] = amounts
        return len(prices), len(prices), prices
    known = {
        "alimama_gb18030.csv": {"601234567890": 59.9,
                                "601234567891": 39.0}, "jushuitan_profit_utf8bom.csv": {},
        "shop_backend_utf8bom_title_rows.csv": {"TX-W-S": 59.9, "3620000000000003": 29.9},
        "taobao_assistant_gbk.csv": {"TX-W": 59.9, "FAN-3": 39.0, "601234567892": 29.9},
        "taobao_assistant_utf16le.csv": {"TX-W": 59.9, "FAN-3": 39.0, "手工红糖姜茶 独立小袋 12克*10包": 29.9},
        "team_selection_semicolon_utf8.csv": {"纯棉圆领短袖T恤": 59.9, "便携手持小风扇": 39.0, "手工红糖姜茶": 29.9},
    }.get(name)
    if known is not None:
        return len(known), len(known), known
    return None


def judge_shared(path, shared, run):
    row = {
        "file": f"shared/{path.relative_to(shared)}", "exit": run.code, "seconds": round(
            run.seconds, 2), "megabytes": round(run.megabytes)
    }
    short = [c for c in [run.crashed()] if c]
    expected = shared_expectation(path)
    if expected is None:
        row |= {"verdict": "no expectation", "products": {"got": len(run.products)}}
        return row
    least, most, prices = expected
    row["products"] = {"got": len(run.products), "least": least, "most": most}
    if not least <= len(run.products) <= most:
        short.append(
            f"{len(run.products)} products, expected {least}" +
            (f"–{most}" if most != least else ""))
    by, equal, wrong = index(run.products), 0, []
    for key, price in prices.items():
        p = by.get(norm(key)) or by.get("title:" + norm(key))
        amount = (p or {}).get("price", {}).get("amount")
        if p and any(near(amount, v) for v in (price if isinstance(price, list) else [price])):
            equal += 1
        else:
            wrong.append(f"{key} {amount} for {price}")
    row["prices"] = {"equal": equal, "of": len(prices)}
    if wrong:
        short.append(f"{len(wrong)} prices differ: {'; '.join(wrong[:3])}")
    if not run.products and not run.problems and not run.err.strip():
        short.append("nothing read and nothing said")
    row["verdict"] = "; ".join(short) or "ok"
    return row
