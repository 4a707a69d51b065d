import Model

/// The page's own words.
struct PageLabels: Sendable {
  let all: [String: String]
  private let locale: CopyLocale

  init(_ locale: CopyLocale) {
    self.locale = locale
    all = Self.table.mapValues { locale == .zh ? $0.0 : $0.1 }
  }

  subscript(key: String) -> String { all[key] ?? key }

  func category(_ id: String) -> String {
    locale == .zh ? Self.categories[id] ?? id : id
  }

  private static let categories = [
    "womens-clothing": "女装", "mens-clothing": "男装", "shoes": "鞋", "hats-accessories": "帽饰配件",
    "bags": "箱包", "snacks": "零食", "fresh-food": "生鲜", "beauty": "美妆", "home": "家居",
    "kitchen": "厨具", "electronics": "数码", "mother-baby": "母婴", "pets": "宠物", "sports": "运动",
    "cleaning": "清洁", "toys-gifts": "玩具礼品", "general": "通用",
  ]

  private static let table: [String: (String, String)] = [
    "title": ("选品", "Selection"), "policy": ("策略", "policy"), "date": ("拍摄日", "shoot"),
    "chosen": ("入选", "chosen"), "lost": ("落选", "not chosen"),
    "gated": ("被关卡拦下", "stopped by a gate"),
    "mean": ("入选均分", "mean score chosen"), "glance": ("全店一览", "The shop at a glance"),
    "range": ("名额", "Places"), "each": ("逐个商品", "Product by product"), "total": ("总量", "In all"),
    "count": ("商品", "products"), "minutes": ("拍摄分钟", "shoot minutes"), "new": ("新品", "new"),
    "ladder": ("价格带", "Price ladder"), "supplier": ("供应商", "Suppliers"),
    "category": ("类目", "Category"), "role": ("角色", "Role"), "state": ("结果", "Result"),
    "all": ("全部", "all"), "sort": ("排序", "Sort"), "by.rank": ("名次", "rank"),
    "by.score": ("得分", "score"), "by.price": ("价格", "price"),
    "by.confidence": ("可信度", "confidence"), "search": ("搜索标题或 SKU", "search title or SKU"),
    "none": ("没有符合条件的商品", "no product matches"),
    "left": (
      "另有 {n} 个落选商品未列出，见 selection.csv 或 select --explain SKU。",
      "{n} more that were not chosen are not listed: see selection.csv, or select --explain SKU."
    ),
    "noscript": ("列表需要 JavaScript；不联网。", "The list needs JavaScript; it loads nothing."),
    "price": ("售价", "price"), "priceAxis": ("售价（对数刻度）", "price (log scale)"),
    "margin": ("毛利率", "gross margin"), "noCost": ("成本未知", "cost unknown"),
    "score": ("得分", "score"), "confidence": ("可信度", "confidence"),
    "sizeNote": (
      "圆越大得分越高；实心为入选，数字为名次", "larger scores more; filled is chosen, the number is its rank"
    ),
    "plus": ("加分", "for it"), "minus": ("减分", "against it"),
    "waterfall": ("得分构成", "How the score adds up"),
    "medianStart": ("同类中位", "median"), "gates": ("关卡余量", "Gates"), "near": ("最险", "nearest"),
    "economics": ("单均经济账", "Economics of a paid order"),
    "whatIf": ("怎样会不同", "What would change it"),
    "partner": ("搭配", "Show with"), "this": ("本品", "this"), "medianWord": ("中位", "median"),
    "noEconomics": ("没有成本或该币种的订单费用，算不出。", "No cost, or no order costs in its currency."),
    "notShown": ("图上另有 {n} 个未画出", "{n} more are not drawn"),
    "onlyCurrency": ("图中只含 {c}", "only {c} is drawn"), "nothing": ("没有可画的商品", "nothing to draw"),
    "unscored": ("未细算；用 select --explain {sku}", "not reckoned here; use select --explain {sku}"),
    "details": ("明细与出处", "details and cells"),
  ]
}
