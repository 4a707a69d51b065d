"""Feeds in XML: Google, Meta, YML, old and new ERPs."""

from xml.sax.saxutils import escape

from common import Truth, product
from feed_goods import FEEDS, GOODS, told, write

XML_COLUMNS = [("g:id", "sku"), ("title", "title"), ("link", "link"), ("g:image_link", "images"),
               ("g:price", "price"), ("g:brand", "brand"), ("g:product_type", "category")]


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
    rss()
    atom()
    meta_xml()
    yml()
    erp_xml()
    attributes_xml()


if __name__ == "__main__":
    make()
