import Diagnostics
import Model

extension DraftBuilder {
  /// The team's own columns.
  mutating func readTeam() {
    var team = TeamDecision()
    if let (text, column) = value(.selected, group.main) ?? sheet.text(.selected, group.main) {
      team.selected = selected(text, column)
    }
    if let (text, column) = value(.priority, group.main) {
      team.priority = priority(text, column)
    }
    team.hook = single(.hook, "team.hook")
    team.cta = single(.cta, "team.cta")
    team.title = single(.teamTitle, "team.title")
    team.note = single(.teamNote, "team.note")
    team.category = category()
    for (text, column) in values(.copy, group.main) {
      for line in text.split(whereSeparator: \.isNewline).map({ String($0).cleaned })
      where !line.isEmpty && team.copy.count < 100 {
        note("team.copy[\(team.copy.count)]", column)
        team.copy.append(line.shortened(to: 1_000))
      }
    }
    if !team.isEmpty { product.team = team }
  }

  private mutating func category() -> String? {
    guard let (text, column) = value(.playbook, group.main) else { return nil }
    let id = text.folded
    guard CategoryRules.legalIDs.contains(id) else {
      findings.add(
        .error, row: group.main.number, column: sheet.header(column), value: text,
        "'\(text.shortened(to: 60))' is no category; write one of "
          + CategoryRules.legalIDs.joined(separator: ", "))
      return nil
    }
    note("team.category", column)
    return id
  }

  private mutating func single(_ field: CatalogueField, _ name: String) -> String? {
    guard let (text, column) = value(field, group.main) else { return nil }
    note(name, column)
    return text.replacingNewlines(with: " ").shortened(to: 1_000)
  }

  private mutating func selected(_ text: String, _ column: Int) -> Bool? {
    guard let answer = lists.bool(text) else {
      findings.add(
        .warning, row: group.main.number, column: sheet.header(column), value: text,
        "'\(text.shortened(to: 60))' is neither yes nor no; write 是 or 否")
      return nil
    }
    note("team.selected", column)
    return answer
  }

  /// `1`, `P1`, `A` → 1; `高` → 1, `中` → 2, `低` → 3.
  private mutating func priority(_ text: String, _ column: Int) -> Int? {
    let word = text.folded
    let digits = word.drop { !($0.isASCII && $0.isNumber) }.prefix { $0.isASCII && $0.isNumber }
    let named = ["高": 1, "中": 2, "低": 3, "high": 1, "medium": 2, "low": 3, "s": 1]
    let letter = word.count == 1 ? word.unicodeScalars.first.map { Int($0.value) - 0x60 } : nil
    let value = named[word] ?? Int(digits) ?? letter.flatMap { (1...5).contains($0) ? $0 : nil }
    guard let value, value >= 0, value <= 100_000 else {
      findings.add(
        .warning, row: group.main.number, column: sheet.header(column), value: text,
        "'\(text.shortened(to: 60))' is no priority; write 1 for the first")
      return nil
    }
    note("team.priority", column)
    return value
  }
}
