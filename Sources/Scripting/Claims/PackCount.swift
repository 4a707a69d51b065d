import Foundation
import Model

/// How many pieces a pack holds, as a cell says it.
struct PackCount: Hashable {
  var count: Int
  /// 袋, `bag`.
  var unit: String
  /// The words as the cell has them: `12袋`, `12 bags`.
  var text: String

  private static let chinese = "包袋片双条支盒罐瓶枚块卷张抽颗粒只根套"
  private static let english = [
    "bag", "bar", "pack", "piece", "sachet", "bottle", "can", "pair", "pod", "capsule", "stick",
    "roll", "sheet", "cup",
  ]

  /// Reads the last count of a text; words of offers (买, 送, 满, buy, free) make it unreliable.
  init?(in text: String, _ locale: CopyLocale) {
    let traps = ["买", "送", "赠", "满", "减", "第", "free", "buy", "off"]
    let head = String(text.prefix(300))
    guard !traps.contains(where: { head.lowercased().contains($0) }), !head.isMixedPack else {
      return nil
    }
    let found = locale == .zh ? Self.chineseCount(head) : Self.englishCount(head)
    guard let found, (2...10_000).contains(found.count) else { return nil }
    self = found
  }

  private init(count: Int, unit: String, text: String) {
    self.count = count
    self.unit = unit
    self.text = text
  }

  private static func chineseCount(_ text: String) -> PackCount? {
    let letters = Array(text)
    var result: PackCount?
    var index = 0
    while index < letters.count {
      guard letters[index].isASCIIDigit else { index += 1; continue }
      let number = SpokenNumber(in: letters, at: index)
      defer { index = number.end }
      guard number.fraction.isEmpty, number.whole.count <= 5, number.end < letters.count,
        chinese.contains(letters[number.end])
      else { continue }
      let unit = String(letters[number.end])
      let count = number.whole.reduce(0) { $0 * 10 + $1 }
      result = PackCount(
        count: count, unit: unit, text: String(letters[index..<number.end]) + unit)
    }
    return result
  }

  private static func englishCount(_ text: String) -> PackCount? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "-" || $0 == "/" }.map(String.init)
    var result: PackCount?
    // 20 packs x 300 sheets: a price by the sheet would be twenty times too high.
    let counted = words.indices.filter { place in
      Int(words[place]) != nil && place + 1 < words.count
        && english.contains { words[place + 1].lowercased().hasPrefix($0) }
    }
    guard counted.count < 2 else { return nil }
    for (index, word) in words.enumerated() {
      guard let count = Int(word), index + 1 < words.count else { continue }
      let next = words[index + 1].lowercased()
      guard let unit = english.first(where: { next == $0 || next == $0 + "s" }) else { continue }
      guard result == nil else { return nil }
      result = PackCount(count: count, unit: unit, text: "\(word) \(words[index + 1].lowercased())")
    }
    if result == nil, words.count >= 3 {
      for index in 0..<(words.count - 2)
      where words[index].lowercased() == "pack" && words[index + 1].lowercased() == "of" {
        guard let count = Int(words[index + 2]) else { continue }
        result = PackCount(count: count, unit: "piece", text: "a pack of \(count)")
      }
    }
    return result
  }
}

extension String {
  /// Several counts, or several things: `1个底座3片香片`, `5条、门扣、收纳袋`.
  fileprivate var isMixedPack: Bool {
    let counts = Array(self).split { !$0.isASCIIDigit }.count
    return contains { "、+＋和与,，;；&".contains($0) } && counts < 2 || figures.count > 2
      || zip(self, dropFirst()).count { $0.isASCIIDigit && Self.counters.contains($1) } > 1
  }

  private static let counters = "包袋片双条支盒罐瓶枚块卷张抽颗粒只根套个件箱组份把"
}
