"""How a Chinese and an English shop write their sheets: headers, brands, habits."""

from dataclasses import dataclass


@dataclass
class Shop:
    locale: str
    letters: str
    file: str
    list: str
    space: str
    brands: list
    headers: list
    bases: list
    reports: list
    until: list
    bonuses: list
    times: list
    # Hooks, words, calls and titles that teams have written.
    team: list
    shot_headers: list
    shots: list

    def join(self, words):
        return self.space.join(words)


ZH = Shop(
    locale="zh", letters="Z", file="商品", list=";", space=" ",
    brands=["慕织", "青禾里", "拾野", "木由", "简岸", "南枝记", "禾下", "云朵家", "半亩", "知夏", "森屿", "朴素日",
            "北巷", "白茶集", "一隅", "山行", "小满日常", "鹿与溪", "予白", "初棉", "泊舟", "轻屿", "好物斋", "果然里",
            "橙子屋", "野望", "三餐", "微光", "格物", "迎风"],
    headers=["商品编码", "商品名称", "类目", "品牌", "<售价|价格|现价>", "划线价", "<划线价依据|划线价说明|参考价依据>",
             "<划线价日期|参考价日期>", "库存", "近7天销量", "近28天销量", "评分", "卖点", "<开头|钩子>", "<文案|口播文案>",
             "<结尾|引导语>", "<标题文案|视频标题>", "<适用人群|人群>", "<使用场景|场景>", "<产地|原产地>",
             "<使用方法|使用步骤|用法>", "<检测报告|执行标准>", "<活动截止|活动截止日期|优惠截止>", "<赠品|随单赠品>",
             "<买家评价|用户评价|评价>", "<工艺|制作工艺>", "<用时|耗时>", "<搭配款|搭配商品>"],
    bases=["近30天店铺日常价", "吊牌价", "<9|10>月店铺成交价", "近7天最低成交价", "官网标价"],
    reports=["GB<18401|31701|4806> 检测合格", "SGS 报告 <A|C|S><1000..9999>",
             "CMA检测报告<2024..2026>-<100..999>"],
    until=["<11|12>月<10..30>日", "2026-<11|12>-<10..30>", "<11|12>月底"],
    bonuses=["收纳袋<1|2>个", "试用装<2..5>包", "<清洁布|挂钩|贴纸><1..3>件", "运费险"],
    times=["<2..15>分钟", "约<20..50/10>秒", "<1|2|3>分钟"],
    team=[["别再花冤枉钱买{noun}了", "{noun}到底怎么挑", "今天只聊这一款{noun}", "用了<2|3>个月，说说这款{noun}"],
          ["这款{noun}我们自己店里也在用", "做了<3|5|8>版才定的{noun}", "有问题来问客服，<8|12>点前都在"],
          ["点左下角，看{noun}详情", "喜欢就去橱窗看看", "评论区告诉我要哪款"],
          ["这款{noun}，细节都在这了", "{noun}怎么选？看完再说", "开箱一款{noun}"]],
    shot_headers=["商品编码", "镜号", "景别", "画面", "台词", "时长"],
    shots=[("近景", "手把{noun}放到桌面中间", "先看看这款{noun}"), ("特写", "手指指着接缝处", "接缝在这，看清楚"),
           ("中景", "放回包装，镜头停两秒", "")])

EN = Shop(
    locale="en", letters="E", file="catalog", list="; ", space=" ",
    brands=["Northlane", "Fernhill", "Oak & Ivy", "Maren", "Tidewater", "Brightside", "Kestrel",
            "Halden",
            "Juniper Row", "Lumen", "Pebble", "Wrenfield", "Coastline", "Harrow", "Sunday Supply",
            "Birchwood", "Ardent", "Softline", "Fieldnote", "Everly"],
    headers=["SKU", "Title", "Category", "Brand", "Price", "Compare at price",
             "<Compare at basis|Reference basis>", "<Compare at date|Reference date>", "Stock",
             "Sales last 7 days", "Sales last 28 days", "Rating", "Selling points", "Hook",
             "Voice over", "CTA", "Video title", "Audience", "Use cases",
             "<Country of origin|Made in>", "How to use", "<Test report|Certification>",
             "<Offer ends|Promo end>", "<Free gift|Bonus>", "<Customer review|Review>",
             "<Process|Craft>", "<Takes|Time>", "Pairs with"],
    bases=["lowest price in the last 30 days", "list price", "price in <September|October>"],
    reports=["ASTM tested", "SGS report <A|B><1000..9999>", "OEKO-TEX <100|200>"],
    until=["<November|December> <10..30>", "2026-<11|12>-<10..30>"],
    bonuses=["<1|2> storage pouches", "sample pack of <2|3|4>", "a care card"],
    times=["<2..15> minutes", "<20..50/10> seconds"],
    team=[["Stop scrolling, {noun} people", "I tried this for <2|3> weeks",
           "Nobody shows you this part"],
          ["We went through <3|5|8> samples of it", "Questions? We answer until <8|10> pm"],
          ["Tap the link for the details", "See all colors in the shop"],
          ["A closer look: {noun}", "How we picked it: {noun}"]],
    shot_headers=["SKU", "Shot no", "Shot size", "Visual", "Line", "Seconds"],
    shots=[("MCU", "Hands put the {noun} on the table", "Here it is"),
           ("CU", "A finger follows the seam", "Look at the seam"),
           ("MS", "Back into the box, hold for two seconds", "")])
