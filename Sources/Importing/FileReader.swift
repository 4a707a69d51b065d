import Threading
import Diagnostics
import Foundation
import Model
import Tables

/// Reads one file into drafts, whatever its format.
struct FileReader: Sendable {
  let rules: CatalogueRules
  private let source: TableSource
  private let columns: ColumnReader
  let categories: CategoryFinder
  private let kit: DraftKit
  private var words: NumberWords { columns.words }
  private var lists: WordLists { columns.lists }

  /// - Parameter keep: Puts a picture into the workspace; answers its path there.
  init(_ rules: CatalogueRules, keep: @escaping @Sendable (PictureFile) -> String?) {
    self.rules = rules
    source = TableSource(finder: HeaderFinder(index: HeaderIndex(rules.headers)), keep: keep)
    columns = ColumnReader(rules: rules)
    categories = CategoryFinder(rules.categories)
    kit = DraftKit(
      rules: rules, words: columns.words, lists: columns.lists, finder: categories)
  }

  struct Result {
    var findings: [Findings]
    var report: ColumnReport.File
  }

  /// - Parameter take: Gets the drafts in the order of the rows.
  func read(
    _ file: CatalogueFile, jobs: Int, inspect: @escaping @Sendable (Product) -> [Problem],
    _ take: (PackedDraft, inout Findings) -> Void
  ) -> Result {
    var findings = Findings(file: file.name)
    var all: [Findings] = []
    var report = ColumnReport.File(file: file.name, sheets: [])
    var count = 0
    var doubts = CategoryDoubts()
    do {
      for named in try source.tables(of: file, &findings) {
        let sheet = understood(named, file)
        report.sheets.append(sheet.report)
        var its = Findings(file: file.name, sheet: named.sheet)
        its.add(sheet.problems)
        count += drafts(sheet, jobs, inspect, &its, &doubts, take)
        all.append(its)
      }
    } catch let error as TableError {
      findings.add(.error, error.message)
    } catch {
      findings.add(.error, "\(error)")
    }
    doubts.note(&findings)
    if count == 0, !(all + [findings]).contains(where: \.hasErrors) {
      findings.add(.error, "no products found: there is no row under the headers")
    }
    return Result(findings: [findings] + all, report: report)
  }

  /// Rows that are looked at to tell what a column holds.
  private static let sample = 2_000

  private func understood(_ named: TableSource.Named, _ file: CatalogueFile) -> Sheet {
    let table = named.table
    var profiles = table.columns.map { _ in columns.profile() }
    for place in 0..<min(table.rows.count, FileReader.sample) {
      profiles.see(table.rows[place].cells)
    }
    return Sheet(
      file: file.name, name: named.sheet, table: table, profiles: profiles, reader: columns)
  }

  private func drafts(
    _ read: Sheet, _ jobs: Int, _ inspect: @escaping @Sendable (Product) -> [Problem],
    _ findings: inout Findings, _ doubts: inout CategoryDoubts,
    _ take: (PackedDraft, inout Findings) -> Void
  ) -> Int {
    if HeaderFinder.isShotList(read.fields) {
      let drafts = ShotListReader(sheet: read, words: words).drafts(&findings)
      for draft in drafts { take(PackedDraft(draft, notes: []), &findings) }
      return drafts.count
    }
    var grouper = RowGrouper(sheet: read)
    var review = RowReview(read.table, lists)
    let groups = grouper.groups(&review, words, &findings)
    let sheet = read.with(percentColumns: review.percentColumns)
    noteShares(review, sheet, &findings)
    let rows = RowGrouper(sheet: sheet)
    var count = 0
    var guessed = 0
    let shift = Shift(jobs: jobs, of: groups.count)
    shift.run { place in
      built(rows.group(place, of: groups), sheet, inspect)
    } each: { result in
      findings.add(result.problems)
      if result.guessedCurrency { guessed += 1 }
      if let doubt = result.doubt { doubts.add(doubt, sheet: sheet.name) }
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
    var doubt: CategoryDoubts.One?
  }

  private func built(
    _ group: RowGroup, _ sheet: Sheet, _ inspect: (Product) -> [Problem]
  ) -> Built? {
    guard !group.main.cells.allSatisfy(\.isBlank) else { return nil }
    var builder = DraftBuilder(group, sheet: sheet, kit: kit)
    let draft = builder.build()
    return Built(
      draft: draft.map { PackedDraft($0, notes: $0.isComplete ? inspect($0.product) : []) },
      problems: builder.findings.problems, guessedCurrency: builder.guessedCurrency,
      doubt: draft?.isComplete == true ? builder.doubt : nil)
  }

  private func noteCurrency(_ guessed: Int, _ sheet: Sheet, _ findings: inout Findings) {
    guard guessed > 0 else { return }
    findings.add(
      .note, column: sheet.header(.price) ?? sheet.header(.salePrice),
      value: sheet.fallbackCurrency,
      "\(guessed) \(guessed == 1 ? "price names" : "prices name") no currency, read as "
        + "\(sheet.fallbackCurrency): add a column "
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
