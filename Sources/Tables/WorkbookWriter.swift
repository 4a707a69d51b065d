internal import Foundation

/// Writes a workbook (.xlsx): header rows held in view, filters, drop-downs, ready to be printed.
///
/// Every cell is text or a number; none can be a formula. Equal sheets make equal bytes.
public struct WorkbookWriter {
  public enum Cell: Sendable, Equatable {
    case text(String)
    /// A decimal number as it is to stand, such as `12.50`; what is none is written as text.
    case number(String)
  }

  /// One sheet and how it looks on screen and paper.
  public struct Sheet: Sendable {
    /// What no sheet's name can have is left out, and it is made unique.
    public var name: String
    public var rows: [[Cell]]
    /// How many of the first rows are headers.
    public var headers = 1
    /// How many of the first columns stay in view.
    public var heldColumns = 0
    /// Words to choose from below the headers, by column from 0; other words can be typed too.
    public var choices: [Int: [String]] = [:]
    /// Widths in characters by column from 0; the others are as wide as their texts.
    public var widths: [Int: Double] = [:]
    /// How many of the first columns are printed; nil prints all.
    public var printedColumns: Int?

    public init(name: String, rows: [[Cell]]) {
      self.name = name
      self.rows = rows
    }
  }

  /// The most UTF-16 units that a cell can hold; longer texts are cut there.
  public static let textLimit = 32_767

  private var sheets: [Sheet] = []

  public init() {}

  /// Adds a sheet behind those there are.
  public mutating func add(_ sheet: Sheet) {
    var sheet = sheet
    sheet.name = uniqueName(sheet.name)
    sheet.headers = max(0, min(sheet.headers, sheet.rows.count))
    sheets.append(sheet)
  }

  /// Adds a sheet of plain rows behind those there are.
  ///
  /// - Parameters:
  ///   - name: What no sheet's name can have is left out, and it is made unique.
  ///   - headers: How many of the first rows are headers.
  public mutating func add(sheet name: String, rows: [[Cell]], headers: Int = 1) {
    var sheet = Sheet(name: name, rows: rows)
    sheet.headers = headers
    add(sheet)
  }

  /// The workbook as a file.
  ///
  /// - Throws: `TableError` where there are more rows or columns than a sheet can have, no room on
  ///   the disk for the file on the way, or no memory.
  public func bytes() throws -> [UInt8] {
    for sheet in sheets {
      guard sheet.rows.count <= CellReference.rows,
        sheet.rows.allSatisfy({ $0.count <= CellReference.columns })
      else {
        throw TableError(
          .cannotWrite,
          "a sheet holds at most \(CellReference.rows) rows of \(CellReference.columns) cells")
      }
    }
    let folder = try WorkbookWriter.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/book.xlsx"
    let file = try WorkbookFile(path: path)
    for sheet in sheets { try file.add(sheet) }
    try file.close()
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TableError(.cannotWrite, "the workbook could not be read back from '\(folder)'")
    }
    return Array(data)
  }

  /// A folder that nobody else can enter; the library writes to files only.
  private static func temporaryFolder() throws -> String {
    let base = FileManager.default.temporaryDirectory.path
    var name = Array((base + "/shopreel-book-XXXXXX").utf8CString)
    let made: String? = name.withUnsafeMutableBufferPointer { space in
      guard let start = space.baseAddress, let path = mkdtemp(start) else { return nil }
      return String(cString: path)
    }
    guard let made else {
      throw TableError(
        .cannotWrite, "no folder could be made in '\(base)': \(String(cString: strerror(errno)))")
    }
    return made
  }

  /// Spreadsheets take names of up to 31 UTF-16 units, and no two alike but for case.
  private func uniqueName(_ name: String) -> String {
    let legal = name.unicodeScalars.filter {
      $0.value >= 32 && !"[]:*?/\\\u{7F}\u{FFFE}\u{FFFF}".unicodeScalars.contains($0)
    }
    var base = String(String.UnicodeScalarView(legal))
    while base.hasPrefix("'") { base.removeFirst() }
    while base.hasSuffix("'") { base.removeLast() }
    if base.isEmpty { base = "Sheet" }
    let taken = Set(sheets.map { $0.name.lowercased() })
    var result = EscapedText.clipped(base, to: 31)
    while result.hasSuffix("'") { result.removeLast() }
    var number = 2
    while taken.contains(result.lowercased()) {
      let suffix = " \(number)"
      result = EscapedText.clipped(base, to: 31 - suffix.utf16.count) + suffix
      number += 1
    }
    return result
  }
}
