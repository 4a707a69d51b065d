import Foundation
import Model
import Scripting
import Testing

/// Titles for people who search: the product word early, every word once, nothing empty.
struct SearchTitleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var title: String
    var category: String
    var core: String
    var attributes: [String: String]
    /// Words of the catalogue's own title that the new one must keep.
    var keeps: [String] = []
    var testDescription: String { title }
  }

  static let chinese: [Case] = [
    Case(
      title: "纯棉圆领短袖T恤女夏季宽松白色上衣", category: "womens-clothing", core: "上衣",
      attributes: ["面料": "棉95% 氨纶5%", "版型": "宽松", "季节": "夏季", "弹力": "微弹"], keeps: ["圆领", "T恤"]),
    Case(
      title: "轻便网面运动鞋男女透气跑步鞋", category: "shoes", core: "跑步鞋",
      attributes: ["鞋面材质": "飞织网面", "防水": "不防水", "季节": "春秋"], keeps: ["轻便"]),
    Case(
      title: "通勤双肩包女大容量电脑包", category: "bags", core: "包",
      attributes: ["材质": "牛津布", "容量": "20L", "防水": "否"], keeps: ["大容量"]),
    Case(
      title: "云南手工鲜花饼玫瑰味独立小袋", category: "snacks", core: "鲜花饼",
      attributes: ["口味": "玫瑰", "规格": "30g×12袋", "甜度": "标准"], keeps: ["手工"]),
    Case(
      title: "桌面收纳盒抽屉式化妆品整理盒", category: "home", core: "收纳盒",
      attributes: ["材质": "PET", "安装方式": "免安装"], keeps: ["桌面"]),
    Case(
      title: "法式碎花连衣裙收腰显瘦长裙", category: "womens-clothing", core: "连衣裙",
      attributes: ["面料": "雪纺", "弹力": "无弹", "厚薄": "常规"], keeps: ["碎花"]),
    Case(
      title: "男士商务衬衫长袖免烫", category: "mens-clothing", core: "衬衫",
      attributes: ["面料": "纯棉", "版型": "修身"], keeps: ["商务"]),
    Case(
      title: "加厚不锈钢保温杯大容量水杯", category: "kitchen", core: "杯",
      attributes: ["材质": "不锈钢", "容量": "500ml"], keeps: ["加厚"]),
    Case(
      title: "无线蓝牙耳机入耳式运动", category: "electronics", core: "耳机",
      attributes: ["连接方式": "蓝牙5.3", "续航": "30小时"], keeps: ["入耳"]),
    Case(
      title: "宠物猫砂盆全封闭防外溅", category: "pets", core: "猫砂盆",
      attributes: ["材质": "PP", "尺寸": "50×40×38cm"], keeps: ["全封闭"]),
    Case(
      title: "瑜伽垫加宽加厚防滑初学者", category: "sports", core: "瑜伽垫",
      attributes: ["材质": "TPE", "厚度": "8mm"], keeps: ["加宽"]),
    Case(
      title: "渔夫帽女春夏遮阳帽可折叠", category: "hats-accessories", core: "帽",
      attributes: ["材质": "棉麻", "季节": "春夏"], keeps: ["折叠"]),
  ]

  @Test(arguments: chinese)
  func aChineseTitleIsMadeOfWordsPeopleSearch(_ entry: Case) throws {
    for variant in try titles(entry, MadePlatforms.taobao) {
      #expect(String(variant.prefix(10)).contains(entry.core), "\(variant)")
      #expect(Self.gbkBytes(variant) <= 60, "\(variant)")
      #expect(Self.doubled(in: variant) == nil, "\(variant)")
      for word in ["不防", "无弹", "否", "标准", "常规", "20L", "30g"] {
        #expect(!variant.contains(word), "\(variant)")
      }
      for word in entry.keeps { #expect(variant.contains(word), "\(variant) lacks \(word)") }
      #expect(!variant.contains { $0.isPunctuation || $0.isWhitespace }, "\(variant)")
    }
  }

  static let english: [Case] = [
    Case(
      title: "Trail Running Shoes Men", category: "shoes", core: "shoes",
      attributes: ["Upper": "Breathable Mesh", "Closure": "Lace-up"]),
    Case(
      title: "Canvas Tote Bag with Zip", category: "bags", core: "bag",
      attributes: ["Material": "Waxed Canvas", "Waterproof": "No"]),
    Case(
      title: "Linen Summer Dress", category: "womens-clothing", core: "dress",
      attributes: ["Fabric": "Linen", "Fit": "Regular", "Stretch": "None"]),
    Case(
      title: "Stainless Steel Water Bottle", category: "kitchen", core: "bottle",
      attributes: ["Material": "Stainless Steel", "Capacity": "500 ml"]),
  ]

  @Test(arguments: english)
  func anEnglishTitleReadsInEnglishOrder(_ entry: Case) throws {
    let platform = MadePlatforms.platform(
      "amazon", .search, locale: .en, titleMax: 75, captionMax: 0, tags: 0, allowsPrice: false)
    for title in try titles(entry, platform, audience: "runners") {
      let lower = title.lowercased()
      #expect(lower.contains(entry.core), "\(title)")
      #expect(title.count <= 75 && title.first?.isUppercase == true, "\(title)")
      let words = lower.split { !$0.isLetter && $0 != "-" }
      #expect(words.count == Set(words).count, "\(title)")
      for word in ["none", "regular", " no", "500"] { #expect(!lower.contains(word), "\(title)") }
      let core = try #require(lower.range(of: entry.core))
      if let people = lower.range(of: "for runners") {
        #expect(core.upperBound <= people.lowerBound, "\(title)")
      }
      for value in ["breathable mesh", "waxed canvas", "linen", "stainless steel"] {
        guard let material = lower.range(of: value) else { continue }
        #expect(material.upperBound <= core.lowerBound, "\(title)")
      }
    }
  }

  @Test func theBrandComesFirst() throws {
    let title = try #require(
      try MadeScripts.run([MadeProducts.shoes], platforms: [MadePlatforms.taobao]).scripts.first?
        .post["taobao"]?.title)
    #expect(title.hasPrefix("青野"))
  }

  private func titles(_ entry: Case, _ platform: Platform, audience: String? = nil) throws
    -> [String]
  {
    let product = MadeProducts.make("S-1", entry.title, entry.category, "59.9", entry.attributes) {
      if let audience { $0.audience = [audience] }
    }
    let found = try MadeScripts.run([product], platforms: [platform], variants: 2).scripts
      .compactMap { $0.post[platform.id]?.title }
    #expect(!found.isEmpty)
    return found
  }

  private static func gbkBytes(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
  }

  /// Two letters that stand in the title twice.
  private static func doubled(in title: String) -> String? {
    let letters = Array(title)
    var seen: Set<String> = []
    for place in letters.indices.dropLast() {
      let pair = String(letters[place...(place + 1)])
      if !seen.insert(pair).inserted { return pair }
    }
    return nil
  }
}
