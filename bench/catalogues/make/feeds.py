"""Feeds and exports that are not workbooks."""

import csv
import io
import json
from xml.sax.saxutils import escape

from common import OUT, Truth, product

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


def items(goods, tag):
    g = lambda k, v: f"<g:{k}>{escape(v)}</g:{k}>" if v else ""
    for n, (sku, title, brand, category, price, sale, count, _) in enumerate(goods):
        described = f"<![CDATA[<p>{title} &amp; more</p>]]>"
        link = f"<link>https://shop.example.com/p/{sku}?a=1&amp;b=2</link>" if tag == "item" else (
            f'<link href="https://shop.example.com/p/{sku}"/>')
        identity = g(
            "id", sku) if tag == "item" else f"<id>tag:example.com,2026:{sku}</id>" + g("id", sku)
        yield (
            f"<{tag}>{identity}<title>{escape(title)}</title>{link}" + (
                f"<description>{described}</description>" if tag == "item" else
                f'<summary type="html">{described}</summary><updated>2026-06-01T00:00:00Z</updated>'
            ) + g("image_link", f"https://img.example.com/{sku}.jpg") +
            g("additional_image_link", f"https://img.example.com/{sku}-2.jpg") +
            g("additional_image_link", f"https://img.example.com/{sku}-3.jpg") +
            g("price", f"{price:.2f} USD") + g("sale_price", f"{sale:.2f} USD" if sale else "") +
            g("availability", "in stock" if count else "out of stock") + g("brand", brand) +
            g("product_type", category) + g("gtin",
                                            product(n)["barcode"]) +
            "<g:shipping><g:country>US</g:country><g:price>4.99 USD</g:price></g:shipping>" +
            f"</{tag}>")


XML_COLUMNS = [("g:id", "sku"), ("title", "title"), ("link", "link"), ("g:image_link", "images"),
               ("g:price", "price"), ("g:brand", "brand"), ("g:product_type", "category")]


def rss():
    name = "google-rss.xml"
    truth = Truth(
        name,
        "Google Merchant RSS 2.0",
        note="g: namespace, CDATA, entities, repeated elements, a shipping price that is not the "
             "price"
    )
    body = (
        '<?xml version="1.0"?>\n<!-- made nightly -->\n<rss '
        'xmlns:g="http://base.google.com/ns/1.0" version="2.0">\n<channel>\n<title>Harbour &amp; '
        'Pine</title>\n'
        "<link>https://shop.example.com</link>\n<description>All goods</description>\n" +
        "\n".join(items(GOODS, "item")) + "\n</channel>\n</rss>\n")
    truth.sheet("", "products", [], XML_COLUMNS, len(GOODS))
    told(truth)
    write(name, body, truth)


def atom():
    name = "google-atom.xml"
    truth = Truth(
        name,
        "Google Merchant Atom 1.0",
        note="default namespace Atom, another prefix than g, links in attributes, UTF-16 with mark")
    body = (
        '<?xml version="1.0" encoding="UTF-16"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:m="http://base.google.com/ns/1.0">\n<title>Harbour &amp; Pine</title>\n'
        '<link rel="self" href="https://shop.example.com"/>\n<updated>'
        '2026-06-01T00:00:00Z</updated>\n'
        + "\n".join(items(GOODS, "entry")).replace("<g:", "<m:").replace("</g:", "</m:") +
        "\n</feed>\n")
    truth.sheet(
        "", "products", [], [(h.replace("g:", "m:"), f) for h, f in XML_COLUMNS], len(GOODS))
    told(truth)
    write(name, body.encode("utf-16"), truth)


