import Diagnostics
import Foundation
import Model
import Tables

/// Takes the tables out of a file, whatever its format.
struct TableSource: Sendable {
  let finder: HeaderFinder
  /// Puts a picture into the workspace and answers its path there; nil where it cannot.
  let keep: @Sendable (PictureFile) -> String?

  /// A table, and the sheet that it stands on where its workbook has several.
  struct Named {
    var table: Table
    var sheet: String?
  }

  /// - Throws: `TableError` where the file cannot be read at all.
  func tables(of file: CatalogueFile, _ findings: inout Findings) throws -> [Named] {
    guard let path = file.path else { return try text(of: file, &findings) }
    switch try TableFile.kind(at: path) {
    case .foreign(let what):
      findings.add(.error, "this is \(what)")
      return []
    case .workbook: return try workbook(path, &findings)
    case .feed: return [Named(table: try feed(path))]
    case .delimited, .json: return try text(of: file, &findings)
    }
  }

  private func text(of file: CatalogueFile, _ findings: inout Findings) throws -> [Named] {
    let source = try file.source()
    guard source.count <= ImportLimits.fileSize else {
      findings.add(
        .error,
        "\(source.count / 1_000_000) MB; at most \(ImportLimits.fileSize / 1_000_000) MB are "
          + "read: split the file")
      return []
    }
    let head = try source.read(at: 0, count: 8192)
    if file.path == nil, case .foreign(let what) = TableFile.kind(of: head) {
      findings.add(.error, "this is \(what)")
      return []
    }
    let text = try TextStream(source)
    guard isReadable(text, &findings) else { return [] }
    var first = text
    let table =
      JSONReader.isJSON(try first.next() ?? [])
      ? try JSONReader(finder: finder).read(text, size: source.count, &findings)
      : try DelimitedReader(finder: finder).read(text, &findings)
    return table.map { [Named(table: $0)] } ?? []
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

  private func feed(_ path: String) throws -> Table {
    let store = RowStore()
    let notes = try FeedReader.read(path, into: store)
    var continuing = [Bool](repeating: false, count: store.count)
    for place in 1..<max(1, store.count) {
      continuing[place] = store.number(of: place) == store.number(of: place - 1)
    }
    let known = Set(notes.columns.compactMap { finder.index.meaning(of: $0, shots: true)?.field })
    let shots = HeaderFinder.isShotList(known)
    let columns = notes.columns.map {
      Column(
        header: $0, meaning: finder.index.meaning(of: $0, shots: shots),
        depth: $0.split(separator: ".").count - 1)
    }
    return Table(
      columns: columns, rows: TableRows(store: store, continuing: continuing), form: .items)
  }
}
