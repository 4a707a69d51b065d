import Foundation
import Support
import Tables
import Testing

@Suite struct WorkbookWriterTests {
  private static let alphabet: [String] = [
    "a", "中", "=", "+", "_x0041_", "_x", "_", "\r", "\n", "\t", "\0", "\u{1F}", "&", "<", ">", "\"",
    "'", "]]>", "😀", "\u{FFFE}", "\u{FFFF}", " ", "＝", "é", "e\u{301}", "\u{85}", "\u{2028}", "0",
  ]

  @Test func anyTextIsReadBackAsItWasWritten() throws {
    var random = SeededGenerator(seed: 7)
    var rows: [[WorkbookWriter.Cell]] = []
    var expected: [[String]] = []
    for _ in 0..<300 {
      let texts = (0..<4).map { _ in
        "|"
          + (0..<Int.random(in: 0..<9, using: &random)).map { _ in
            Self.alphabet.randomElement(using: &random)!
          }.joined()
      }
      expected.append(texts)
      rows.append(texts.map { .text($0) })
    }
    var writer = WorkbookWriter()
    writer.add(sheet: "文本", rows: rows)
    let read = try MadeWorkbook.read(Data(writer.bytes()))
    #expect(
      read.records.map { $0.cells.map { Array($0.utf8) } }
        == expected.map { $0.map { Array($0.utf8) } })
    #expect(read.notes.faults.count == 0)
  }

  @Test func textAndNumbersAreKeptApart() throws {
    var writer = WorkbookWriter()
    writer.add(
      sheet: "a",
      rows: [
        [.text("=1+1"), .number("12.5"), .number("x"), .number("6901234567890123"), .text("007")],
        [.number("-3"), .text(""), .number(""), .number("1e5"), .number("1.")],
      ])
    #expect(
      try MadeWorkbook.read(Data(writer.bytes())).records.map(\.cells) == [
        ["=1+1", "12.5", "x", "6901234567890123", "007"], ["-3", "", "", "1e5", "1."],
      ])
  }

  @Test func equalRowsMakeEqualBytes() throws {
    func bytes() throws -> [UInt8] {
      var writer = WorkbookWriter()
      writer.add(sheet: "拍摄单", rows: [[.text("a")], [.number("1")]])
      return try writer.bytes()
    }
    #expect(try bytes() == bytes())
  }

  @Test func sheetNamesAreMadeLegalAndUnique() throws {
    var writer = WorkbookWriter()
    for name in ["a/b:c", "ABC", "", "'q'", String(repeating: "长", count: 40), "abc"] {
      writer.add(sheet: name, rows: [[.text("x")]])
    }
    let folder = try TemporaryFolder()
    try Data(writer.bytes()).write(to: folder.file("a.xlsx"))
    #expect(
      try Workbook(path: folder.file("a.xlsx").path).sheets.map(\.name) == [
        "abc", "ABC 2", "Sheet", "q", String(repeating: "长", count: 31), "abc 3",
      ])
  }

  @Test func noMutationOfAWorkbookBringsTheReaderDown() throws {
    var made = MadeWorkbook()
    made.formats = ["yyyy-mm-dd", "¥0.00"]
    made.strings = ["<si><t>甲</t></si>", "<si><t>乙</t></si>"]
    made.rows = (1...6).map {
      "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>\($0 % 2)</v></c>"
        + "<c r=\"B\($0)\" s=\"1\"><v>46349.5</v></c><c r=\"C\($0)\" s=\"2\"><v>59.9</v></c></row>"
    }.joined()
    made.afterRows = "<mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells>"
    var writer = WorkbookWriter()
    writer.add(sheet: "a", rows: (0..<20).map { [.text("行\($0)"), .number("\($0)")] })
    let originals = [made.data, Data(try writer.bytes())]
    let folder = try TemporaryFolder()
    let file = folder.file("mutated.xlsx")
    var random = SeededGenerator(seed: 11)
    var survived = 0
    for turn in 0..<1000 {
      var data = originals[turn % 2]
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        data[Int.random(in: 0..<data.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if turn % 7 == 0 { data = data.prefix(Int.random(in: 0..<data.count, using: &random)) }
      try data.write(to: file)
      survived += (try? read(file.path)) ?? 0
    }
    #expect(survived > 0)
  }

  private func read(_ path: String) throws -> Int {
    let workbook = try Workbook(path: path)
    for sheet in workbook.sheets {
      let store = RowStore()
      _ = try workbook.read(sheet, into: store)
      for place in 0..<store.count { _ = store.record(place) }
    }
    return 1
  }
}
