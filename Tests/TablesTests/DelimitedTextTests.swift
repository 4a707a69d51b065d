import Foundation
import Support
import Tables
import Testing

@Suite struct DelimitedTextTests {
  /// Records of a text that comes in pieces of a size.
  private func records(
    _ text: String, pieces: Int, delimiter: UInt8 = UInt8(ascii: ",")
  ) throws -> ([Record], [Int]) {
    var rest = Array(text.utf8)[...]
    var reader = DelimitedText(delimiter: delimiter) { () throws(TableError) in
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(pieces) }
      return Array(rest.prefix(pieces))
    }
    let store = RowStore()
    while let place = try reader.next(into: store) {
      if place.isBlank { store.dropRow() } else { store.endRow(place.row) }
    }
    return ((0..<store.count).map(store.record), reader.openQuotes)
  }

  @Test func quotesBreaksAndDelimitersAreRead() throws {
    let (rows, open) = try records(
      "a,\"b \"\"c\"\"\",\"d\ne\"\r\n\r\n x , \"y\" ,z,\n\u{3000},\n\"q\"r,s", pieces: 1_000)
    #expect(
      rows == [
        Record(row: 1, cells: ["a", "b \"c\"", "d\ne"]),
        Record(row: 3, cells: [" x ", "y ", "z", ""]),
        Record(row: 5, cells: ["qr", "s"]),
      ])
    #expect(open.isEmpty)
  }

  @Test func anOpenQuoteIsALetter() throws {
    let (rows, open) = try records("a,b\n\"5寸,c\nd,e\n", pieces: 1_000)
    #expect(rows.map(\.cells) == [["a", "b"], ["\"5寸", "c"], ["d", "e"]])
    #expect(open == [2])
  }

  @Test func piecesMakeNoDifference() throws {
    var generator = SeededGenerator(seed: 3)
    let parts = ["\"", ",", "\n", "\r\n", "\r", "a", "中文", " ", "\"\"", "\"x\n,y\"", ";"]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...14, using: &generator)
      let text = (0..<count).map { _ in parts.randomElement(using: &generator)! }.joined()
      let whole = try records(text, pieces: 10_000)
      for size in [1, 2, 3, 7] {
        let pieces = try records(text, pieces: size)
        #expect(pieces == whole, "\(text.debugDescription) by \(size)")
      }
    }
  }

  @Test func aLongCellIsWhole() throws {
    let long = String(repeating: "长\n\"\"", count: 400_000)
    let (rows, _) = try records("a,\"\(long)\",b\nc,d,e\n", pieces: 4_096)
    #expect(rows.count == 2)
    #expect(rows[0].cells[1].utf8.count == 400_000 * 5)
    #expect(rows[1] == Record(row: 2, cells: ["c", "d", "e"]))
  }
}

@Suite struct TextStreamTests {
  private func text(_ bytes: [UInt8]) throws -> (String, TextStream) {
    var stream = try TextStream(ByteSource(Data(bytes)))
    let rest = try stream.rest()
    return (String(decoding: rest, as: UTF8.self), stream)
  }

  private func littleEndian(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 {
      bytes.append(UInt8(unit & 255))
      bytes.append(UInt8(unit >> 8))
    }
    return bytes
  }

  @Test func encodingsAreFound() throws {
    let gbk: [UInt8] = [0xB0, 0xA1, 0x0A, 0xC9, 0xCC, 0xC6, 0xB7, 0x0A]
    #expect(try text(gbk).0 == "啊\n商品\n" && text(gbk).1.encoding == "GB18030")
    let utf16 = littleEndian("价,1\n")
    #expect(try text(utf16).0 == "价,1\n" && text(utf16).1.encoding == "UTF-16LE")
    #expect(try text([0xEF, 0xBB, 0xBF] + Array("x中".utf8)).0 == "x中")
  }

  /// Characters lie across the borders of the pieces that the file is read in.
  @Test func bordersBetweenPiecesCutNothing() throws {
    for shift in 0...3 {
      let words = String(repeating: "a", count: shift) + String(repeating: "价😀é", count: 250_000)
      #expect(try text(Array(words.utf8)).0 == words)
      #expect(try text(littleEndian(words)).0 == words)
    }
  }

  @Test func aCutFileIsToldOf() throws {
    let (_, stream) = try text(Array("商品\n价".utf8.dropLast(2)))
    #expect(stream.cutAt != nil)
    let utf16: [UInt8] = [0xFF, 0xFE, 0x31, 0x00, 0x3D, 0xD8]
    #expect(try text(utf16).1.damaged.isEmpty == false)
  }

  @Test func linesOfTwoEncodingsAreBothRead() throws {
    let bytes = Array("商品名称,价格\n衣服好看,1\n".utf8) + [0xC9, 0xCC, 0xC6, 0xB7, 0x0A]
    let (whole, stream) = try text(bytes)
    #expect(whole == "商品名称,价格\n衣服好看,1\n商品\n")
    #expect(stream.foreign == [3: "GB18030"] && stream.encoding == "UTF-8")
  }
}
