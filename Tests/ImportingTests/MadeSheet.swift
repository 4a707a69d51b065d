import Foundation
import Importing
import Model
import Support

/// A workbook of one sheet or several, put together by hand; cells are texts.
struct MadeSheet {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let list = "http://schemas.openxmlformats.org/package/2006/relationships"

  var name = "商品"
  /// Rows of cells; a row of one blank is none.
  var rows: [[String]] = []
  /// Such as `A2:A4`.
  var merges: [String] = []
  /// Number formats of columns, the first being 0, for cells that are numbers.
  var formats: [Int: String] = [:]

  static func run(_ sheets: MadeSheet...) throws -> Catalogue {
    let folder = try TemporaryFolder()
    let file = folder.file("made.xlsx")
    try data(sheets).write(to: file)
    return Shipped.run(CatalogueFile(name: "made.xlsx", path: file.path))
  }

  private static func data(_ sheets: [MadeSheet]) -> Data {
    var archive = MadeArchive()
    func relation(_ id: String, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(relations)/\(type)\" Target=\"\(target)\"/>"
    }
    func relationList(_ text: String) -> String {
      "<Relationships xmlns=\"\(list)\">\(text)</Relationships>"
    }
    archive.add("_rels/.rels", relationList(relation("r", "officeDocument", "xl/workbook.xml")))
    let numbers = Array(sheets.indices)
    archive.add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets>"
        + numbers.map {
          "<sheet name=\"\(sheets[$0].name)\" sheetId=\"\($0 + 1)\" r:id=\"s\($0)\"/>"
        }.joined() + "</sheets></workbook>")
    archive.add(
      "xl/_rels/workbook.xml.rels",
      relationList(
        numbers.map { relation("s\($0)", "worksheet", "worksheets/\($0).xml") }.joined()
          + relation("styles", "styles", "styles.xml")))
    let formats = sheets.flatMap { $0.formats.sorted { $0.key < $1.key }.map(\.value) }
    archive.add(
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(main)\"><numFmts>"
        + formats.enumerated().map {
          "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1)\"/>"
        }.joined() + "</numFmts><cellXfs><xf numFmtId=\"0\"/>"
        + formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }.joined()
        + "</cellXfs></styleSheet>")
    for (place, sheet) in sheets.enumerated() {
      archive.add("xl/worksheets/\(place).xml", sheet.part(formats))
    }
    return archive.data
  }

  private func part(_ formats: [String]) -> String {
    let body = rows.enumerated().map { number, cells in
      "<row r=\"\(number + 1)\">"
        + cells.enumerated().map { column, text in cell(text, column, formats) }.joined() + "</row>"
    }.joined()
    let merged = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(body)</sheetData>"
      + (merges.isEmpty ? "" : "<mergeCells>\(merged)</mergeCells>") + "</worksheet>"
  }

  private func cell(_ text: String, _ column: Int, _ formats: [String]) -> String {
    if text.isEmpty { return "<c/>" }
    if let format = self.formats[column], let place = formats.firstIndex(of: format),
      Double(text) != nil
    {
      return "<c s=\"\(place + 1)\"><v>\(text)</v></c>"
    }
    return "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }
}
