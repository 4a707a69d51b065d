"""What shop systems export: WooCommerce, Shopify, Taobao."""


from common import Truth, product
from feed_goods import FEEDS, table, write

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


def make():
    FEEDS.mkdir(exist_ok=True)
    woocommerce()
    shopify_old()
    shopify_2025()
    taobao()


if __name__ == "__main__":
    make()
