/// What is wrong with one cell or row; everything else was read.
public struct TableFault: Sendable, Equatable {
  /// As a spreadsheet counts, the first being 1; 0 is the whole table.
  public var row: Int
  /// The first being 1; 0 is the whole row.
  public var column: Int
  /// What is wrong and what would be right.
  public var message: String

  public init(row: Int, column: Int, message: String) {
    self.row = row
    self.column = column
    self.message = message
  }

  /// The cell as a spreadsheet names it, such as `B7`.
  public var cell: String { column > 0 ? CellReference.name(column: column) + "\(row)" : "\(row)" }
}

/// Faults in the order found, the first thousands of them as they are and the rest as a count.
public struct TableFaults: Sendable, Equatable {
  /// How many are kept word for word.
  public static let kept = 5_000

  public private(set) var list: [TableFault] = []
  /// How many there were in all.
  public private(set) var count = 0

  public init() {}

  public mutating func add(row: Int, column: Int, _ message: @autoclosure () -> String) {
    count += 1
    if list.count < TableFaults.kept {
      list.append(TableFault(row: row, column: column, message: message()))
    }
  }
}