def meta_xml():
    name = "meta.xml"
    truth = Truth(
        name,
        "Meta catalogue XML",
        note="plain elements under <listings>, prices in front of the currency, images nested with "
             "tags"
    )
    out = ['<?xml version="1.0" encoding="utf-8"?>', "<listings>", "<title>Example shop</title>"]
    for sku, title, brand, category, price, sale, count, _ in GOODS:
        out.append(
            f"<listing><id>{sku}</id><title>{escape(title)}</title><description>"
            f"{escape(title)}.</description><availability>"
            f"{'in stock' if count else 'out of stock'}</availability>"
            f"<condition>new</condition><price>{price:.2f} "
            f"USD</price><link>https://shop.example.com/p/{sku}</link><brand>"
            f"{escape(brand)}</brand>"
            f"<image><url>https://img.example.com/{sku}.jpg</url><tag>front</tag></image><image>"
            f"<url>https://img.example.com/{sku}-2.jpg</url></image>"
            f"<fb_product_category>{escape(category)}</fb_product_category>"
            f"<quantity_to_sell_on_facebook>{count}</quantity_to_sell_on_facebook></listing>"
        )
    truth.sheet(
        "", "products", [], [("id", "sku"), ("title", "title"), ("price", "price"),
                             ("brand", "brand"), ("url", "images"), ("link", "link")], len(GOODS))
    told(truth, use_sale=False)
    write(name, "\n".join([*out, "</listings>", ""]), truth)


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


def yml():
    name = "offers.yml.xml"
    truth = Truth(
        name,
        "YML offers",
        note="yml_catalog: categories by id, params as attributes, vendor codes; rubles")
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>', '<yml_catalog date="2026-06-01T08:00:00+03:00">',
        "<shop><name>Гавань</name><company>ООО Гавань</company>",
        '<currencies><currency id="RUB" rate="1"/></currencies>',
        '<categories><category id="1">Одежда</category><category id="11" '
        'parentId="1">Платья</category><category id="2">Посуда</category></categories>',
        "<offers>"
    ]
    goods = [("YM-1", "Платье летнее льняное женское", "11", 3490, 4990),
             ("YM-2", "Кружка керамическая 350 мл", "2", 590, None),
             ("YM-3", "Сковорода чугунная 26 см", "2", 2190, None)]
    for n, (sku, title, category, price, old) in enumerate(goods):
        out.append(
            f'<offer id="{900 + n}" available="{"true" if n else "false"}"><url>'
            f'https://shop.example.com/{sku}</url><price>{price}</price>'
            + (f"<oldprice>{old}</oldprice>" if old else "") +
            f"<currencyId>RUB</currencyId><categoryId>{category}</categoryId><picture>"
            f"https://img.example.com/{sku}.jpg</picture><picture>"
            f"https://img.example.com/{sku}-2.jpg</picture>"
            f'<name>{title}</name><vendor>Гавань</vendor><vendorCode>{sku}</vendorCode>'
            f'<description><![CDATA[<p>{title}</p>]]></description><param '
            'name="Цвет">синий</param><param name="Объём" unit="мл">350</param></offer>'
        )
        truth.product(
            sku,
            title,
            float(price),
            None,
            None,
            None,
            "RUB",
            other_skus=[str(900 + n)],
            reference=old)
    truth.sheet(
        "", "products", [], [("vendorCode", "sku"), ("name", "title"), ("price", "price"),
                             ("picture", "images"), ("vendor", "brand"), ("url", "link")], 3)
    write(name, "\n".join([*out, "</offers></shop></yml_catalog>", ""]), truth)


def woocommerce():
    name = "woocommerce.csv"
    truth = Truth(
        name,
        "WooCommerce export",
        note="variable products with variations by parent code; image lists in one cell; sale "
             "prices"
    )
    columns = [("ID", "product_id"), ("Type", None), ("SKU", "sku"), ("Name", "title"),
               ("Published", "status"), ("Short description", "description"),
               ("Description", "description"), ("In stock?", "availability"), ("Stock", "stock"),
               ("Sale price", "price"), ("Regular price", "price"), ("Categories", "category"),
               ("Images", "images"), ("Parent", None), ("Attribute 1 name", None),
               ("Attribute 1 value(s)", "option")]
    rows = [[h for h, _ in columns],
            [
                11, "simple", "WC-11", "Ceramic Planter", 1, "Hand glazed",
                "<p>Hand glazed.\nFits 12 cm pots.</p>", 1, 30, "", 28, "Home > Decor, Sale",
                "https://img.example.com/a.jpg, https://img.example.com/b.jpg", "", "Color",
                "White, Sand"
            ],
            [
                12, "variable", "WC-12", "Merino Crew", 1, "Soft knit", "", 1, "", "", "",
                "Clothing > Men > Sweaters", "https://img.example.com/c.jpg", "", "Size", "M, L"
            ],
            [
                13, "variation", "WC-12-M", "Merino Crew - M", 1, "", "", 1, 4, 79, 98, "", "",
                "WC-12", "Size", "M"
            ],
            [
                14, "variation", "WC-12-L", "Merino Crew - L", 1, "", "", 1, 6, "", 98, "", "",
                "id:12", "Size", "L"
            ],
            [
                15, "simple, downloadable, virtual", "WC-15", "Knitting Pattern PDF", 1, "", "", 1,
                "", "", 6, "Downloads", "", "", "", ""
            ]]
    truth.sheet("", "products", [1], columns, 5)
    truth.product("WC-11", "Ceramic Planter", 28.0, 30, currency=None)
    truth.product(
        "WC-12",
        "Merino Crew",
        79.0,
        10,
        currency=None,
        variants=2,
        other_skus=["WC-12-M"],
        other_prices=[79, 98])
    truth.product("WC-15", "Knitting Pattern PDF", 6.0, None, currency=None)
    write(name, "\ufeff" + table(rows, ending="\n"), truth)


