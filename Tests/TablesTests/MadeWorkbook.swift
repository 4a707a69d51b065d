import Foundation
import Support
import Tables

/// A workbook put together by hand.
struct MadeWorkbook {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let list = "http://schemas.openxmlformats.org/package/2006/relationships"

  var rows = ""
  var beforeRows = ""
  var afterRows = ""
  var workbook = ""
  var formats: [String] = []
  var strings: [String]?
  /// Further parts, which replace those of the same name.
  var parts: [(name: String, content: Data)] = []
  var workbookRelations = ""

  static func relation(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(relations)/\(type)\" Target=\"\(target)\"/>"
  }

  static func relationList(_ list: String) -> String {
    "<Relationships xmlns=\"\(Self.list)\">\(list)</Relationships>"
  }

  mutating func add(_ name: String, _ text: String) { parts.append((name, Data(text.utf8))) }

  var data: Data {
    var archive = MadeArchive()
    let own = Set(parts.map(\.name))
    for part in frame where !own.contains(part.name) { archive.add(part.name, part.text) }
    for part in parts { archive.add(part.name, part.content) }
    return archive.data
  }

  private var frame: [(name: String, text: String)] {
    var list: [(String, String)] = [
      ("_rels/.rels", Self.relationList(Self.relation("r1", "officeDocument", "xl/workbook.xml"))),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.relations)\">\(workbook)<sheets>"
          + "<sheet name=\"商品\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        Self.relationList(
          Self.relation("r1", "worksheet", "worksheets/sheet1.xml")
            + Self.relation("r2", "styles", "styles.xml")
            + Self.relation("r3", "sharedStrings", "/xl/sharedStrings.xml") + workbookRelations)
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.relations)\">\(beforeRows)"
          + "<sheetData>\(rows)</sheetData>\(afterRows)</worksheet>"
      ),
      ("xl/styles.xml", styles),
    ]
    if let strings {
      list.append(
        ("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(strings.joined())</sst>"))
    }
    return list
  }

  /// Style 0 is general, style n the format n.
  private var styles: String {
    "<styleSheet xmlns=\"\(Self.main)\"><numFmts>"
      + formats.enumerated().map { index, code in
        let code = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
          .replacing("<", with: "&lt;")
        return "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(code)\"/>"
      }.joined() + "</numFmts><cellXfs><xf numFmtId=\"0\"/>"
      + formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }.joined()
      + "</cellXfs></styleSheet>"
  }

  /// The first sheet's rows and notes.
  func read() throws -> (records: [Record], notes: SheetNotes, store: RowStore) {
    try MadeWorkbook.read(data)
  }

  static func read(
    _ data: Data, limits: ArchiveLimits = ArchiveLimits()
  ) throws -> (records: [Record], notes: SheetNotes, store: RowStore) {
    let folder = try TemporaryFolder()
    let file = folder.file("made.xlsx")
    try data.write(to: file)
    let workbook = try Workbook(path: file.path, limits: limits)
    let store = RowStore()
    var notes = SheetNotes()
    if let sheet = workbook.sheets.first { notes = try workbook.read(sheet, into: store) }
    return ((0..<store.count).map { store.record($0) }, notes, store)
  }
}
