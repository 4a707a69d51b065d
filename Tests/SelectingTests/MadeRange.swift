import Foundation
import Model
import Support

/// A range of goods as a small Chinese shop has it, from a seed.
enum MadeRange {
  private static let kinds: [(category: String, nouns: [String], price: ClosedRange<Int>)] = [
    ("womens-clothing", ["冰丝防晒衫", "高腰阔腿裤", "加绒卫衣", "碎花连衣裙", "羊毛大衣"], 59...399),
    ("bags", ["帆布托特包", "通勤双肩包", "斜挎小方包", "折叠旅行袋"], 39...299),
    ("snacks", ["爆浆曲奇", "海苔脆", "手撕牛肉干", "每日坚果"], 12...89),
    ("home", ["加厚收纳箱", "毛绒盖毯", "香薰蜡烛", "免打孔置物架"], 19...199),
    ("shoes", ["轻便跑鞋", "真皮乐福鞋", "厚底凉鞋"], 79...459),
  ]

  static func products(_ count: Int, seed: UInt64 = 3) -> [Product] {
    var dice = SeededGenerator(seed: seed)
    func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }
    let adjectives = ["轻薄", "大容量", "复古", "ins风", "经典", "小众", "加厚", "便携"]
    let colours = ["米白", "雾蓝", "燕麦", "墨绿", "焦糖"]
    return (0..<count).map { index in
      let kind = kinds[index % kinds.count]
      let (noun, colour) = (kind.nouns[int(0...kind.nouns.count - 1)], colours[int(0...4)])
      let adjective = adjectives[int(0...7)]
      let price = int(kind.price)
      let (margin, week, has) = (int(15...72), int(0...260), int(0...255))
      let title = "\(adjective)\(noun) \(colour)色 \(int(1...9))号款"
      return Shop.product(
        "SV\(1000 + index)", price: Decimal(price) - Decimal(string: "0.1")!,
        cost: has & 1 == 0 || index < 12 ? Decimal(price * (100 - margin)) / 100 : nil,
        row: index + 2
      ) {
        $0.title = title
        $0.category = kind.category
        $0.attributes = ["颜色": colour, "款号": "\(index)", "材质": ["棉", "涤纶", "帆布"][has % 3]]
        if has & 2 == 0 { $0.attributes["重量"] = "\(has + 80)g" }
        $0.sellingPoints = has & 4 == 0 ? ["约 \(has) 克，单手可拿", "\(adjective)不占地"] : []
        $0.scenes = has & 8 == 0 ? [["通勤", "露营", "居家", "送礼"][has % 4]] : []
        $0.audience = has & 16 == 0 ? [["上班族", "学生", "宝妈"][has % 3]] : []
        $0.images = Array(repeating: "photos/SV\(1000 + index).jpg", count: has % 8)
        $0.sales7d = week
        $0.sales28d = week * (2 + has % 4)
        $0.stock = int(0...900) + week
        $0.rating = has & 32 == 0 ? 3.9 + Double(int(0...10)) / 10 : nil
        $0.returnRate = has & 64 == 0 ? Double(int(1...42)) / 100 : nil
        $0.competitors = has & 128 == 0 ? int(0...400) : nil
        $0.supplier = ["义乌甲", "广州乙", "杭州丙"][has % 3]
        $0.launched = "2026-\(["03", "07", "09", "10"][has % 4])-1\(has % 9)"
        if has % 5 == 0 {
          $0.results = PastResults(rows: 1 + has % 6)
          $0.results?.impressions = 20_000 + has * 100
          $0.results?.clicks = 500 + has * 3
          $0.results?.orders = 10 + has / 8
          $0.results?.revenue = Decimal(price * (10 + has / 8))
        }
      }
    }
  }
}
