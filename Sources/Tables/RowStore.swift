internal import Foundation

/// The rows of one table, in memory while they are few, in a nameless temporary file beyond.
///
/// Readers put cells in as bytes; rows are taken out by their ordinal, in any order. What stays in
/// memory however many rows there are is eight bytes a row and the buffer.
///
/// A row lies as: its number, its count of cells, then each cell's length and UTF-8 bytes; all
/// numbers as variable-length integers.
public final class RowStore {
  /// Bytes that are kept in memory before they go to the file.
  private static let bufferSize = 8 << 20

  /// Where each row begins.
  private var starts: [Int] = []
  /// The end of what has been put in; what lies before `flushed` is in the file.
  private var buffer: [UInt8] = []
  private var flushed = 0
  private var file: Int32 = -1
  private var pending: [UInt8] = []
  private var pendingCells = 0
  /// The widest row's count of cells.
  public private(set) var width = 0
  /// Cells of all rows.
  public private(set) var cellCount = 0
  /// Errno of a write to the temporary file that failed, of which `rows` then are incomplete.
  public private(set) var fault: Int32?
  /// Ranges whose first cell's text stands in all their cells.
  var merges: RowMerges? { didSet { continued = nil } }
  /// Columns, from 1, that merged ranges of earlier rows cover in the row last asked for.
  var continued: (place: Int, columns: [ClosedRange<Int>])?
  /// The row that merged ranges were last filled from.
  private var parent: (place: Int, record: Record)?

  public init() {}

  deinit { if file >= 0 { close(file) } }

  public var count: Int { starts.count }

  /// Adds a cell to the row that is being put in.
  public func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    pending.append(number: bytes.count)
    pending.append(contentsOf: bytes)
    pendingCells += 1
  }

  public func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// Cells of the row that is being put in.
  public var openCells: Int { pendingCells }

  /// Ends the row that is being put in.
  ///
  /// - Parameter number: as a spreadsheet counts, from 1.
  public func endRow(_ number: Int) {
    starts.append(flushed + buffer.count)
    buffer.append(number: number)
    buffer.append(number: pendingCells)
    buffer.append(contentsOf: pending)
    width = max(width, pendingCells)
    cellCount += pendingCells
    dropRow()
    if buffer.count >= RowStore.bufferSize { flush() }
  }

  /// Forgets the row that is being put in.
  public func dropRow() {
    pending.removeAll(keepingCapacity: true)
    pendingCells = 0
  }

  private func flush() {
    if file < 0 { file = TemporaryFile.open() }
    guard file >= 0 else {
      fault = fault ?? errno
      return
    }
    if let failure = buffer.withUnsafeBytes({ TemporaryFile.write($0, to: file, at: flushed) }) {
      fault = fault ?? failure
      return
    }
    flushed += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }
}

extension RowStore {
  /// A row by its ordinal.
  public func record(_ place: Int) -> Record {
    filled(bytes(of: place) { bytes in Record(packed: bytes) })
  }

  /// A row's number by its ordinal.
  public func number(of place: Int) -> Int {
    bytes(of: place, most: 10) { bytes in Record.number(packed: bytes) }
  }

  /// A row as it was put in; the last one asked for is kept.
  func mergeParent(_ place: Int) -> Record {
    if let parent, parent.place == place { return parent.record }
    let record = bytes(of: place) { bytes in Record(packed: bytes) }
    parent = (place, record)
    return record
  }

  private func bytes<Result>(
    of place: Int, most: Int = .max, _ use: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let start = starts[place]
    let next = place + 1 < starts.count ? starts[place + 1] : flushed + buffer.count
    let end = next - start > most ? start + most : next
    if start >= flushed {
      return buffer.withUnsafeBytes {
        use(.init(rebasing: $0[(start - flushed)..<(end - flushed)]))
      }
    }
    return withUnsafeTemporaryAllocation(byteCount: end - start, alignment: 1) { space in
      let whole = TemporaryFile.read(file, into: space[...], from: start)
      return use(.init(rebasing: space[..<(whole ? space.count : 0)]))
    }
  }
}

extension Record {
  fileprivate static func number(packed bytes: UnsafeRawBufferPointer) -> Int {
    var index = 0
    return number(packed: bytes, &index)
  }

  private static func number(packed bytes: UnsafeRawBufferPointer, _ index: inout Int) -> Int {
    var (value, shift) = (0, 0)
    while index < bytes.count, shift < 63 {
      let byte = bytes[index]
      index += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }

  fileprivate init(packed bytes: UnsafeRawBufferPointer) {
    var index = 0
    func number() -> Int { Record.number(packed: bytes, &index) }
    let row = number()
    let count = number()
    var cells: [String] = []
    cells.reserveCapacity(min(count, bytes.count))
    for _ in 0..<count {
      let length = number()
      guard length <= bytes.count - index else { break }
      cells.append(String(decoding: bytes[index..<(index + length)], as: UTF8.self))
      index += length
    }
    self.init(row: row, cells: cells)
  }
}

extension [UInt8] {
  fileprivate mutating func append(number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
