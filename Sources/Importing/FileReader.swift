import Diagnostics
import Foundation
import Model

/// Reads one file into drafts, whatever its format.
struct FileReader {
  let rules: CatalogueRules
  private let finder: HeaderFinder
  private let words: NumberWords
  private let lists: WordLists

  struct Result {
    var drafts: [ProductDraft] = []
    var problems: Findings
  }

  init(_ rules: CatalogueRules) {
    self.rules = rules
    finder = HeaderFinder(index: HeaderIndex(rules.headers))
    words = NumberWords(rules.values)
    lists = WordLists(rules.values)
  }

  func read(_ file: CatalogueFile) -> Result {
    var result = Result(problems: Findings(file: file.name))
    guard let text = text(of: file, &result.problems) else { return result }
    let table =
      JSONReader.isJSON(text.utf8)
      ? JSONReader(finder: finder).read(text, &result.problems)
      : DelimitedReader(finder: finder, totals: lists.totals).read(text, &result.problems)
    guard let table else { return result }
    let sheet = Sheet(file: file.name, table: table, rules: rules, words: words)
    noteShares(sheet, &result.problems)
    if HeaderFinder.isShotList(sheet.fields) {
      result.drafts = ShotListReader(sheet: sheet, words: words).drafts(&result.problems)
    } else {
      result.drafts = drafts(sheet, &result.problems)
    }
    if result.drafts.isEmpty, !result.problems.hasErrors {
      result.problems.add(.error, "no products found: there is no row under the headers")
    }
    return result
  }

  private func text(of file: CatalogueFile, _ findings: inout Findings) -> DecodedText? {
    guard file.data.count <= ImportLimits.fileSize else {
      findings.add(
        .error,
        "\(file.data.count / 1_000_000) MB; at most \(ImportLimits.fileSize / 1_000_000) MB are "
          + "read: split the file")
      return nil
    }
    let bytes = Array(file.data)
    if case .foreign(let name) = FileKind(of: bytes) {
      findings.add(
        .error, "this is \(name); open it and save it as CSV UTF-8 (or export JSON)")
      return nil
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      findings.add(.error, "no products found: the file is empty")
      return nil
    }
    let text = DecodedText(bytes)
    if let place = text.cutAt {
      findings.add(
        .warning,
        "the file ends in the middle of a character at byte \(place): it was cut off; "
          + "download or export it again")
    }
    guard text.isMostlyReadable else {
      let first = text.damaged.min { $0.key < $1.key }
      findings.add(
        .error,
        "byte \(first?.value ?? 0) on line \(first?.key ?? 1) is neither UTF-8, UTF-16 nor GB18030,"
          + " and most lines are so: this is no text; save it as CSV UTF-8")
      return nil
    }
    return text
  }

  private func drafts(_ sheet: Sheet, _ findings: inout Findings) -> [ProductDraft] {
    var grouper = RowGrouper(sheet: sheet)
    let groups = grouper.groups(&findings)
    var drafts: [ProductDraft] = []
    drafts.reserveCapacity(groups.count)
    var guessed = 0
    for group in groups {
      guard !group.main.cells.allSatisfy(\.isBlank) else { continue }
      var builder = DraftBuilder(group, sheet: sheet, rules: rules, words: words, lists: lists)
      if let draft = builder.build() { drafts.append(draft) }
      findings.add(builder.findings.problems)
      if builder.guessedCurrency { guessed += 1 }
    }
    if guessed > 0 {
      findings.add(
        .note, column: sheet.header(.price) ?? sheet.header(.salePrice),
        value: sheet.fallbackCurrency,
        "\(guessed) \(guessed == 1 ? "price names" : "prices name") no currency, read as \(sheet.fallbackCurrency): add a column "
          + "币种 or currency, or set 'currency.default' in presets/catalogue/values.yaml")
    }
    return drafts
  }

  /// Says how bare numbers in a rate column were read.
  private func noteShares(_ sheet: Sheet, _ findings: inout Findings) {
    for field in [CatalogueField.commissionRate, .returnRate] {
      for column in sheet.columns(field) {
        let bare = sheet.table.rows.lazy.compactMap { row -> String? in
          guard let text = row.text(column), let number = NumberText(text, words),
            !number.isPercent, number.value != 0
          else { return nil }
          return text
        }.first
        guard let bare else { continue }
        let isPercent = sheet.percentColumns.contains(column)
        findings.add(
          .note, column: sheet.header(column), value: bare,
          isPercent
            ? "numbers without % are read as percents here, since some are above 1"
            : "numbers without % are read as shares here, since none is above 1: 0.2 is 20%")
      }
    }
  }
}

extension Findings {
  var hasErrors: Bool { problems.contains { $0.severity == .error } }
}
