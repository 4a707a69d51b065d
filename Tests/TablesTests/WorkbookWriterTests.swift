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

  @Test func aTextThatNoCellHoldsIsCutAndTheFileStaysWhole() throws {
    let texts = [
      String(repeating: "长", count: 40_000), String(repeating: "😀", count: 20_000),
      String(repeating: "\u{1}", count: 30_000), String(repeating: "_x0041_", count: 6_000),
    ]
    var writer = WorkbookWriter()
    writer.add(sheet: "a", rows: texts.map { [.text($0)] }, headers: 0)
    let read = try MadeWorkbook.read(Data(writer.bytes())).records.map { $0.cells[0] }
    #expect(read.count == texts.count)
    for (cell, text) in zip(read, texts) {
      #expect(text.hasPrefix(cell) && cell.utf16.count <= WorkbookWriter.textLimit)
    }
    #expect(read[0].utf16.count == 32_767 && read[1].utf16.count == 32_766)
  }

  @Test func aSheetIsSetUpForItsReadersAndForPrint() throws {
    var sheet = WorkbookWriter.Sheet(
      name: "a b", rows: (0..<4).map { row in (0..<3).map { .text("\(row)\($0)") } })
    sheet.rows[3][0] = .text("装在袋子里")
    sheet.heldColumns = 1
    sheet.choices = [2: ["OK", "NG"], 9: ["no such column"], 1: []]
    sheet.widths = [0: 9, 1: .infinity]
    sheet.printedColumns = 2
    var writer = WorkbookWriter()
    writer.add(sheet)
    let page = try part("xl/worksheets/sheet1.xml", of: writer)
    for piece in [
      "xSplit=\"1\" ySplit=\"1\"", "<autoFilter ref=\"A1:C4\"/>", "sqref=\"C2:C4\"",
      "<formula1>\"OK,NG\"</formula1>", "orientation=\"landscape\"", "fitToHeight=\"0\"",
      "paperSize=\"9\"", "<row r=\"4\" spans=\"1:3\" ht=\"30\" customHeight=\"1\">",
    ] {
      #expect(page.contains(piece), "\(piece)")
    }
    #expect(page.components(separatedBy: "<dataValidation ").count == 2)
    let book = try part("xl/workbook.xml", of: writer)
    #expect(book.contains("'a b'!$A$1:$B$4") && book.contains("'a b'!$1:$1"))
  }

  private func part(_ name: String, of writer: WorkbookWriter) throws -> String {
    let folder = try TemporaryFolder()
    try Data(writer.bytes()).write(to: folder.file("a.xlsx"))
    let archive = try Archive(path: folder.file("a.xlsx").path)
    return String(decoding: try archive.bytes(of: name, limit: 1 << 20), as: UTF8.self)
  }

  @Test func aWorkbookOfNothingIsWritten() throws {
    var writer = WorkbookWriter()
    writer.add(sheet: "a", rows: [])
    #expect(try MadeWorkbook.read(Data(writer.bytes())).records.isEmpty)
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
