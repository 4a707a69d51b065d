import Diagnostics
import Foundation
import Model
import Testing

struct EncodingTests {
  private static let text = "商家编码,商品名称,售价\r\nA-1,纯棉短袖🌀,59.9\r\nA-2,雨伞,39\r\n"

  /// The text in GB18030, the swirl in its four bytes.
  private static let gb18030: [UInt8] = {
    let words: [[UInt8]] = [
      [0xC9, 0xCC, 0xBC, 0xD2, 0xB1, 0xE0, 0xC2, 0xEB], Array(",".utf8),
      [0xC9, 0xCC, 0xC6, 0xB7, 0xC3, 0xFB, 0xB3, 0xC6], Array(",".utf8), [0xCA, 0xDB, 0xBC, 0xDB],
      Array("\r\nA-1,".utf8), [0xB4, 0xBF, 0xC3, 0xDE, 0xB6, 0xCC, 0xD0, 0xE4],
      [0x94, 0x39, 0xAF, 0x38], Array(",59.9\r\nA-2,".utf8), [0xD3, 0xEA, 0xC9, 0xA1],
      Array(",39\r\n".utf8),
    ]
    return Array(words.joined())
  }()

  private static func utf16(bigEndian: Bool, mark: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in ((mark ? "\u{FEFF}" : "") + text).utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += bigEndian ? [high, low] : [low, high]
    }
    return bytes
  }

  @Test(arguments: [
    ("UTF-8", Array(text.utf8)), ("UTF-8 with mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    ("UTF-16LE with mark", utf16(bigEndian: false, mark: true)),
    ("UTF-16BE with mark", utf16(bigEndian: true, mark: true)),
    ("UTF-16LE", utf16(bigEndian: false, mark: false)),
    ("UTF-16BE", utf16(bigEndian: true, mark: false)), ("GB18030", gb18030),
  ])
  func everyEncodingGivesTheSameProducts(_ name: String, _ bytes: [UInt8]) {
    let catalogue = Shipped.run(bytes: bytes)
    #expect(catalogue.products.map(\.sku) == ["A-1", "A-2"], "\(name): \(catalogue.lines)")
    #expect(catalogue.products.map(\.title) == ["纯棉短袖🌀", "雨伞"])
    #expect(!catalogue.problems.contains { $0.severity >= .warning }, "\(catalogue.lines)")
  }

  @Test func aLineInAnotherEncodingIsReadInItAndNamed() {
    let bytes =
      Array("商家编码,商品名称,售价\nA,雨衣斗篷,5\n".utf8)
      + Array("B,".utf8) + [0xD3, 0xEA, 0xC9, 0xA1] + Array(",39\n".utf8)
    let catalogue = Shipped.run(bytes: bytes)
    #expect(catalogue.products.map(\.title) == ["雨衣斗篷", "雨伞"])
    #expect(catalogue.says("line 3 is in GB18030, the rest of the file in UTF-8", row: 3))
  }

  @Test func aLineInNoEncodingIsLeftOutByByteAndLine() {
    let head = Array("商家编码,商品名称,售价\nA,雨伞,39\nB,".utf8)
    let bytes = head + [0xFF, 0xFE, 0xFF] + Array(",5\nC,雨衣,49\n".utf8)
    let catalogue = Shipped.run(bytes: bytes)
    #expect(catalogue.products.map(\.sku) == ["A", "C"])
    #expect(catalogue.says("byte \(head.count) on line 3 is neither UTF-8 nor GB18030", row: 3))
  }

  @Test func aFileThatWasCutOffKeepsItsWholeRows() {
    let bytes = Array(EncodingTests.utf16(bigEndian: false, mark: true).dropLast(7))
    let catalogue = Shipped.run(bytes: bytes)
    #expect(catalogue.products.first?.title == "纯棉短袖🌀")
    #expect(catalogue.says("the file ends in the middle of a character"))
  }

  @Test func aLoneSurrogateLosesOnlyItsRow() {
    var units = Array(EncodingTests.text.utf16)
    guard let place = units.firstIndex(of: Array("伞".utf16)[0]) else { return }
    units[place] = 0xD800
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in units { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let catalogue = Shipped.run(bytes: bytes)
    #expect(catalogue.products.map(\.sku) == ["A-1"])
    #expect(catalogue.problems.contains { $0.row == 3 && $0.severity == .error })
  }

  @Test func noTextAtAllIsRefusedByByteAndLine() {
    let catalogue = Shipped.run(bytes: [UInt8](repeating: 0xFF, count: 4_000))
    #expect(catalogue.products.isEmpty)
    #expect(catalogue.says("byte 0 on line 1 is neither UTF-8, UTF-16 nor GB18030"))
  }
}
