internal import Foundation

/// The rows of one table, in memory while they are few, in a nameless temporary file beyond.
///
/// Readers put cells in as bytes; rows are taken out by their ordinal, in any order. What stays in
/// memory however many rows there are is eight bytes a row and the buffer. Put in by one thread,
/// then taken out by any number of them.
///
/// A row lies as: its number, its count of cells, then each cell's length and UTF-8 bytes; blank
/// cells as a length of 0 and how many there are. All numbers are variable-length integers.
public final class RowStore: @unchecked Sendable {
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
  /// Blank cells at the end of the row that is being put in.
  private var pendingBlanks = 0
  /// The widest row's count of cells.
  public private(set) var width = 0
  /// Cells of all rows.
  public private(set) var cellCount = 0
  /// Errno of a write to the temporary file that failed, of which `rows` then are incomplete.
  public private(set) var fault: Int32?
  /// Ranges whose first cell's text stands in all their cells.
  var merges: RowMerges?

  public init() {}

  deinit { if file >= 0 { close(file) } }

  public var count: Int { starts.count }

  /// Adds a cell to the row that is being put in.
  public func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.isEmpty { return addBlanks(1) }
    endBlanks()
    pending.append(number: bytes.count)
    pending.append(contentsOf: bytes)
    pendingCells += 1
  }

  /// Adds cells without text to the row that is being put in, however many at the same cost.
  public func addBlanks(_ count: Int) {
    guard count > 0 else { return }
    pendingBlanks += count
    pendingCells += count
  }

  private func endBlanks() {
    guard pendingBlanks > 0 else { return }
    pending.append(number: 0)
    pending.append(number: pendingBlanks)
    pendingBlanks = 0
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
    endBlanks()
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
    pendingBlanks = 0
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
  public func record(_ place: Int) -> Record { record(place, most: .max) }

  /// A row by its ordinal.
  ///
  /// - Parameter most: cells beyond that many are left out.
  public func record(_ place: Int, most: Int) -> Record {
    filled(bytes(of: place) { bytes in Record(packed: bytes, most: most) }, most: most)
  }

  /// A row's number by its ordinal.
  public func number(of place: Int) -> Int {
    bytes(of: place, most: 10) { PackedRow($0).row }
  }

  /// A cell as it was put in, merged ranges left aside.
  func ownCell(_ column: Int, of place: Int) -> String {
    String(decoding: cell(column, of: place), as: UTF8.self)
  }

  /// One cell's bytes; none where the row is shorter.
  public func cell(_ column: Int, of place: Int) -> [UInt8] {
    bytes(of: place) { bytes in
      var walk = PackedRow(bytes)
      for _ in 0..<min(column, walk.count) { _ = walk.next() }
      return column < walk.count ? Array(walk.next()) : []
    }
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
  fileprivate init(packed bytes: UnsafeRawBufferPointer, most: Int) {
    var walk = PackedRow(bytes)
    let count = min(walk.count, most)
    var cells: [String] = []
    cells.reserveCapacity(count)
    for _ in 0..<count {
      cells.append(String(decoding: walk.next(), as: UTF8.self))
    }
    self.init(row: walk.row, cells: cells)
  }
}

/// A walk over the bytes of a row.
private struct PackedRow {
  let row: Int
  let count: Int
  private let bytes: UnsafeRawBufferPointer
  private var index = 0
  /// Blank cells that are still to come before the next length.
  private var blanks = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    row = PackedRow.number(in: bytes, &index)
    count = PackedRow.number(in: bytes, &index)
  }

  mutating func next() -> UnsafeRawBufferPointer {
    if blanks > 0 {
      blanks -= 1
      return UnsafeRawBufferPointer(rebasing: bytes[index..<index])
    }
    let length = min(PackedRow.number(in: bytes, &index), bytes.count - index)
    if length == 0 { blanks = max(1, PackedRow.number(in: bytes, &index)) - 1 }
    defer { index += length }
    return UnsafeRawBufferPointer(rebasing: bytes[index..<(index + length)])
  }

  private static func number(in bytes: UnsafeRawBufferPointer, _ index: inout Int) -> Int {
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
