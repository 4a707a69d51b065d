/// A number with what it counts: `300` `克`, `39.9` `元`, `95` `%`.
struct Figure: Sendable, Hashable {
  var value: String
  /// One name a unit, whatever the language; empty where nothing is named.
  var unit: String

  /// Reads a figure that begins at a token.
  ///
  /// - Returns: The figure and the index after it; nil where none begins.
  static func read(_ tokens: [FoldedToken], at start: Int) -> (figure: Figure, end: Int)? {
    var index = start
    var unit = ""
    if let money = units[tokens[index].text], money.isMoney, index + 1 < tokens.count {
      unit = money.name
      index += 1
    }
    if let end = percentage(tokens, at: index) { index = end; unit = "%" }
    guard let number = number(tokens, at: index) else { return nil }
    index = number.end
    guard unit.isEmpty || units[unit]?.isMoney == true else {
      return (Figure(value: number.value, unit: unit), index)
    }
    let counted = Figure.unit(tokens, at: index)
    if unit.isEmpty {
      unit = counted.name
      index = counted.end
    } else if counted.name == unit {
      index = counted.end
    }
    return (Figure(value: number.value, unit: unit), index)
  }

  /// The index after `百分之`.
  private static func percentage(_ tokens: [FoldedToken], at index: Int) -> Int? {
    tokens[index...].prefix(3).map(\.text).joined() == "百分之" ? index + 3 : nil
  }

  private static func number(
    _ tokens: [FoldedToken], at index: Int
  ) -> (value: String, end: Int)? {
    guard index < tokens.count else { return nil }
    switch tokens[index].kind {
    case .number:
      guard !tokens[index].isGlued else { return nil }
      if index + 1 < tokens.count, let factor = ["万": 4, "亿": 8][tokens[index + 1].text] {
        return (shifted(tokens[index].text, by: factor), index + 2)
      }
      return (tokens[index].text, index + 1)
    case .han: return ChineseNumeral.read(tokens, at: index)
    case .word: return EnglishNumeral.read(tokens, at: index)
    case .foreign, .sign, .other: return nil
    }
  }

  /// A decimal times a power of ten.
  private static func shifted(_ number: String, by places: Int) -> String {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    var tail = parts.count > 1 ? String(parts[1]) : ""
    tail += String(repeating: "0", count: max(0, places - tail.count))
    return FoldedLine.plain(
      String(parts[0]) + tail.prefix(places) + "." + tail.dropFirst(places) + "0")
  }

  /// What a number counts: a unit, or the next word or character, whatever it is.
  private static func unit(_ tokens: [FoldedToken], at index: Int) -> (name: String, end: Int) {
    guard index < tokens.count else { return ("", index) }
    let token = tokens[index]
    switch token.kind {
    case .word:
      if joints.contains(token.text) { return ("", index) }
      return (units[token.text]?.name ?? units[token.stem]?.name ?? token.stem, index + 1)
    case .han:
      for length in [3, 2] where index + length <= tokens.count {
        let text = tokens[index..<(index + length)].map(\.text).joined()
        if let unit = units[text] { return (unit.name, index + length) }
      }
      if joints.contains(token.text) { return ("", index) }
      return (units[token.text]?.name ?? token.text, index + 1)
    case .other:
      let two = tokens[index...].prefix(2).map(\.text).joined()
      if two == "°c" || two == "°f" { return (two, index + 2) }
      return units[token.text].map { ($0.name, index + 1) } ?? ("", index)
    case .sign where token.text == "\"": return ("inch", index + 1)
    case .foreign, .number, .sign: return ("", index)
    }
  }

  /// Words behind a number that are no unit.
  private static let joints: Set<String> = [
    "is", "are", "was", "and", "or", "of", "on", "at", "to", "from", "for", "here", "there", "it",
    "the", "a", "look", "see", "的", "了", "吗", "呢", "吧", "啊", "呀", "是", "就", "也", "还", "在", "看",
    "来", "和", "与", "到",
  ]

  private static let units: [String: (name: String, isMoney: Bool)] = {
    var result: [String: (name: String, isMoney: Bool)] = [:]
    for row in names {
      for name in row { result[name] = (row[0], ["元", "$", "£", "€"].contains(row[0])) }
    }
    return result
  }()

  private static let names: [[String]] = [
    ["元", "¥", "块", "块钱", "元钱", "rmb", "cny", "yuan"], ["$", "usd", "dollar", "美元", "美金"],
    ["£", "gbp", "pound sterling"], ["€", "eur", "euro", "欧元"], ["%", "percent"],
    ["毫升", "ml", "millilitre", "milliliter"], ["升", "l", "litre", "liter"],
    ["克", "g", "gram", "gramme"], ["公斤", "kg", "千克", "kilo", "kilogram"], ["毫克", "mg"],
    ["斤"], ["厘米", "cm", "公分", "centimetre", "centimeter"], ["毫米", "mm"],
    ["米", "m", "metre", "meter"], ["公里", "km", "千米"], ["inch", "英寸", "inches", "寸"],
    ["oz", "ounce", "盎司"], ["lb", "pound", "磅", "lbs"], ["ft", "foot", "feet", "英尺"],
    ["瓦", "w", "watt"], ["伏", "v", "volt"], ["毫安时", "mah", "毫安"], ["分贝", "db"],
    ["小时", "h", "hour", "hr", "个小时", "钟头"], ["分钟", "min", "minute"], ["秒", "s", "second", "sec"],
    ["天", "day", "日"], ["周", "week", "星期"], ["个月", "month"], ["年", "year"],
    ["°c", "摄氏度"], ["旦", "d", "denier"],
  ]
}
