"""Invented products, pictures and truth files that all makers share, the same each time."""

import colorsys
import datetime
import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "work"
FIXED = (2026, 6, 1, 8, 0, 0)
STAMP_DATE = datetime.datetime(*FIXED)

BASE = [
    # title, category path, price, cost, brand, points, attribute
    ("冰丝阔腿裤女夏季高腰垂感直筒裤", "女装>裤子", 89.0, 31.5, "轻禾", "垂感不皱；高腰不勒", "面料=聚酯纤维95%"),
    ("纯棉圆领短袖T恤女宽松白色上衣", "女装>T恤", 59.9, 18.2, "轻禾", "洗后不透；领口不易变形", "面料=棉100%"),
    ("法式碎花连衣裙女收腰长裙", "女装>连衣裙", 139.0, 52.0, "素曼", "收腰系带；双侧口袋", "面料=粘胶"),
    ("男士免烫商务长袖衬衫", "男装>衬衫", 129.0, 46.0, "柏衡", "揉一揉就平；四面弹", "面料=棉60%"),
    ("男士直筒休闲裤弹力西裤", "男装>休闲裤", 149.0, 55.0, "柏衡", "三季可穿；不起球", "面料=锦纶"),
    ("透气网面跑步鞋女软底", "鞋靴>运动鞋", 169.0, 71.0, "驰野", "单只210克；回弹中底", "鞋底=EVA"),
    ("头层牛皮乐福鞋女平底", "鞋靴>单鞋", 259.0, 118.0, "素曼", "软面不磨脚；一脚蹬", "鞋面=头层牛皮"),
    ("渔夫帽女大檐遮阳可折叠", "配饰>帽子", 39.9, 9.8, "南帽", "帽檐10厘米；可折叠", "帽围=56-58cm"),
    ("S925银项链女锁骨链", "珠宝首饰>项链", 99.0, 33.0, "星漪", "可调节；礼盒装", "材质=S925银"),
    ("大容量帆布托特包通勤", "箱包>单肩包", 79.0, 26.0, "行间", "装得下15.6寸电脑；内袋4个", "容量=18L"),
    ("20寸铝框拉杆箱登机箱", "箱包>拉杆箱", 299.0, 146.0, "行间", "静音万向轮；TSA锁", "容量=36L"),
    ("每日坚果混合装30包", "食品>零食>坚果", 79.9, 42.0, "果语", "独立小包；6种坚果", "净含量=750g"),
    ("手撕牛肉干五香味500g", "食品>零食>肉干", 69.9, 38.5, "草原里", "大块撕着吃；独立包装", "净含量=500g"),
    ("芝麻海苔夹心脆40g*5", "食品>零食>海味", 29.9, 11.0, "果语", "咔嚓脆；不粘牙", "净含量=200g"),
    ("赣南脐橙新鲜当季10斤", "生鲜>水果", 49.9, 24.0, "山集", "坏单包赔；现摘现发", "净重=5kg"),
    ("原切西冷牛排10片装", "生鲜>牛肉", 199.0, 112.0, "草原里", "独立真空；送黄油", "净重=1.5kg"),
    ("氨基酸洗面奶温和洁面120g", "美妆>洁面", 59.0, 14.0, "沐初", "泡沫细；洗后不紧绷", "规格=120g"),
    ("玻尿酸补水面膜10片", "美妆>面膜", 69.0, 19.0, "沐初", "精华25ml；服帖不滴", "规格=10片"),
    ("全棉四件套1.8m床", "家居>床品", 239.0, 108.0, "棉屿", "60支长绒；不掉色", "支数=60"),
    ("免打孔浴室置物架双层", "家居>收纳", 45.0, 15.6, "棉屿", "承重12公斤；304不锈钢", "材质=304不锈钢"),
    ("麦饭石不粘炒锅32cm", "厨具>锅具", 129.0, 58.0, "灶前", "煎蛋会滑；燃气电磁炉通用", "直径=32cm"),
    ("316不锈钢保温杯500ml", "厨具>杯壶", 69.0, 27.0, "灶前", "倒置不漏；保温8小时", "容量=500ml"),
    ("20000mAh自带线充电宝", "数码>移动电源", 119.0, 61.0, "电跃", "22.5W快充；可上飞机", "容量=20000mAh"),
    ("真无线蓝牙耳机降噪", "数码>耳机", 199.0, 88.0, "电跃", "续航36小时；低延迟", "蓝牙=5.3"),
    ("婴儿超薄纸尿裤L54片", "母婴>尿裤", 89.0, 47.0, "小芽", "一拉即走；腰围弹力", "尺码=L"),
    ("宽口径玻璃奶瓶240ml", "母婴>奶瓶", 79.0, 30.0, "小芽", "防胀气；拆洗只有5件", "容量=240ml"),
    ("豆腐猫砂除臭2.5kg*4", "宠物>猫砂", 69.9, 36.0, "喵集", "可冲厕所；结团快", "净重=10kg"),
    ("加厚防滑瑜伽垫10mm", "运动>瑜伽", 59.0, 22.0, "驰野", "双面防滑；送背带", "厚度=10mm"),
    ("厨房重油污清洁剂500ml", "清洁>厨房清洁", 29.9, 8.4, "净手", "喷一喷就化；不伤台面", "净含量=500ml"),
    ("城市系列拼装积木860件", "玩具>积木", 99.0, 43.0, "方块村", "分袋编号；6岁以上", "件数=860"),
]


