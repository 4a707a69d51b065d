"""What the hostile files share: where they go and what is owed."""

import json

from common import OUT, product
from hand import Book

HOSTILE = OUT / "hostile"
ROWS = [["商品编码", "商品名称", "类目", "售价", "库存"]
        ] + [[p["sku"], p["title"], p["category"], p["price"], p["stock"]]
             for p in (product(n, "HO") for n in range(5))]
SECRET = ["root:x:0:0"]


def told(name, expect, note, products=None, seconds=20, megabytes=1200, never=()):
    """expect: error (nothing read, a fault that names the file), read, or either."""
    truth = {
        "file": name, "expect": expect, "note": note, "product_count": products,
        "limits": {"seconds": seconds, "megabytes": megabytes}, "never": list(never)
    }
    (HOSTILE /
     f"{name}.truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n")


def write(name, data, *args, **more):
    (HOSTILE / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    told(name, *args, **more)


def book(rows=ROWS, **how):
    b = Book()
    b.sheet("商品", b.rows(rows), **how)
    return b


def replaced(parts, name, change):
    return [(n, change(b if isinstance(b, str) else b.decode()) if n == name else b)
            for n, b in parts]


def five():
    return {"least": 5, "most": 5}
