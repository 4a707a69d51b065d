/// Reads RFC 4180 with any one-byte delimiter, and forgives what exports do to it.
///
/// Cells go into a `RowStore` as they are; a record is whole when `next` returns.
public struct DelimitedText {
  /// A record whose cells stand in the store, not yet ended there.
  public struct Place: Equatable {
    /// As a spreadsheet counts: a line break inside quotes starts no new row.
    public var row: Int
    /// The first and last line of the file that it stands on, from 1.
    public var lines: ClosedRange<Int>
    /// Nothing but white space and invisible marks.
    public var isBlank: Bool
  }

  /// Bytes of one record; a quote that is not closed within them is taken for a letter.
  private static let longest = 64 << 20

  /// Records whose quotes were taken literally, since nothing closed them.
  public private(set) var openQuotes: [Int] = []
  private let delimiter: UInt8
  private let more: () throws(TableError) -> [UInt8]?
  private var buffer: [UInt8] = []
  private var index = 0
  private var isComplete = false
  private var line = 1
  private var row = 0
  /// Quotes before this place in the buffer are letters.
  private var literalBefore = 0

  /// - Parameter more: The next piece of valid UTF-8, or nil at the end.
  public init(delimiter: UInt8, more: @escaping () throws(TableError) -> [UInt8]?) {
    self.delimiter = delimiter
    self.more = more
  }

  /// Reads the cells of the next record into the store; nil at the end.
  ///
  /// - Throws: `TableError` of the source.
  public mutating func next(into store: RowStore) throws(TableError) -> Place? {
    if index >= buffer.count, try !refill() { return nil }
    row += 1
    while true {
      var scan = RecordScan(
        delimiter: delimiter, literalBefore: literalBefore, isComplete: isComplete,
        quotesMayBeLiteral: openQuotes.count < 20)
      let outcome = buffer.withUnsafeBufferPointer { scan.run($0, from: index, into: store) }
      switch outcome {
      case .whole(let end):
        let first = line
        line += scan.newLines
        index = end
        if scan.endsLine { line += 1 }
        return Place(
          row: row, lines: first...max(first, first + scan.newLines), isBlank: scan.isBlank)
      case .needsMore:
        store.dropRow()
        if buffer.count - index > DelimitedText.longest {
          takeQuotesLiterally()
        } else {
          _ = try refill()
        }
      case .unclosed:
        store.dropRow()
        takeQuotesLiterally()
      }
    }
  }

  /// An unclosed quote ran to the end: this line is read again with its quotes as they are.
  private mutating func takeQuotesLiterally() {
    openQuotes.append(row)
    literalBefore =
      buffer[index...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      ?? buffer.count
  }

  /// Adds pieces until the buffer has grown by half; false when nothing is left at all.
  private mutating func refill() throws(TableError) -> Bool {
    if index > 0 {
      literalBefore = max(0, literalBefore - index)
      buffer.removeFirst(index)
      index = 0
    }
    let wanted = max(1, buffer.count / 2)
    var got = 0
    while got < wanted, !isComplete {
      guard let piece = try more() else {
        isComplete = true
        break
      }
      buffer += piece
      got += piece.count
    }
    return !buffer.isEmpty
  }
}

/// One walk over one record.
private struct RecordScan {
  enum Outcome { case whole(Int), needsMore, unclosed }

  let delimiter: UInt8
  let literalBefore: Int
  let isComplete: Bool
  let quotesMayBeLiteral: Bool
  /// Line feeds inside quotes.
  var newLines = 0
  var isBlank = true
  /// Whether a line end closed the record, and not the file's end.
  var endsLine = false

  private static let quote = UInt8(ascii: "\"")
  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  init(delimiter: UInt8, literalBefore: Int, isComplete: Bool, quotesMayBeLiteral: Bool) {
    self.delimiter = delimiter
    self.literalBefore = literalBefore
    self.isComplete = isComplete
    self.quotesMayBeLiteral = quotesMayBeLiteral
  }

  mutating func run(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into store: RowStore
  ) -> Outcome {
    var index = start
    while true {
      var peek = index
      while peek < bytes.count, bytes[peek] == 0x20 { peek += 1 }
      if peek < bytes.count, bytes[peek] == Self.quote, index >= literalBefore {
        guard let end = quotedCell(bytes, from: peek + 1, into: store) else {
          return isComplete ? .unclosed : .needsMore
        }
        index = end
      } else {
        let begin = index
        while index < bytes.count, !ends(bytes[index]) { index += 1 }
        add(UnsafeBufferPointer(rebasing: bytes[begin..<index]), store)
      }
      guard index < bytes.count else { return isComplete ? .whole(index) : .needsMore }
      if bytes[index] == delimiter {
        index += 1
        if index < bytes.count { continue }
        guard isComplete else { return .needsMore }
        add(UnsafeBufferPointer(rebasing: bytes[index..<index]), store)
        return .whole(index)
      }
      return lineEnd(bytes, at: index)
    }
  }

  private mutating func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Outcome {
    endsLine = true
    guard bytes[index] == Self.carriage else { return .whole(index + 1) }
    guard index + 1 < bytes.count else { return isComplete ? .whole(index + 1) : .needsMore }
    return .whole(bytes[index + 1] == Self.feed ? index + 2 : index + 1)
  }

  private func ends(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.feed || byte == Self.carriage
  }

  private mutating func add(_ cell: UnsafeBufferPointer<UInt8>, _ store: RowStore) {
    if isBlank { isBlank = cell.isBlank }
    store.add(cell)
  }

  /// The place behind the cell, or nil where the bytes end inside it.
  private mutating func quotedCell(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into store: RowStore
  ) -> Int? {
    var text: [UInt8] = []
    var isPlain = true
    var place = start
    var feeds = 0
    var inside = true
    while place < bytes.count {
      let byte = bytes[place]
      if byte == Self.quote {
        if inside {
          guard place + 1 < bytes.count || isComplete else { return nil }
          if isPlain {
            text.append(contentsOf: bytes[start..<place])
            isPlain = false
          }
          if place + 1 < bytes.count, bytes[place + 1] == Self.quote {
            text.append(byte)
            place += 2
            continue
          }
          inside = false
        } else {
          text.append(byte)
        }
      } else if !inside, ends(byte) {
        break
      } else {
        if byte == Self.feed { feeds += 1 }
        if !isPlain { text.append(byte) }
      }
      place += 1
    }
    if inside {
      guard isComplete, !quotesMayBeLiteral else { return nil }
      if isPlain { text.append(contentsOf: bytes[start..<place]) }
    } else if place >= bytes.count, !isComplete {
      return nil
    }
    newLines += feeds
    text.withUnsafeBufferPointer { add($0, store) }
    return place
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Nothing but white space and invisible marks.
  fileprivate var isBlank: Bool {
    guard let place = firstIndex(where: { $0 > 0x20 && $0 != 0x7F }) else { return true }
    if self[place] < 0x80 { return false }
    return String(decoding: self, as: UTF8.self).unicodeScalars.allSatisfy(\.isEdge)
  }
}

extension Unicode.Scalar {
  /// White space, a control character, or a mark that nobody sees.
  public var isEdge: Bool {
    switch value {
    case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }
}
