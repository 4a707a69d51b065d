public import Foundation
internal import Model

extension ShotListPages {
  /// The list as a workbook: the rows of the table on one sheet, the header held in view.
  ///
  /// Every cell is text or a number; none can be a formula.
  public func xlsx() -> Data {
    var rows = [ShotTable.header]
    for setup in list.setups {
      let start = DayClock.time(setup.start, dayStart: policy.dayStart)
      for shot in setup.shots {
        rows.append(
          ShotTable.cells(of: shot, number: rows.count, setup: setup.name, start: start))
      }
    }
    var archive = StoredArchive()
    for part in Workbook.parts(rows: rows) { archive.add(part.name, Data(part.text.utf8)) }
    return archive.data
  }
}

/// The parts of a small Office Open XML workbook.
enum Workbook {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  static func parts(rows: [[String]]) -> [(name: String, text: String)] {
    [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", rootRelations),
      ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", workbookRelations),
      ("xl/styles.xml", styles), ("xl/worksheets/sheet1.xml", sheet(rows)),
    ]
  }

  private static let contentTypes =
    head + "<Types xmlns=\"\(package)/content-types\">"
    + "<Default Extension=\"rels\" "
    + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(type).worksheet+xml\"/>"
    + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type).styles+xml\"/></Types>"

  private static let rootRelations =
    head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
    + "Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

  private static let workbook =
    head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets>"
    + "<sheet name=\"拍摄单 Shot list\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"

  private static let workbookRelations =
    head + "<Relationships xmlns=\"\(package)/relationships\">"
    + "<Relationship Id=\"rId1\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    + "<Relationship Id=\"rId2\" Type=\"\(relations)/styles\" Target=\"styles.xml\"/>"
    + "</Relationships>"

  /// Style 0 is the body, top-aligned and wrapped; style 1 the header, white on dark.
  private static let styles =
    head + "<styleSheet xmlns=\"\(main)\"><fonts count=\"2\"><font><sz val=\"11\"/>"
    + "<name val=\"Microsoft YaHei\"/></font><font><b/><sz val=\"11\"/><color rgb=\"FFFFFFFF\"/>"
    + "<name val=\"Microsoft YaHei\"/></font></fonts><fills count=\"3\"><fill><patternFill "
    + "patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill>"
    + "<patternFill patternType=\"solid\"><fgColor rgb=\"FF212630\"/></patternFill></fill></fills>"
    + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    + "</cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    + "borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/>"
    + "</xf><xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" "
    + "applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><alignment vertical=\"center\" "
    + "wrapText=\"1\"/></xf></cellXfs></styleSheet>"

  private static func sheet(_ rows: [[String]]) -> String {
    let width = rows.first?.count ?? 0
    let columns = (0..<width).map { index in
      let widest = rows.map { displayWidth($0[index]) }.max() ?? 0
      return "<col min=\"\(index + 1)\" max=\"\(index + 1)\" "
        + "width=\"\(min(max(widest + 2, 6), 36))\" customWidth=\"1\"/>"
    }.joined()
    let body = rows.enumerated().map { row, cells in
      "<row r=\"\(row + 1)\">"
        + cells.enumerated().map { column, text in
          cell(
            text, at: name(column) + String(row + 1), header: row == 0,
            isNumber: row > 0 && ShotTable.numeric.contains(column))
        }.joined() + "</row>"
    }.joined()
    return head + "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView workbookViewId=\"0\">"
      + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      + "</sheetView></sheetViews><cols>\(columns)</cols><sheetData>\(body)</sheetData>"
      + "<autoFilter ref=\"A1:\(name(max(0, width - 1)))\(rows.count)\"/></worksheet>"
  }

  private static func cell(
    _ text: String, at reference: String, header: Bool, isNumber: Bool
  ) -> String {
    let style = header ? " s=\"1\"" : ""
    if text.isEmpty { return "<c r=\"\(reference)\"\(style)/>" }
    if isNumber, text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }) {
      return "<c r=\"\(reference)\"\(style)><v>\(text)</v></c>"
    }
    return "<c r=\"\(reference)\"\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">"
      + "\(xml(text))</t></is></c>"
  }

  /// Column letters: A, B … Z, AA.
  private static func name(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? letter : name(index / 26 - 1) + letter
  }

  /// Text as XML may hold it: entities for marks, nothing that XML 1.0 forbids.
  private static func xml(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{FFFE}", "\u{FFFF}": break
      default: if scalar.value >= 32 { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// Columns of a fixed-pitch face: a Chinese character takes two.
  private static func displayWidth(_ text: String) -> Int {
    text.unicodeScalars.prefix(80).reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
