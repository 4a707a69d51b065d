import Foundation
import Model
import Presets
import Sounding

enum Samples {
  static let plain: PlainWords = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let library = PresetLibrary(
      folders: PresetFolders([root.appendingPathComponent("presets")]))
    return try! library.plainWords()
  }()

  static func facts(_ texts: [String]) -> [Fact] {
    texts.enumerated().map {
      Fact(text: $1, field: "attributes.\($0)", source: "catalogue.csv:2 \($0)")
    }
  }

  static let bag = facts([
    "防泼水", "容量15升", "净重300克", "头层牛皮", "¥199", "可拆卸肩带", "约2天发货", "送2双袜子",
    "棉95%，氨纶5%", "黑色/米色", "9.9元/斤", "不含电池", "3个隔层", "否", "无",
  ])

  static let bagWords = LineVocabulary(
    nouns: ["包", "双肩包"], questions: ["装得下电脑吗"], pains: ["肩带勒肩", "掉毛"],
    scenes: ["通勤", "露营"], audiences: ["上班族", "学生"], shots: ["拉开拉链", "肩带", "袋口"])

  static let tote = facts([
    "water-resistant canvas", "15 litres", "300 g", "$29.90", "full-grain leather handles",
    "up to 20 hours of battery", "95% cotton, 5% elastane", "2 straps", "machine washable",
    "Ships in 3 days", "Type-C", "no",
  ])

  static let toteWords = LineVocabulary(
    nouns: ["tote", "bag"], questions: ["Does a laptop fit"],
    pains: ["sore shoulders", "pet hair"],
    scenes: ["the office", "the school run"], audiences: ["students", "new parents"],
    shots: ["zip", "strap", "base"])

  static let bagClaims = Claims(facts: bag, vocabulary: bagWords, plain: plain, locale: .zh)
  static let toteClaims = Claims(facts: tote, vocabulary: toteWords, plain: plain, locale: .en)

  static let rules = LineRules(
    length: { text, locale in
      locale == .zh ? text.count(where: \.isLetter) : text.split(separator: " ").count
    },
    gate: { text, place, _ in
      guard text.contains("通勤") else { return [] }
      return [
        Finding(
          term: "通勤", rule: "test", severity: text.contains("就是通勤") ? .block : .note, place: place,
          suggestion: "", basis: "")
      ]
    })
}