def shopify_old():
    name = "shopify-old.csv"
    truth = Truth(
        name,
        "Shopify export, old",
        note="continuation rows, HTML with newlines, a header with a trailing space")
    columns = [("Handle", "handle"), ("Title", "title"), ("Body (HTML)", "description"),
               ("Vendor", "brand"), ("Type", "type"), ("Tags", "tags"), ("Published", None),
               ("Option1 Name", "option"), ("Option1 Value", "option"), ("Variant SKU", "sku"),
               ("Variant Grams", None), ("Variant Inventory Qty", "stock"),
               ("Variant Price", "price"), ("Variant Compare At Price", "reference_price"),
               ("Image Src", "images"), ("Cost ", "cost")]
    rows = [[h for h, _ in columns],
            [
                "linen-shirt", "Linen Shirt", "<p>Cool.\n<b>Washed</b></p>", "Pine",
                "Women's Shirts", "linen, summer", "true", "Size", "S", "LS-S", 200, 3, "49.00",
                "59.00", "https://cdn.example.com/1.jpg", "19"
            ],
            [
                "linen-shirt", "", "", "", "", "", "", "", "M", "LS-M", 200, 4, "49.00", "59.00",
                "https://cdn.example.com/2.jpg", "19"
            ],
            [
                "linen-shirt", "", "", "", "", "", "", "", "", "", "", "", "", "",
                "https://cdn.example.com/3.jpg", ""
            ],
            [
                "cat-bowl", "Cat Bowl", "<p>Wide, low rim</p>", "Fetch", "Pet Bowls", "cat", "true",
                "Title", "Default Title", "CB-1", 400, 9, "18.00", "",
                "https://cdn.example.com/4.jpg", "6"
            ]]
    truth.sheet("", "products", [1], columns, 4)
    truth.product(
        "LS-S",
        "Linen Shirt",
        49.0,
        7,
        currency=None,
        variants=2,
        other_skus=["linen-shirt"],
        cost=19)
    truth.product("CB-1", "Cat Bowl", 18.0, 9, currency=None, other_skus=["cat-bowl"], cost=6)
    write(name, table(rows, ending="\n"), truth)


