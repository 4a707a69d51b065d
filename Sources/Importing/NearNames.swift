import Model

/// Finds the known name that a header misspells by one letter.
struct NearNames: Sendable {
  private struct Name: Sendable {
    var letters: [Unicode.Scalar]
    var text: String
    var field: CatalogueField
    var rank: Int
  }

  private enum Edit { case swap, insert, replace }

  /// By length.
  private var names: [Int: [Name]] = [:]

  init(_ rules: HeaderRules) {
    for field in CatalogueField.allCases where field != .ignored && !field.isShot {
      for (rank, alias) in (rules.aliases[field] ?? []).enumerated() where !alias.contains("#") {
        let letters = Array(alias.headerKey.unicodeScalars)
        guard letters.count >= 4, !letters.contains(where: \.isDigit) else { continue }
        names[letters.count, default: []].append(
          Name(letters: letters, text: alias, field: field, rank: rank))
      }
    }
  }

  /// Takes the name where it is long and the cells agree; says that it is near where it is short.
  func propose(for column: inout UnderstoodColumn) {
    let letters = Array(column.header.withoutBrackets.headerKey.unicodeScalars)
    guard (4...40).contains(letters.count), !letters.contains(where: \.isDigit) else { return }
    for length in [letters.count, letters.count - 1, letters.count + 1] {
      for name in names[length] ?? [] {
        guard let edit = NearNames.edit(letters, name.letters) else { continue }
        let isLatin = name.letters.allSatisfy { $0.value < 0x80 }
        // A Chinese name with one more word in it says something else: 商品短标题.
        if edit == .insert, !isLatin { continue }
        let isLong = NearNames.isLong(name.letters, edit)
        let isMet = ColumnExpectation(name.field, column.profile).isMet
        if isLong, isMet != false {
          column.column.meaning = HeaderMeaning(
            field: name.field, rank: name.rank + 1_000, by: .misspelt)
          column.weigh()
          column.doubt(
            en: "it is one letter off '\(name.text)'", zh: "与“\(name.text)”差一个字", asks: true)
        } else if isMet == true {
          column.doubt(
            en: "it is one letter off '\(name.text)' (\(name.field.rawValue))",
            zh: "与“\(name.text)”只差一个字（\(name.field.rawValue)）")
          column.suggestion = name.field
        } else {
          continue
        }
        return
      }
    }
  }

  private static func isLong(_ name: [Unicode.Scalar], _ edit: Edit) -> Bool {
    let isLatin = name.allSatisfy { $0.value < 0x80 }
    switch edit {
    case .swap: return name.count >= (isLatin ? 5 : 4)
    case .insert, .replace: return name.count >= (isLatin ? 6 : 5)
    }
  }

  /// The one edit between two words, or nil where they are equal or further apart.
  private static func edit(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Edit? {
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed())
      .prefix { $0 == $1 }.count
    let (left, right) = (a.count - head - tail, b.count - head - tail)
    switch (left, right) {
    case (1, 1): return .replace
    case (1, 0), (0, 1): return .insert
    case (2, 2): return a[head] == b[head + 1] && a[head + 1] == b[head] ? .swap : nil
    default: return nil
    }
  }
}