def product(n, prefix="SR"):
    """The nth product, from 0; after the list is through, it repeats at another price."""
    title, category, price, cost, brand, points, attribute = BASE[n % len(BASE)]
    turn = n // len(BASE)
    return {
        "sku": f"{prefix}{n + 1:04d}", "title": title if turn == 0 else f"{title} {turn + 1}代",
        "category": category, "price": round(price + 10 * turn, 2), "reference": round(
            (price + 10 * turn) * 1.5 + 0.1, 2), "cost": cost, "brand": brand, "points": points,
        "attribute": attribute, "stock": 37 + (n * 173) % 1900,
        "sales_7d": (n * 97) % 640, "sales_28d": (n * 97) % 640 * 4 + n, "commission": round(
            0.05 + (n % 6) * 0.05, 2), "return_rate": round(
                0.02 + (n % 5) * 0.013,
                3), "image": f"https://img.example.com/{prefix.lower()}/{n + 1:04d}.jpg",
        "link": f"https://shop.example.com/item/{700000000000 + n * 37}",
        "barcode": barcode(690123450000 + n * 7),
    }


def barcode(twelve):
    """Thirteen digits with their check digit."""
    digits = [int(c) for c in str(twelve)]
    total = sum(d * (3 if i % 2 else 1) for i, d in enumerate(digits))
    return f"{twelve}{(10 - total % 10) % 10}"


def picture(n, kind="JPEG", size=(96, 72)):
    """A small picture in a colour of its own."""
    r, g, b = colorsys.hsv_to_rgb((n * 0.137) % 1, 0.75, 0.9)
    image = Image.new("RGB", size, (int(r * 255), int(g * 255), int(b * 255)))
    draw = ImageDraw.Draw(image)
    draw.rectangle([8, 8, 8 + (n * 11) % 60 + 10, 40], outline=(255, 255, 255), width=3)
    data = io.BytesIO()
    image.save(data, kind, **({"quality": 88} if kind == "JPEG" else {}))
    return data.getvalue()


def sha(data):
    return hashlib.sha256(data).hexdigest()


def letter(column):
    """1 → A, 27 → AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class Truth:
    """What a good reader makes of one file."""

    def __init__(self, file, maker, expect="read", note=""):
        self.data = {
            "file": file, "maker": maker, "expect": expect, "note": note, "with": [], "sheets": [],
            "products": [], "faults": [], "pictures": [], "team": [],
        }

    def sheet(
            self,
            name,
            role="products",
            header_rows=(),
            columns=(),
            product_rows=0,
            state="visible",
            first_column=1):
        """columns: (header, field) in order; field None for one that says nothing of a product."""
        self.data["sheets"].append({
            "name": name, "role": role, "state": state, "header_rows": list(header_rows),
            "columns": [{"column": letter(first_column + i), "header": h, "field": f}
                        for i, (h, f) in enumerate(columns)], "product_rows": product_rows,
        })
        return self

    def product(
            self,
            sku,
            title,
            price,
            stock=None,
            row=None,
            sheet=None,
            currency="CNY",
            variants=None,
            optional=False,
            **more):
        entry = {"sku": sku, "title": title, "price": price, "currency": currency}
        for key, value in (("stock", stock), ("row", row), ("sheet", sheet), ("variants",
                                                                              variants)):
            if value is not None:
                entry[key] = value
        if optional:
            entry["optional"] = True
        entry.update(more)
        self.data["products"].append(entry)
        return self

    def fault(self, row, header, what, sheet=None, column=None, severity="any", required=True):
        self.data["faults"].append({
            "sheet": sheet, "row": row, "header": header, "column": column, "what": what,
            "severity": severity, "required": required
        })
        return self

    def picture(self, sku, data, anchor, sheet=None, kind="anchored"):
        self.data["pictures"].append(
            {"sku": sku, "sha256": sha(data), "anchor": anchor, "sheet": sheet, "kind": kind})
        return self

    def team(self, sku, **fields):
        self.data["team"].append({"sku": sku, **fields})
        return self

    def save(self, folder=OUT):
        required = [p for p in self.data["products"] if not p.get("optional")]
        self.data["product_count"] = {"least": len(required), "most": len(self.data["products"])}
        path = folder / (self.data["file"] + ".truth.json")
        path.write_text(json.dumps(self.data, ensure_ascii=False, indent=1) + "\n")


def zip_bytes(parts, method=zipfile.ZIP_DEFLATED):
    """A zip of (name, bytes) with one date, in the order given."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, body in parts:
            info = zipfile.ZipInfo(name, FIXED)
            info.compress_type = method
            info.external_attr = 0o600 << 16
            archive.writestr(info, body if isinstance(body, bytes) else body.encode())
    return data.getvalue()


def settle(path):
    """Gives a workbook one date throughout, so that it is the same each time."""
    with zipfile.ZipFile(path) as archive:
        parts = [(n, archive.read(n)) for n in archive.namelist()]
    stamp = b"2026-06-01T08:00:00Z"
    parts = [(
        n, re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>" +
                  stamp, b) if n == "docProps/core.xml" else b) for n, b in parts]
    Path(path).write_bytes(zip_bytes(parts))
