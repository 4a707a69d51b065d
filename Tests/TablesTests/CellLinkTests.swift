import Foundation
import Tables
import Testing

/// Addresses behind what cells show: they are read as text and never followed.
@Suite struct CellLinkTests {
  @Test(arguments: [
    ("IMAGE(\"https://i.example.com/a.jpg\")", true, "https://i.example.com/a.jpg"),
    (
      "=_xlfn.IMAGE( \"http://i.example.com/a.jpg\", \"cup\", 1)", true,
      "http://i.example.com/a.jpg"
    ),
    (
      "IFERROR(__xludf.DUMMYFUNCTION(\"IMAGE(\"\"https://i.example.com/a.jpg\"\")\"),\"\")", true,
      "https://i.example.com/a.jpg"
    ),
    ("=HYPERLINK(\"https://s.example.com/1\",\"open\")", false, "https://s.example.com/1"),
    ("hyperlink(\"https://s.example.com/1\")", false, "https://s.example.com/1"),
  ])
  func anAddressThatAFormulaWritesOutIsRead(_ text: String, _ isPicture: Bool, _ address: String) {
    let found = FormulaAddress(text)
    #expect(found?.address == address && found?.isPicture == isPicture)
  }

  @Test(arguments: [
    "HYPERLINK(\"https://s.example.com/\"&A2,\"open\")", "HYPERLINK(A2)", "SUM(A1:A9)", "=IMAGE(\"",
    "IMAGE(\"file:///etc/passwd\")", "IMAGE(\"javascript:alert(1)\")", "Imagery", "",
    "IMAGE(\"https://i.example.com/a.jpg",
  ])
  func whatWouldHaveToBeWorkedOutIsNoAddress(_ text: String) {
    #expect(FormulaAddress(text) == nil)
  }

  @Test func formulasAndRelationsGiveTheirAddresses() throws {
    var made = MadeWorkbook()
    made.rows =
      "<row r=\"1\"><c t=\"e\">"
      + "<f>_xlfn.IMAGE(\"https://i.example.com/a.jpg\")</f><v>#NAME?</v></c>"
      + "<c t=\"str\"><f>HYPERLINK(\"https://s.example.com/1\",\"open\")</f><v>open</v></c>"
      + "<c t=\"inlineStr\"><is><t>more</t></is></c>"
      + "<c t=\"inlineStr\"><is><t>post</t></is></c></row>"
    made.afterRows =
      "<hyperlinks><hyperlink ref=\"C1\" r:id=\"h\"/>"
      + "<hyperlink ref=\"D1\" r:id=\"m\"/></hyperlinks>"
    func external(_ id: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(MadeWorkbook.relations)/hyperlink\" "
        + "Target=\"\(target)\" TargetMode=\"External\"/>"
    }
    made.add(
      "xl/worksheets/_rels/sheet1.xml.rels",
      MadeWorkbook.relationList(
        external("h", "https://s.example.com/2") + external("m", "mailto:a@example.com")))
    let (records, notes, _) = try made.read()
    #expect(records.first?.cells == ["https://i.example.com/a.jpg", "open", "more", "post"])
    #expect(
      notes.links == [
        CellLink(row: 1, column: 2, address: "https://s.example.com/1"),
        CellLink(row: 1, column: 3, address: "https://s.example.com/2"),
      ])
    #expect(notes.faults.list.isEmpty, "\(notes.faults.list)")
  }

  @Test func blankCellsBeforeAFarColumnTakeNoRoom() throws {
    let store = RowStore()
    for number in 1...60_000 {
      store.addBlanks(16_383)
      store.add("x")
      store.endRow(number)
    }
    #expect(store.width == 16_384 && store.cellCount == 60_000 * 16_384)
    #expect(store.record(59_999, most: 3).cells == ["", "", ""])
    #expect(store.record(7).cells.count == 16_384 && store.record(7).cells.last == "x")
    #expect(store.cell(16_383, of: 9) == Array("x".utf8) && store.cell(5, of: 9).isEmpty)
  }
}
