import Diagnostics
public import Model

/// Tells what each column of a table holds, from its header, its cells and the team's settings.
public struct ColumnReader: Sendable {
  let rules: CatalogueRules
  let words: NumberWords
  let lists: WordLists
  let quantities: QuantityReader
  let titleLabels: TitleLabels
  private let finder: HeaderFinder
  private let nearNames: NearNames
  /// Keys of headers that are recommended retail prices, and of those that are new prices.
  private let retail: Set<String>
  let updates: Set<String>

  public init(rules: CatalogueRules) {
    self.rules = rules
    words = NumberWords(rules.values)
    lists = WordLists(rules.values)
    quantities = QuantityReader(rules.units)
    titleLabels = TitleLabels(lists.labels, quantities)
    finder = HeaderFinder(index: HeaderIndex(rules.headers))
    nearNames = NearNames(rules.headers)
    retail = Set(rules.headers.retail.map(\.headerKey))
    updates = Set(rules.headers.updates.map(\.headerKey))
  }

  /// A table's columns, and a warning for each that the team should settle.
  ///
  /// - Parameters:
  ///   - headers: One header row, or two of which the first groups the second.
  ///   - rows: Some of the table's rows; the first few hundred are enough.
  public func read(
    file: String, sheet: String? = nil, headers: [[String]], rows: some Sequence<[String]>
  ) -> (sheet: ColumnReport.Sheet, problems: [Problem]) {
    let columns = finder.columns(headers)
    var profiles = columns.map { _ in profile() }
    for row in rows { profiles.see(row) }
    let understood = understand(columns, profiles, file: file)
    return (
      ColumnReport.Sheet(name: sheet, columns: understood.map(\.report)),
      understood.flatMap { $0.problems(file) }
    )
  }

  func profile() -> ColumnProfile { ColumnProfile(words, lists) }

  /// - Parameter profiles: One a column, in the same order.
  func understand(
    _ columns: [Column], _ profiles: [ColumnProfile], file: String
  ) -> [UnderstoodColumn] {
    var columns = columns
    ColumnReader.readFeed(&columns)
    let names = Sheet.attributeNames(of: columns)
    var understood = columns.indices.map { place in
      var column = UnderstoodColumn(
        place: place, column: columns[place], profile: profiles[place],
        attribute: names[place] ?? columns[place].header)
      if let choice = rules.columns.choice(columns[place].header, file: file) {
        column.settle(choice)
      } else if columns[place].meaning != nil {
        column.weigh()
      } else {
        nearNames.propose(for: &column)
      }
      return column
    }
    RetailPrice.settle(in: &understood, retail)
    ColumnConflicts.note(in: &understood)
    let fields = Set(understood.compactMap { $0.column.meaning?.field })
    for place in understood.indices { understood[place].propose(known: fields) }
    return understood
  }
}

extension ColumnReader {
  /// In an advertising feed `id` is the merchant's own code of the one thing that is sold, and
  /// goes before bar codes.
  private static func readFeed(_ columns: inout [Column]) {
    let keys = Set(columns.map(\.header.headerKey))
    guard keys.contains("title"), keys.contains("imagelink") || keys.contains("itemgroupid"),
      let place = columns.firstIndex(where: { $0.header.headerKey == "id" })
    else { return }
    columns[place].meaning = HeaderMeaning(field: .sku, rank: 0)
  }
}

extension [ColumnProfile] {
  /// Looks at a row's cells; those that the row lacks are blank.
  mutating func see(_ cells: [String]) {
    for place in indices { self[place].see(cells.indices.contains(place) ? cells[place] : "") }
  }
}

extension ColumnSettings {
  /// What the team says of a column, first for this file, then for every file.
  func choice(_ header: String, file: String) -> Choice? {
    guard !isEmpty else { return nil }
    let last = file.split(separator: "/").last.map(String.init) ?? file
    for table in [files[file], files[last], everywhere] {
      guard let table else { continue }
      if let exact = table[header.cleaned] { return exact }
      let key = header.headerKey
      if let found = table.sorted(by: { $0.key < $1.key }).first(where: { $0.key.headerKey == key }
      ),
        !key.isEmpty
      {
        return found.value
      }
    }
    return nil
  }
}
