import Diagnostics
import Foundation
import Model
import Tables

/// Reads one file into drafts, whatever its format.
struct FileReader: Sendable {
  let rules: CatalogueRules
  private let finder: HeaderFinder
  private let words: NumberWords
  private let lists: WordLists
  private let categories: CategoryFinder

  init(_ rules: CatalogueRules) {
    self.rules = rules
    finder = HeaderFinder(index: HeaderIndex(rules.headers))
    words = NumberWords(rules.values)
    lists = WordLists(rules.values)
    categories = CategoryFinder(rules.categories)
  }

  /// - Parameter take: Gets the drafts in the order of the rows.
  func read(
    _ file: CatalogueFile, jobs: Int, inspect: @escaping @Sendable (Product) -> [Problem],
    _ take: (PackedDraft, inout Findings) -> Void
  ) -> Findings {
    var findings = Findings(file: file.name)
    var count = 0
    do {
      if let table = try table(of: file, &findings) {
        let sheet = Sheet(file: file.name, table: table, rules: rules)
        count = drafts(sheet, jobs, inspect, &findings, take)
      }
    } catch {
      findings.add(.error, error.message)
    }
    if count == 0, !findings.hasErrors {
      findings.add(.error, "no products found: there is no row under the headers")
    }
    return findings
  }

  private func table(
    of file: CatalogueFile, _ findings: inout Findings
  ) throws(TableError) -> Table? {
    let source = try file.source()
    guard source.count <= ImportLimits.fileSize else {
      findings.add(
        .error,
        "\(source.count / 1_000_000) MB; at most \(ImportLimits.fileSize / 1_000_000) MB are "
          + "read: split the file")
      return nil
    }
    if case .foreign(let name) = FileKind(of: try source.read(at: 0, count: 1024)) {
      findings.add(
        .error, "this is \(name); open it and save it as CSV UTF-8 (or export JSON)")
      return nil
    }
    let text = try TextStream(source)
    guard isReadable(text, &findings) else { return nil }
    var head = text
    if JSONReader.isJSON(try head.next() ?? []) {
      return try JSONReader(finder: finder).read(text, size: source.count, &findings)
    }
    return try DelimitedReader(finder: finder).read(text, &findings)
  }

  private func isReadable(_ text: TextStream, _ findings: inout Findings) -> Bool {
    guard !text.isBlank else {
      findings.add(.error, "no products found: the file is empty")
      return false
    }
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
      return false
    }
    return true
  }

  private func drafts(
    _ read: Sheet, _ jobs: Int, _ inspect: @escaping @Sendable (Product) -> [Problem],
    _ findings: inout Findings, _ take: (PackedDraft, inout Findings) -> Void
  ) -> Int {
    var sheet = read
    if HeaderFinder.isShotList(sheet.fields) {
      let drafts = ShotListReader(sheet: sheet, words: words).drafts(&findings)
      for draft in drafts { take(PackedDraft(draft, notes: []), &findings) }
      return drafts.count
    }
    var grouper = RowGrouper(sheet: sheet)
    var review = RowReview(sheet.table, totals: lists.totals)
    let groups = grouper.groups(&review, words, &findings)
    sheet.percentColumns = review.percentColumns
    noteShares(review, sheet, &findings)
    let (known, rows) = (sheet, RowGrouper(sheet: sheet))
    var count = 0
    var guessed = 0
    let shift = Shift(jobs: jobs, of: groups.count)
    shift.run { place in built(rows.group(place, of: groups), known, inspect) } each: { result in
      findings.add(result.problems)
      if result.guessedCurrency { guessed += 1 }
      guard let draft = result.draft else { return }
      count += 1
      take(draft, &findings)
    }
    noteCurrency(guessed, sheet, &findings)
    return count
  }

  private struct Built: Sendable {
    var draft: PackedDraft?
    var problems: [Problem]
    var guessedCurrency: Bool
  }

  private func built(
    _ group: RowGroup, _ sheet: Sheet, _ inspect: (Product) -> [Problem]
  ) -> Built? {
    guard !group.main.cells.allSatisfy(\.isBlank) else { return nil }
    var builder = DraftBuilder(
      group, sheet: sheet, rules: rules, words: words, lists: lists, finder: categories)
    let draft = builder.build()
    return Built(
      draft: draft.map { PackedDraft($0, notes: $0.isComplete ? inspect($0.product) : []) },
      problems: builder.findings.problems, guessedCurrency: builder.guessedCurrency)
  }

  private func noteCurrency(_ guessed: Int, _ sheet: Sheet, _ findings: inout Findings) {
    guard guessed > 0 else { return }
    findings.add(
      .note, column: sheet.header(.price) ?? sheet.header(.salePrice),
      value: sheet.fallbackCurrency,
      "\(guessed) \(guessed == 1 ? "price names" : "prices name") no currency, read as \(sheet.fallbackCurrency): add a column "
        + "币种 or currency, or set 'currency.default' in presets/catalogue/values.yaml")
  }

  /// Says how bare numbers in a rate column were read.
  private func noteShares(_ review: RowReview, _ sheet: Sheet, _ findings: inout Findings) {
    for column in review.rateColumns {
      guard let bare = review.firstBare[column] else { continue }
      findings.add(
        .note, column: sheet.header(column), value: bare,
        review.percentColumns.contains(column)
          ? "numbers without % are read as percents here, since some are above 1"
          : "numbers without % are read as shares here, since none is above 1: 0.2 is 20%")
    }
  }
}

extension Findings {
  var hasErrors: Bool { problems.contains { $0.severity == .error } }
}