def shopify_2025():
    name = "shopify-2025.csv"
    truth = Truth(
        name, "Shopify export, 2025", note="new names, a market's price column, a metafield column")
    columns = [("Title", "title"), ("URL handle", "handle"), ("Description", "description"),
               ("Vendor", "brand"), ("Product category", "category"), ("Type", "type"),
               ("Tags", "tags"), ("Status", "status"), ("SKU", "sku"), ("Barcode", None),
               ("Option1 name", "option"), ("Option1 value", "option"), ("Price", "price"),
               ("Price / International", None), ("Compare-at price", "reference_price"),
               ("Cost per item", "cost"), ("Inventory quantity", "stock"),
               ("Product image URL", "images"), ("Weight value (grams)", None),
               ("Color (product.metafields.shopify.color-pattern)", "attribute")]
    rows = [[h for h, _ in columns],
            [
                "Canvas Tote", "canvas-tote", "<p>Holds 18 l</p>", "Pine",
                "Luggage & Bags > Shopping Totes", "Totes", "bags", "Active", "CT-N",
                "0012345678905", "Color", "Natural", "36.00", "42.00", "45.00", "11", 15,
                "https://cdn.example.com/t1.jpg", 300, "natural"
            ],
            [
                "", "canvas-tote", "", "", "", "", "", "", "CT-B", "", "", "Black", "38.00",
                "44.00", "", "11", 5, "https://cdn.example.com/t2.jpg", 300, ""
            ],
            [
                "Yoga Mat 6mm", "yoga-mat", "", "Pine", "Sporting Goods > Exercise & Fitness",
                "Mats", "", "Active", "YM-6", "", "", "", "64.00", "", "", "", 8,
                "https://cdn.example.com/y.jpg", 900, ""
            ]]
    truth.sheet("", "products", [1], columns, 3)
    truth.product(
        "CT-N", "Canvas Tote", 36.0, 20, currency=None, variants=2, other_skus=["canvas-tote"])
    truth.product("YM-6", "Yoga Mat 6mm", 64.0, 8, currency=None, other_skus=["yoga-mat"])
    write(name, table(rows, ending="\n"), truth)


TAOBAO = (
    "title cid seller_cids stuff_status location_state location_city item_type price "
    "auction_increment num valid_thru freight_payer post_fee ems_fee express_fee has_invoice "
    "has_warranty approve_status "
    "has_showcase list_time description cateProps postage_id has_discount modified upload_fail_msg "
    "picture_status auction_point picture video skuProps inputPids inputValues outer_id propAlias "
    "auto_fill num_id "
    "local_cid navigation_type user_name syncStatus is_lighting_consigment is_xinpin foodparame "
    "features buyareatype global_stock_type global_stock_country sub_stock_type item_size "
    "item_weight sell_promise "
    "custom_design_flag wireless_desc barcode sku_barcode newprepay subtitle cpv_memo "
    "input_custom_cpv qualification add_qualification o2o_bind_service"
).split()
TAOBAO_ZH = [
    name.replace("_", " ") for name in (
        "宝贝名称 宝贝类目 店铺类目 新旧程度 省 城市 出售方式 宝贝价格 加价幅度 宝贝数量 有效期 运费承担 平邮 EMS 快递 发票 保修 放入仓库 橱窗推荐 开始时间 宝贝描述 "
        "宝贝属性 "
        "邮费模版ID 会员打折 修改时间 上传状态 图片状态 返点比例 新图片 视频 销售属性组合 用户输入ID串 用户输入名-值对 商家编码 销售属性别名 代充类型 数字ID 本地ID "
        "宝贝分类 用户名称 "
        "宝贝状态 闪电发货 新品 食品专项 尺码库 采购地 库存类型 国家地区 库存计数 物流体积 物流重量 退换货承诺 定制工具 无线详情 商品条形码 sku_条形码 7天退货 "
        "宝贝卖点 属性值备注 "
        "自定义属性值 商品资质 增加商品资质 关联线下服务").split()
]


def taobao():
    name = "taobao-utf16.csv"
    truth = Truth(
        name,
        "Taobao assistant",
        note="UTF-16LE with mark, tabs, three header lines, quoted HTML over lines, codes for "
             "kinds and pictures"
    )
    lines = ["version 1.00", "\t".join(TAOBAO), "\t".join(TAOBAO_ZH)]
    for n in range(5):
        p = product(n + 9, "TB")
        values = dict.fromkeys(TAOBAO, "")
        values |= {
            "title": f'"{p["title"]}"', "cid": "50011980", "price": f"{p['price']:.6f}", "num": str(
                p["stock"]), "approve_status": "1",
            "description": '"<p>细节""实拍""</p>\r\n<p>第二段\t带制表</p>"',
            "picture": f'"{n:032x}:1:0:|https://img.example.com/{p["sku"]}.jpg;"',
            "outer_id": p["sku"], "num_id": str(620000000000 + n), "subtitle": f'"{p["points"]}"'
        }
        if n == 1:
            values[
                "skuProps"] = (
                    f"{p['price']:.2f}:10:{p['sku']}-A:1627207:28341;20509:28314;"
                    f"{p['price']:.2f}:12:{p['sku']}-B:1627207:28341;20509:28315;")
            values["num"] = "22"
        lines.append("\t".join(values[f] for f in TAOBAO))
        truth.product(
            p["sku"],
            p["title"],
            p["price"],
            22 if n == 1 else p["stock"],
            other_skus=[f"{p['sku']}-A"])
    truth.sheet(
        "", "products", [2, 3], [("title|宝贝名称", "title"), ("price|宝贝价格", "price"),
                                 ("num|宝贝数量", "stock"), ("picture|新图片", "images"),
                                 ("outer_id|商家编码", "sku"), ("subtitle|宝贝卖点", "selling_points")], 5)
    write(name, b"\xff\xfe" + "\r\n".join([*lines, ""]).encode("utf-16-le"), truth)


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


