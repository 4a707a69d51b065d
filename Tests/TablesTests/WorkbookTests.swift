import Foundation
import Support
import Tables
import Testing

@Suite struct WorkbookTests {
  private static func cell(_ reference: String, _ text: String) -> String {
    "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  @Test func rowsAndCellsKeepTheirPlaces() throws {
    var made = MadeWorkbook()
    made.rows =
      "<row r=\"2\">\(Self.cell("C2", "c"))\(Self.cell("A2", "a"))</row>"
      + "<row r=\"3\"><c r=\"A3\" s=\"5\"/></row><row r=\"7\">\(Self.cell("XFD7", "z"))</row>"
      + "<row><c><v>1</v></c><c r=\"D8\"><v>4</v></c><c><v>5</v></c></row>"
    let read = try made.read()
    #expect(read.records.map(\.row) == [2, 7, 8])
    #expect(read.records[0].cells == ["a", "", "c"])
    #expect(read.records[1].cells.count == 16_384)
    #expect(read.records[2].cells == ["1", "", "", "4", "5"])
  }

  @Test func aMergedParentStandsInEveryCellThatItCovers() throws {
    var made = MadeWorkbook()
    made.rows =
      "<row r=\"1\">\(Self.cell("A1", "标题"))\(Self.cell("D1", "末"))</row>"
      + "<row r=\"2\">\(Self.cell("A2", "父"))\(Self.cell("B2", "红"))</row>"
      + "<row r=\"3\">\(Self.cell("B3", "蓝"))</row><row r=\"4\">\(Self.cell("B4", "绿"))</row>"
    made.afterRows =
      "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A3\"/>"
      + "<mergeCell ref=\"nonsense\"/></mergeCells>"
    let read = try made.read()
    #expect(
      read.records.map(\.cells) == [
        ["标题", "标题", "标题", "末"], ["父", "红"], ["父", "蓝"], ["", "绿"],
      ])
    #expect(read.store.isContinued(2, 0))
    #expect(!read.store.isContinued(1, 0))
    #expect(!read.store.isContinued(2, 1))
    #expect(!read.store.isContinued(0, 1))
    #expect(read.notes.merges == 2)
  }

  @Test func manyMergesAndATallOneAreFound() throws {
    var made = MadeWorkbook()
    for row in 1...3000 {
      made.rows +=
        "<row>" + (row % 3 == 1 ? Self.cell("A\(row)", "p\(row)") : "")
        + (row == 1 ? Self.cell("C1", "all") : "") + Self.cell("B\(row)", "v") + "</row>"
    }
    made.afterRows =
      "<mergeCells>"
      + stride(from: 1, to: 3000, by: 3).map { "<mergeCell ref=\"A\($0):A\($0 + 2)\"/>" }.joined()
      + "<mergeCell ref=\"C1:C3000\"/></mergeCells>"
    let store = try made.read().store
    #expect(store.record(2999).cells == ["p2998", "v", "all"])
    #expect(store.record(1502).cells == ["p1501", "v", "all"])
    #expect(store.isContinued(2999, 0) && store.isContinued(2999, 2))
  }

  @Test func whatIsHiddenIsReadAndSaid() throws {
    var made = MadeWorkbook()
    made.beforeRows =
      "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"5\" max=\"16384\" hidden=\"1\"/></cols>"
    made.rows =
      "<row r=\"1\">\(Self.cell("A1", "a"))\(Self.cell("B1", "b"))</row>"
      + "<row r=\"2\" hidden=\"1\">\(Self.cell("A2", "x"))</row>"
      + "<row r=\"3\" hidden=\"true\">\(Self.cell("A3", "y"))</row><row r=\"9\" hidden=\"1\"/>"
    made.parts = [
      (
        "xl/workbook.xml",
        Data(
          ("<x:workbook xmlns:x=\"\(MadeWorkbook.main)\" xmlns:q=\"\(MadeWorkbook.relations)\">"
            + "<x:sheets><x:sheet name=\"隐\" state=\"veryHidden\" q:id=\"r1\"/></x:sheets>"
            + "</x:workbook>").utf8)
      )
    ]
    let read = try made.read()
    #expect(read.records.count == 3)
    #expect(read.notes.hiddenRows == [2...3] && read.notes.hiddenRowCount == 2)
    #expect(read.notes.hiddenColumns == [2...2] && read.notes.hiddenColumnCount == 1)
    let folder = try TemporaryFolder()
    try made.data.write(to: folder.file("a.xlsx"))
    let sheet = try Workbook(path: folder.file("a.xlsx").path).sheets[0]
    #expect(sheet.name == "隐" && sheet.visibility == .veryHidden)
  }

  @Test func prefixesCommentsAndAMarkAtTheBeginningDoNotMatter() throws {
    var made = MadeWorkbook()
    made.add(
      "xl/worksheets/sheet1.xml",
      "\u{FEFF}<?xml version=\"1.0\"?><!-- c --><s:worksheet "
        + "xmlns:s=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><s:sheetData><s:row>"
        + "<s:c t=\"inlineStr\"><s:is><s:t>a<!-- c -->b<![CDATA[<c>]]></s:t></s:is></s:c></s:row>"
        + "</s:sheetData></s:worksheet>")
    #expect(try made.read().records == [Record(row: 1, cells: ["ab<c>"])])
  }

  static let broken: [(sheet: String, code: TableError.Code, message: String)] = [
    (
      "<worksheet><sheetData><row r=\"5\"/><row r=\"3\"/></sheetData></worksheet>", .damaged,
      "row '3' does not follow row 5: open the file in Excel or WPS and save it"
    ),
    (
      "<worksheet><sheetData><row r=\"99999999999999999999\"/></sheetData></worksheet>", .damaged,
      "row '99999999999999999999' does not follow row 0: open the file in Excel or WPS and save it"
    ),
    (
      "<worksheet><sheetData><row r=\"1048577\"/></sheetData></worksheet>", .damaged,
      "row '1048577' does not follow row 0: open the file in Excel or WPS and save it"
    ),
    (
      "<worksheet><sheetData><row><c r=\"XFD1\"/><c/></row></sheetData></worksheet>", .tooLarge,
      "row 1 has over 16384 cells"
    ),
    (
      "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\"><worksheet/>", .forbidden,
      "the XML has a DOCTYPE 'worksheet': that is refused; export it without (line 1)"
    ),
    (
      "<worksheet><sheetData>", .damaged,
      "the XML is empty or cut off: export it again"
    ),
    (
      "<workbook/>", .damaged,
      "the sheet's part is no sheet: open the file in Excel or WPS and save it"
    ),
    (
      String(repeating: "<a>", count: 300), .tooLarge,
      "elements lie over 256 deep: no table has that (line 1)"
    ),
    (
      "<worksheet>&laugh;</worksheet>", .forbidden,
      "line 1 column 12 uses an entity that XML does not know; legal are &lt; &gt; &amp; &quot; &apos;"
    ),
  ]

  @Test(arguments: broken.indices)
  func aBrokenSheetIsRefusedInPlainWords(index: Int) throws {
    let (sheet, code, message) = Self.broken[index]
    var made = MadeWorkbook()
    made.add("xl/worksheets/sheet1.xml", sheet)
    let error = #expect(throws: TableError.self) { try made.read() }
    #expect(error?.code == code)
    #expect(error?.message == message)
    #expect(error?.place?.hasSuffix("made.xlsx (sheet '商品')") == true)
  }

  @Test func aTagOfOverAMegabyteIsRefused() throws {
    var made = MadeWorkbook()
    made.add("xl/worksheets/sheet1.xml", "<worksheet a=\"\(String(repeating: "x", count: 3 << 20))")
    let error = #expect(throws: TableError.self) { try made.read() }
    #expect(error?.message == "line 1 holds a tag or comment of over 1 MB: no table has that")
  }

  @Test func aSharedTextUsedTooOftenIsRefused() throws {
    var made = MadeWorkbook()
    made.strings = ["<si><t>\(String(repeating: "x", count: 10_000))</t></si>"]
    made.rows = String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 20)
    var limits = ArchiveLimits()
    limits.sheetText = 100_000
    let error = #expect(throws: TableError.self) {
      try MadeWorkbook.read(made.data, limits: limits)
    }
    #expect(error?.code == .tooLarge)
  }
}
