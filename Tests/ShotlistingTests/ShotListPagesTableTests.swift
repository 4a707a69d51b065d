import Foundation
import Model
import Shotlisting
import Support
import Tables
import Testing

struct ShotListPagesTableTests {
  @Test func theTableHasBothVocabulariesAndNoFormulas() throws {
    let text = String(decoding: try MadePages.hostile().csv(), as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}序号 No.,"))
    for name in [
      "镜号 Shot", "景别 Size", "运镜 Movement", "机位 Angle", "画面 Picture", "台词 Line", "字幕 Caption",
      "时长 Length (s)", "音效 Sound", "道具 Props", "备注 Notes", "备用 Backup", "天 Day", "地点 Location",
      "景 Set",
      "灯光 Light", "镜头 Lens", "模特 Model", "服装 Outfit",
    ] {
      #expect(text.contains(name))
    }
    #expect(text.contains("'=1+1") && text.contains("'@SUM(A1)") && text.contains("'-2"))
    #expect(text.contains("\"a,b\"\"c\"\"\"") && text.contains("'\tx") && !text.contains("\0"))
  }

  /// Every cell is read back, and none begins with what a spreadsheet computes; a mere number may.
  @Test func noCellOfTheTableIsAFormula() throws {
    let records = try read(MadePages.hostile().csv().dropFirst(3))
    #expect(records.count == 1 + 2 * MadePages.nasty.count)
    for cell in records.joined() where !cell.isEmpty && Double(cell) == nil {
      #expect(!"=+-@\t\r".contains(cell.first!), "\(cell.prefix(20))")
    }
  }

  private func read(_ csv: Data) throws -> [[String]] {
    var pieces = [Array(csv)]
    var reader = DelimitedText(delimiter: 0x2C) { () throws(TableError) in pieces.popLast() }
    let store = RowStore()
    while let place = try reader.next(into: store) { store.endRow(place.row) }
    return (0..<store.count).map { store.record($0).cells }
  }

  @Test func theTableHasOneRowAShot() throws {
    let text = String(decoding: try MadePages.plain().csv(), as: UTF8.self)
    let rows = text.split(separator: "\r\n")
    #expect(rows.count == 1 + 18)
    #expect(
      Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }).count == 1)
  }

  @Test func theTableSaysWhatStandsAndWhen() throws {
    let sheets = try sheets(of: MadePages.twoDays().xlsx())
    let (head, rows) = (sheets[0].rows[0], sheets[0].rows.dropFirst())
    func cells(_ name: String) throws -> [String] {
      let column = try #require(head.firstIndex(of: name))
      return rows.map { $0[column] }
    }
    #expect(try Set(cells("天 Day")) == ["1", "2"])
    #expect(try Set(cells("日期 Date")) == ["2026-03-01", "2026-03-03"])
    #expect(try Set(cells("地点 Location")) == ["studio-b"])
    #expect(try Set(cells("模特 Model")) == ["", "Lin"])
    #expect(try Set(cells("备用 Backup")) == ["拍不到就拍商品正面"])
    #expect(try cells("已定 Pinned").contains("✓") && cells("已定 Pinned").contains(""))
    #expect(try Set(cells("条1 Take 1")) == [""])
  }

  @Test func theWorkbookHoldsShotsScheduleAndChecklist() throws {
    let pages = try MadePages.plain()
    let data = try pages.xlsx()
    #expect(try data == pages.xlsx() && data.prefix(4) == Data([0x50, 0x4B, 3, 4]))
    let sheets = try sheets(of: data)
    #expect(sheets.map(\.name) == ["拍摄单 Shot list", "日程 Schedule", "清单 Checklist"])
    #expect(sheets[0].rows.count == 19 && sheets[0].rows[1].first == "1")
    #expect(sheets[1].rows.count == 1 + pages.list.setups.count)
    // Four clean shots and two that spend the sample: three samples of each product.
    let samples = sheets[2].rows.filter { $0[1] == "样品 Samples" }
    #expect(samples.map { $0[3] } == ["3", "3", "3"] && samples.map { $0[4] } == ["6", "6", "6"])
    let props = sheets[2].rows.filter { $0[1] == "道具 Props" }
    #expect(props.contains { $0[2] == "白盘" && $0[3] == "1" && $0[4] == "18" })
    #expect(sheets[2].rows.filter { $0[1] == "机位 Rigs" }.count == 3)
  }

  @Test func aReshootNamesItsSheet() throws {
    let sheets = try sheets(of: MadePages.plain(kind: .reshoot).xlsx())
    #expect(sheets[0].name == "补拍单 Reshoot")
  }

  @Test func everyCellOfTheWorkbookIsTheTextItWas() throws {
    let cells = try sheets(of: MadePages.hostile().xlsx())[0].rows.joined()
    for text in MadePages.nasty where !text.contains("\n") && !text.contains("\r") {
      #expect(cells.contains { Array($0.utf8) == Array(text.utf8) }, "\(text.prefix(20))")
    }
  }

  private func sheets(of data: Data) throws -> [(name: String, rows: [[String]])] {
    let folder = try TemporaryFolder()
    try data.write(to: folder.file("shotlist.xlsx"))
    let workbook = try Workbook(path: folder.file("shotlist.xlsx").path)
    return try workbook.sheets.map { sheet in
      let store = RowStore()
      let notes = try workbook.read(sheet, into: store)
      #expect(notes.faults.count == 0)
      return (sheet.name, (0..<store.count).map { store.record($0).cells })
    }
  }
}
