"""Which columns and packs go with which nouns: a phone case has no watts.

A header or a pack that is not named goes with every noun of its category.
"""

HEADERS = {
    "zh": {
        "womens-clothing": {"领型": "裙 衫 T恤 上衣", "袖长": "裙 衫 T恤 上衣"},
        "mens-clothing": {"领型": "衫 T恤 夹克 卫衣", "袖长": "衫 T恤 夹克 卫衣", "腰型": "裤", "口袋": "裤 夹克 卫衣"},
        "hats-accessories": {
            "头围": "帽", "帽檐": "帽", "可折叠": "帽 太阳镜", "可调节": "帽 腰带 手链", "UPF": "帽",
            "镀层": "项链 耳环 手链 发夹", "证书": "项链 耳环 手链", "款式": "帽 巾", "尺寸": "巾 项链 耳环 手链 腰带"},
        "bags": {"适用电脑": "双肩包 电脑包 托特包 手提包 书包", "轮子": "箱", "肩带": "肩 斜挎 托特 帆布 电脑 胸 腋下 书",
                 "隔层": "包", "背法": "包"},
        "snacks": {"辣度": "辣条 肉脯 薯片 牛肉干", "热量": "坚果 饼干 肉脯 薯片 果干 蛋卷 牛肉干 糖果"},
        "fresh-food": {"糖度": "橙 苹果 草莓 车厘子 猕猴桃", "采摘期": "橙 苹果 草莓 车厘子 猕猴桃 红薯 大米",
                       "饲养方式": "虾 牛排 蛋 三文鱼 羊肉", "品种": "橙 苹果 草莓 猕猴桃 大米 虾",
                       "等级": "橙 苹果 草莓 车厘子 猕猴桃 牛排"},
        "beauty": {"SPF": "防晒霜", "色号": "口红 粉底液 眼影盘 唇膏", "使用步骤": "膜 精华 霜 乳 奶 油", "香型": "香水 霜 乳 奶"},
        "home": {"承重": "架 钩 箱 衣架", "层数": "架 箱", "安装方式": "架 钩 帘 灯", "安装时间": "架 帘",
                 "支数": "四件套 枕头 毛巾 桌布", "厚度": "地毯 枕头 凉席 毛巾", "防水": "桌布 地毯 箱 架"},
        "electronics": {
            "接口": "充电 线 耳机 键盘 鼠标 音箱", "功率": "充电 线 音箱 风扇 吹风机", "电池容量": "充电宝 耳机 音箱 风扇 手表",
            "续航": "耳机 音箱 风扇 手表 鼠标 键盘", "噪音": "风扇 吹风机 键盘 鼠标", "线长": "数据线 吹风机 充电器",
            "认证": "充电 风扇 吹风机"},
        "kitchen": {
            "直径": "锅", "容量": "锅 杯 机 盒 壶", "涂层": "锅", "功率": "煲 炸锅 机 电热", "适用炉具": "炒锅 不粘锅 汤锅",
            "可拆洗": "煲 炸锅 机", "保温时长": "保温杯 饭盒", "噪音": "机 炸锅", "质保": "煲 炸锅 机 电热",
            "适用人数": "锅 煲"},
        "mother-baby": {
            "容量": "奶瓶 水杯 碗", "尺寸": "床垫 餐椅 推车 连体衣 纸尿裤 雨衣", "承重": "推车 餐椅", "可拆洗": "推车 餐椅 床垫 吸奶器",
            "耐温": "奶瓶 碗 水杯", "闭合方式": "围兜 连体衣 雨衣 纸尿裤", "清洗方式": "奶瓶 碗 围兜 水杯",
            "件数": "湿巾 纸尿裤 围兜 奶瓶"},
        "pets": {
            "适用对象": "", "主要成分": "粮 条 砂", "粗蛋白": "粮 条", "净重": "粮 砂", "颗粒大小": "粮 砂",
            "材质": "板 绳 窝 棒 机 衣 包 梳",
            "尺寸": "板 绳 窝 衣 包", "可拆洗": "窝 机 包", "承重": "窝 包 绳", "噪音": "机", "保质期": "粮 条",
            "规格": "条 板", "颜色": "绳 窝 衣 包 机"},
        "sports": {
            "厚度": "垫 护膝 椅 睡袋", "尺寸": "垫 帐篷 椅 睡袋", "承重": "椅 垫", "防水指数": "帐篷 睡袋", "阻力": "弹力带 哑铃",
            "收纳尺寸": "帐篷 椅 睡袋 垫", "可调节": "哑铃 跳绳 杖 镜 护膝", "适用人数": "帐篷", "支撑度": "护膝", "绳长": "跳绳"},
        "cleaning": {
            "净含量": "液 精 灵 剂 啫喱", "规格": "湿巾 袋 抹布 珠 片", "适用污渍": "液 精 灵 剂 啫喱 湿巾 珠 片",
            "香型": "液 精 灵 珠 片",
            "浓缩比": "洗衣液 洗洁精", "pH": "液 精 剂", "禁用面": "灵 剂 啫喱", "厚度": "垃圾袋", "尺寸": "袋 抹布",
            "杆长": "拖把 刷", "保质期": "液 精 灵 剂 啫喱 珠 片"},
        "toys-gifts": {
            "件数": "积木 拼图 水彩笔 桌游", "供电": "遥控车 音乐盒 泡泡机", "玩法": "积木 桌游 拼图", "续航": "遥控车 泡泡机",
            "纸张": "手账本 贺卡", "内页": "手账本", "适用年龄": "积木 拼图 玩具 桌游 水彩笔 车 泡泡机"},
    },
    "en": {
        "womens-clothing": {"Neckline": "Dress Blouse Jumpsuit Romper",
        "Sleeve": "Dress Blouse Jumpsuit Romper"},
        "mens-clothing": {"Inseam": "Chinos Briefs Trunks"},
        "hats-accessories": {
            "Head size": "Hat Cap Beanie", "Brim": "Hat Cap", "Packable": "Hat Cap Beanie",
            "UPF": "Hat Cap",
            "Plating": "Earrings Necklace", "Dimensions": "Scarf Earrings Necklace"},
        "bags": {"Laptop fit": "Backpack Tote Laptop",
        "Strap": "Backpack Tote Crossbody Laptop Duffel",
                 "Carry": "Backpack Tote Crossbody Laptop Duffel"},
        "snacks": {"Spice level": "Jerky Popcorn Mix"},
        "beauty": {"SPF": "Sunscreen", "Shade": "Lipstick Palette",
        "Finish": "Lipstick Palette Sunscreen"},
        "home": {"Load": "Rack Bin", "Tiers": "Rack", "Assembly": "Rack Lamp",
        "Thread count": "Duvet"},
        "electronics": {
            "Ports": "Bank Charger Keyboard", "Power": "Bank Charger Dryer Cable Speaker",
            "Battery capacity": "Bank Earbuds Speaker", "Battery life": "Earbuds Speaker Keyboard",
            "Noise": "Dryer Keyboard", "Cable length": "Cable Dryer"},
        "kitchen": {
            "Diameter": "Pan", "Capacity": "Mug Fryer Blender Box Kettle", "Coating": "Pan",
            "Power": "Fryer Blender Kettle",
            "Compatible with": "Pan", "Keeps hot": "Mug Box", "Noise": "Fryer Blender"},
        "mother-baby": {
            "Capacity": "Bottle Cup", "Size": "Towel Onesie Diapers", "Max load": "Chair",
            "Parts": "Bottle Cup Chair",
            "Count": "Wipes Diapers", "Closure": "Bib Onesie", "Cleaning": "Bottle Bib Cup Chair"},
        "pets": {
            "Ingredients": "Litter Food Treats", "Crude protein": "Food Treats",
            "Net weight": "Litter Food Treats",
            "Material": "Bed Leash Scratcher Brush Fountain", "Dimensions": "Bed Leash Scratcher",
            "Washable": "Bed",
            "Max load": "Bed Leash", "Noise": "Fountain", "Shelf life": "Food Treats",
            "Colors": "Bed Leash Brush"},
        "sports": {
            "Thickness": "Mat", "Max load": "Mat Bands", "Waterproof rating": "Tent Sleeping",
            "Resistance": "Bands Dumbbell",
            "Packed size": "Tent Sleeping Mat", "Capacity": "Tent Bottle",
            "Dimensions": "Mat Tent Sleeping"},
        "cleaning": {
            "Volume": "Detergent Soap Cleaner", "Count": "Cloths Sponges Bags",
            "pH": "Detergent Soap Cleaner",
            "Scent": "Detergent Soap Cleaner", "Thickness": "Bags", "Size": "Bags Cloths Sponges",
            "Handle length": "Mop", "Works on": "Detergent Soap Cleaner"},
        "toys-gifts": {
            "Pieces": "Blocks Puzzle Pencils", "Power": "Music", "Players": "Game",
            "Pages": "Notebook",
            "Age": "Blocks Puzzle Plush Game Pencils"},
    },
}
# A word of a pack → nouns that come so.
PACKS = {
    "条装": "数据线 内裤", "瓶装": "液 精 剂 灵", "只": "垃圾袋 衣架 挂钩", "片": "膜 湿巾 抹布 清洁片 纸尿裤",
    "ml": "液 乳 霜 水 油 奶", "包": "坚果 饼干 肉脯 薯片 果干 辣条 蛋卷 牛肉干 海苔 糖果 茶叶 咖啡 湿巾 纸尿裤",
    "袋": "坚果 饼干 肉脯 薯片 果干 辣条 牛肉干 海苔 糖果 茶叶 咖啡 猫砂",
    "枚": "鸡蛋", "色": "水彩笔", "本": "手账本", "支": "猫条", "斤": "粮 橙 苹果 虾 牛排 红薯 草莓 厘子 三文鱼 猕猴桃 大米 羊肉",
    "件装": "衬衫 T恤 卫衣 背心 衫", "kg": "橙 苹果 虾 牛排 红薯 大米 羊肉 猕猴桃", "个装": "毛巾 衣架 挂钩 收纳箱 枕头 围兜 奶瓶 水杯 碗",
    "Bags": "Mix Jerky Popcorn Coffee Mango", "Bars": "Bars Chocolate", "Sheets": "Mask",
    "lb Box": "Oranges Avocados Strawberries Potatoes Apples",
    "colors": "Pencils", "Count": "Wipes Diapers Treats Bags Cloths",
    "-Pack": "Cable Bottle Bib Cup Leash Brush Soap Sponges Cloths Detergent",
    "Set of": "Bands Dumbbell Pillow Towels Bin Pan Knife", "Pack of": "Shirt Polo Briefs",
}


def fits(listed, noun):
    return not listed or any(word in noun for word in listed.split())


def header(locale, category, name, noun):
    return fits(HEADERS[locale].get(category, {}).get(name, ""), noun)


def pack(text, noun):
    listed = next((nouns for word, nouns in PACKS.items() if word in text), "")
    return text if fits(listed, noun) else ""
