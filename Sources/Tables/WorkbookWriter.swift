/// Writes a workbook (.xlsx): header rows bold and held in view, columns as wide as their texts.
///
/// Every cell is text or a number; none can be a formula. Equal rows make equal bytes.
public struct WorkbookWriter {
  public enum Cell: Sendable, Equatable {
    case text(String)
    /// A decimal number as it is to stand, such as `12.50`; what is none is written as text.
    case number(String)
  }

  /// The most UTF-16 units that a cell can hold; longer texts are cut there.
  public static let textLimit = 32_767

  private var sheets: [(name: String, rows: [[Cell]], headers: Int)] = []

  public init() {}

  /// Adds a sheet behind those there are.
  ///
  /// - Parameter name: what no sheet's name can have is left out, and it is made unique.
  /// - Parameter headers: how many of the first rows are headers.
  public mutating func add(sheet name: String, rows: [[Cell]], headers: Int = 1) {
    sheets.append((uniqueName(name), rows, min(headers, rows.count)))
  }

  /// The workbook as a file.
  ///
  /// - Throws: `TableError` where there are more rows or columns than a sheet can have, or no
  ///   memory.
  public func bytes() throws -> [UInt8] {
    var archive = ArchiveWriter()
    for part in WorkbookParts.frame(of: sheets.map(\.name)) {
      archive.add(part.name, Array(part.text.utf8))
    }
    for (index, sheet) in sheets.enumerated() {
      guard sheet.rows.count <= CellReference.rows,
        sheet.rows.allSatisfy({ $0.count <= CellReference.columns })
      else {
        throw TableError(
          .cannotWrite,
          "a sheet holds at most \(CellReference.rows) rows of \(CellReference.columns) cells")
      }
      let content = WorkbookParts.sheet(sheet.rows, headers: sheet.headers)
      archive.add("xl/worksheets/sheet\(index + 1).xml", content)
    }
    return try archive.bytes()
  }

  /// Spreadsheets take names of up to 31 UTF-16 units, and no two alike but for case.
  private func uniqueName(_ name: String) -> String {
    let legal = name.unicodeScalars.filter {
      $0.value >= 32 && !"[]:*?/\\".unicodeScalars.contains($0)
    }
    var base = String(String.UnicodeScalarView(legal))
    while base.hasPrefix("'") { base.removeFirst() }
    while base.hasSuffix("'") { base.removeLast() }
    if base.isEmpty { base = "Sheet" }
    let taken = Set(sheets.map { $0.name.lowercased() })
    var result = WorkbookParts.clipped(base, to: 31)
    var number = 2
    while taken.contains(result.lowercased()) {
      let suffix = " \(number)"
      result = WorkbookParts.clipped(base, to: 31 - suffix.utf16.count) + suffix
      number += 1
    }
    return result
  }
}
