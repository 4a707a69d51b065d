import Model

/// The page's own words.
struct Labels: Sendable {
  let locale: CopyLocale
  let all: [String: String]

  init(_ locale: CopyLocale) {
    self.locale = locale
    all = Self.words.mapValues { locale == .zh ? $0.zh : $0.en }
  }

  var code: String { locale == .zh ? "zh-CN" : "en" }

  subscript(key: String) -> String { all[key] ?? key }

  func category(_ id: String) -> String {
    guard locale == .zh else { return id }
    return Self.categories[id] ?? id
  }

  private static let words: [String: (zh: String, en: String)] = [
    "title": ("审片", "Review"), "drafts": ("成片", "Drafts"), "products": ("商品", "Products"),
    "passed": ("通过", "Passed"), "failed": ("未通过", "Failed"),
    "unchecked": ("未质检", "Not checked"), "missing": ("缺镜头", "Missing shots"),
    "problems": ("问题", "Problems"), "platform": ("平台", "Platform"),
    "category": ("类目", "Category"), "all": ("全部", "All"),
    "failedOnly": ("只看未通过", "Failed only"), "search": ("搜商品、SKU、文案", "Search product, SKU, copy"),
    "none": ("没有符合条件的成片", "No draft fits these filters"),
    "empty": ("还没有成片：先运行 shopreel render", "No drafts yet: run shopreel render first"),
    "keys": (
      "J / K 上一条下一条 · 空格 播放 · S 安全区 · F 只看未通过",
      "J / K next and previous · Space play · S safe box · F failed only"
    ),
    "safeBox": ("安全区", "Safe box"), "boxes": ("文字框", "Text boxes"),
    "cover": ("封面", "Cover"), "post": ("发布文案", "Post"), "postTitle": ("标题", "Title"),
    "caption": ("正文", "Caption"), "hashtags": ("话题", "Hashtags"),
    "coverText": ("封面字", "Cover text"), "cta": ("行动引导", "Call to action"),
    "copy": ("复制", "Copy"), "copied": ("已复制", "Copied"), "copyAll": ("全部复制", "Copy all"),
    "facts": ("每句话的依据", "Ground of every claim"), "checks": ("质检", "Checks"),
    "limit": ("要求", "limit"), "shots": ("镜头来源", "Shots and sources"), "card": ("字卡", "card"),
    "photo": ("图片", "photo"), "take": ("条", "take"), "must": ("必拍", "must"),
    "optional": ("可选", "optional"), "music": ("音乐", "Music"), "labels": ("标识", "Labels"),
    "open": ("打开视频", "Open video"), "link": ("商品链接", "Product link"), "back": ("返回", "Back"),
    "previous": ("上一条", "Previous"), "next": ("下一条", "Next"), "hook": ("钩子", "Hook"),
    "noFacts": ("这条没有需要依据的说法", "Nothing in this draft needs a ground"),
    "noVideo": (
      "视频打不开：文件不在页面旁边的文件夹里",
      "The video does not open: it is not in its folder beside this page"
    ),
  ]

  private static let categories = [
    "womens-clothing": "女装", "mens-clothing": "男装", "shoes": "鞋", "hats-accessories": "帽饰配饰",
    "bags": "箱包", "snacks": "零食", "fresh-food": "生鲜", "beauty": "美妆护肤", "home": "家居",
    "kitchen": "厨具小家电", "electronics": "3C数码", "mother-baby": "母婴", "pets": "宠物",
    "sports": "运动户外", "cleaning": "清洁日化", "toys-gifts": "玩具礼品", "general": "通用",
  ]
}
