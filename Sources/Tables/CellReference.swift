/// A cell's place as spreadsheets write it: `B7` is row 7, column 2.
public struct CellReference: Equatable {
  /// The most rows that a sheet can have.
  static let rows = 1_048_576
  /// The most columns that a sheet can have.
  static let columns = 16_384

  var row: Int
  var column: Int

  /// Nil unless it is letters and then digits within what a sheet can have; `$` is passed over.
  init?(_ text: some Collection<UInt8>) {
    var (row, column) = (0, 0)
    for byte in text {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
      case 0x24: break
      default: return nil
      }
      guard column <= CellReference.columns, row <= CellReference.rows else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    (self.row, self.column) = (row, column)
  }

  init?(_ text: UnsafePointer<CChar>) {
    var count = 0
    while text[count] != 0, count < 16 { count += 1 }
    let read: CellReference? = UnsafeRawPointer(text).withMemoryRebound(
      to: UInt8.self, capacity: max(count, 1)
    ) { CellReference(UnsafeBufferPointer(start: $0, count: count)) }
    guard let read else { return nil }
    self = read
  }

  /// Column letters of a column counted from 1: A, B … Z, AA.
  public static func name(column: Int) -> String {
    guard column > 0 else { return "" }
    let letter = String(UnicodeScalar(UInt8(65 + (column - 1) % 26)))
    return name(column: (column - 1) / 26) + letter
  }
}

/// A rectangle of cells, both corners within.
public struct CellRange: Sendable, Equatable {
  public var rows: ClosedRange<Int>
  public var columns: ClosedRange<Int>

  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// Nil unless it is one reference or two with a colon, as `A1:B3`.
  init?(_ text: String) {
    let corners = text.utf8.split(separator: 0x3A, maxSplits: 1).map { CellReference($0) }
    guard let first = corners.first ?? nil, let last = corners.last ?? nil else { return nil }
    rows = min(first.row, last.row)...max(first.row, last.row)
    columns = min(first.column, last.column)...max(first.column, last.column)
  }
}
