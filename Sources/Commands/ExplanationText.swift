import Model
import Pipeline

/// What the rules say of a word, for people.
struct ExplanationText {
  private let explanation: CopyDesk.Explanation
  private let locale: CopyLocale

  init(_ explanation: CopyDesk.Explanation, locale: CopyLocale) {
    self.explanation = explanation
    self.locale = locale
  }

  var text: String {
    if explanation.rules.isEmpty {
      return words("nothing objects to '\(explanation.text)'", "没有规定针对“\(explanation.text)”")
    }
    let heads = explanation.rules.map { block($0).joined(separator: "\n    ") }
    let end =
      explanation.objects
      ? [] : [words("nothing objects as it is written", "这样写没有问题")]
    return (heads + end).joined(separator: "\n")
  }

  private func words(_ english: String, _ chinese: String) -> String {
    locale == .zh ? chinese : english
  }

  private func block(_ item: CopyDesk.Explanation.Item) -> [String] {
    let name = item.name[locale.rawValue].map { " (\($0))" } ?? ""
    let disguise = item.disguised ? words(", in disguise", "，变形写法") : ""
    let all = words("all", "全部")
    func list(_ items: [String]) -> String {
      items.isEmpty ? all : items.joined(separator: ", ")
    }
    var lines = [
      "\(item.found): \(item.rule)\(name), \(severity(item.severity))\(disguise)",
      words("law: ", "依据：")
        + [item.basis["zh"], item.basis["en"]].compactMap { $0 }
        .joined(separator: " | "),
      words("categories: ", "类目：") + list(item.categories),
      words("platforms: ", "平台：") + list(item.platforms),
    ]
    if item.term != item.found { lines.insert(words("listed as: ", "词条：") + item.term, at: 1) }
    if !item.exceptions.isEmpty {
      lines.append(words("lawful in: ", "合法用法：") + item.exceptions.joined(separator: ", "))
    }
    if let excuse = item.excusedBy {
      lines.append(words("lawful here: '\(excuse)'", "此处合法：“\(excuse)”"))
    }
    if let advice = item.suggestion[locale.rawValue] ?? item.suggestion.values.first {
      lines.append(words("instead: ", "建议：") + advice)
    }
    return lines
  }

  private func severity(_ level: Finding.Level) -> String { level.word(locale) }
}

extension Finding.Level {
  /// As people read it.
  func word(_ locale: CopyLocale) -> String {
    switch self {
    case .block: locale == .zh ? "禁用" : "block"
    case .warn: locale == .zh ? "慎用" : "warn"
    case .note: locale == .zh ? "提示" : "note"
    }
  }
}
