/// What is to be said of a sheet beside its rows.
public struct SheetNotes: Sendable, Equatable {
  public var faults = TableFaults()
  /// Rows with text that the sheet does not show; they were read.
  public var hiddenRows: [ClosedRange<Int>] = []
  /// Columns that the sheet does not show; they were read.
  public var hiddenColumns: [ClosedRange<Int>] = []
  /// In the order of rows and then columns.
  public var pictures: [CellPicture] = []
  /// Addresses behind the words of cells, in the order found; they are never followed.
  public var links: [CellLink] = []
  /// Merged ranges; the store knows them too.
  public var merges = 0

  public init() {}

  public var hiddenRowCount: Int { hiddenRows.reduce(0) { $0 + $1.count } }
  public var hiddenColumnCount: Int { hiddenColumns.reduce(0) { $0 + $1.count } }
}

/// A picture that stands in or over a cell.
public struct CellPicture: Sendable, Equatable, Hashable {
  /// As a spreadsheet counts, the first being 1.
  public var row: Int
  /// The first being 1.
  public var column: Int
  /// Its name within the workbook, to ask `Workbook.picture` for.
  public var part: String

  public init(row: Int, column: Int, part: String) {
    self.row = row
    self.column = column
    self.part = part
  }
}

/// One sheet of a workbook.
public struct WorkbookSheet: Sendable, Equatable {
  public enum Visibility: String, Sendable {
    case visible, hidden
    /// Hidden so that only a macro can show it.
    case veryHidden
  }

  public var name: String
  public var visibility: Visibility
  let part: String
}