def erp_xml():
    name = "erp-gbk.xml"
    truth = Truth(
        name,
        "ERP",
        note="GBK by its XML declaration, Chinese element names, attributes as cells, variants "
             "nested"
    )
    out = ['<?xml version="1.0" encoding="GBK"?>', "<商品资料 导出时间=\"2026-06-01\">"]
    for n in range(8):
        p = product(n + 15, "EX")
        kinds = "" if n % 3 else (
            f"<规格列表><规格 编码=\"{p['sku']}-1\" 颜色=\"白\" 库存=\"5\" 售价=\"{p['price']}\"/><规格 "
            f"编码=\"{p['sku']}-2\" 颜色=\"黑\" 库存=\"6\" 售价=\"{p['price']}\"/></规格列表>")
        out.append(
            f"<商品><商品编码>{p['sku']}</商品编码><商品名称>{p['title']}</商品名称><类目>{escape(p['category'])}</类目>"
            f"<售价>{p['price']}</售价><成本价>{p['cost']}</成本价>"
            f"<库存>{11 if n % 3 == 0 else p['stock']}</库存><主图>{p['image']}</主图><卖点>"
            f"{p['points']}</卖点><品牌>{p['brand']}</品牌>{kinds}</商品>"
        )
        truth.product(
            p["sku"],
            p["title"],
            p["price"],
            11 if n % 3 == 0 else p["stock"],
            brand=p["brand"],
            cost=p["cost"],
            other_skus=[f"{p['sku']}-1"])
    truth.sheet(
        "", "products", [], [("商品编码", "sku"), ("商品名称", "title"), ("类目", "category"),
                             ("售价", "price"), ("成本价", "cost"), ("库存", "stock"), ("主图", "images"),
                             ("卖点", "selling_points"), ("品牌", "brand")], 8)
    write(name, "\r\n".join([*out, "</商品资料>", ""]).encode("gbk"), truth)


def attributes_xml():
    name = "rows-in-attributes.xml"
    truth = Truth(
        name,
        "old ERP",
        note="z:row elements with everything in attributes, as ADO record sets are saved; three "
             "levels of wrapping"
    )
    out = ['<xml xmlns:rs="urn:schemas-microsoft-com:rowset" xmlns:z="#RowsetSchema">', "<rs:data>"]
    for n in range(6):
        p = product(n + 20, "AX")
        out.append(
            f"<z:row 货号=\"{p['sku']}\" 品名=\"{p['title']}\" 零售价=\"{p['price']}\" "
            f"库存=\"{p['stock']}\" 分类=\"{escape(p['category'])}\"/>"
        )
        truth.product(p["sku"], p["title"], p["price"], p["stock"])
    truth.sheet(
        "", "products", [], [("货号", "sku"), ("品名", "title"), ("零售价", "price"), ("库存", "stock"),
                             ("分类", "category")], 6)
    write(name, "\n".join([*out, "</rs:data></xml>", ""]), truth)


def make():
    FEEDS.mkdir(exist_ok=True)
    for maker in (google_tsv, rss, atom, meta_xml, meta_csv, tiktok, yml, woocommerce, shopify_old,
                  shopify_2025, taobao, json_lines, erp_xml, attributes_xml):
        maker()


if __name__ == "__main__":
    make()
