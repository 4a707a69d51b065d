/// Why a proposed line is not taken.
public struct Objection: Sendable, Hashable, Codable {
  public enum Code: String, Sendable, Codable, CaseIterable {
    case empty, giant, lineBreak = "line_break", control, markup, emoji, address, slot, language
    case forbidden, figure, turned, claim, missing, tooLong = "too_long", blocked
    case unknownPlace = "unknown_place", repeatedPlace = "repeated_place", repeated
    case unanswered, remedy
  }

  public var code: Code
  /// The words that are at fault; empty where it is the whole line.
  public var term: String
  /// The reason in Chinese and in English, without a full stop.
  public var zh: String
  public var en: String

  init(_ code: Code, _ term: String = "", zh: String, en: String) {
    self.code = code
    self.term = term
    self.zh = zh
    self.en = en
  }
}

extension Objection {
  static func claim(_ term: String) -> Objection {
    Objection(.claim, term, zh: "说了“\(term)”，商品表里没有", en: "says '\(term)', which no cell holds")
  }

  static func turned(_ term: String) -> Objection {
    Objection(
      .turned, term, zh: "“\(term)”会把事实说反", en: "says '\(term)', which turns a fact round")
  }

  static func figure(_ term: String) -> Objection {
    Objection(
      .figure, term, zh: "数字“\(term)”不在这一句的事实里",
      en: "says the figure '\(term)', which no cell holds for this line")
  }

  static func remedy(_ term: String) -> Objection {
    Objection(
      .remedy, term, zh: "像是在承诺解决“\(term)”", en: "reads as a promise against '\(term)'")
  }

  static func missing(_ claim: String) -> Objection {
    Objection(.missing, claim, zh: "没有原样说出“\(claim)”", en: "does not say '\(claim)' as it stands")
  }

  static func forbidden(_ word: String) -> Objection {
    Objection(.forbidden, word, zh: "用了禁用词“\(word)”", en: "uses '\(word)', which is forbidden")
  }

  static func language(_ term: String) -> Objection {
    Objection(
      .language, term, zh: "不是脚本的语言", en: "is not in the script's language: '\(term)'")
  }

  static func tooLong(_ length: Int, _ limit: Int) -> Objection {
    Objection(
      .tooLong, zh: "念出来\(length)，超过\(limit)", en: "takes \(length) when spoken, limit \(limit)")
  }

  static func blocked(_ term: String, _ rule: String) -> Objection {
    Objection(
      .blocked, term, zh: "“\(term)”过不了词库（\(rule)）", en: "'\(term)' is blocked (\(rule))")
  }

  static let empty = Objection(.empty, zh: "没有内容", en: "is empty")
  static let giant = Objection(.giant, zh: "太长，不像一句话", en: "is far too long for a line")
  static let repeated = Objection(.repeated, zh: "和另一句一样", en: "is the same as another line")
  static let unanswered = Objection(.unanswered, zh: "没有给这一句", en: "was not proposed")
  static let unknownPlace = Objection(
    .unknownPlace, zh: "没有这个位置", en: "names a place that was not asked for")
  static let repeatedPlace = Objection(
    .repeatedPlace, zh: "这个位置给了不止一句", en: "names a place a second time")

  init(_ fault: TextFault) {
    switch fault {
    case .lineBreak: self.init(.lineBreak, zh: "有换行", en: "holds a line break")
    case .control: self.init(.control, zh: "有看不见的字符", en: "holds characters that cannot be seen")
    case .markup(let sign):
      self.init(.markup, sign, zh: "有标记“\(sign)”", en: "holds mark-up: '\(sign)'")
    case .emoji(let sign):
      self.init(.emoji, sign, zh: "有表情符号", en: "holds an emoji: '\(sign)'")
    case .address: self.init(.address, zh: "有网址或账号", en: "holds an address")
    case .slot: self.init(.slot, zh: "有没填的空位", en: "holds a slot that nobody filled")
    }
  }
}
