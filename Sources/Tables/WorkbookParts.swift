/// The parts of a small Office Open XML workbook as text.
enum WorkbookParts {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// All parts but the sheets.
  static func frame(of sheets: [String]) -> [(name: String, text: String)] {
    [
      ("[Content_Types].xml", contentTypes(sheets.count)), ("_rels/.rels", rootRelations),
      ("xl/workbook.xml", workbook(sheets)),
      ("xl/_rels/workbook.xml.rels", workbookRelations(sheets.count)), ("xl/styles.xml", styles),
    ]
  }

  /// A sheet: the header rows frozen and filtered by, the columns as wide as their texts.
  static func sheet(_ rows: [[WorkbookWriter.Cell]], headers: Int) -> [UInt8] {
    let width = rows.map(\.count).max() ?? 0
    var result = head + "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView workbookViewId=\"0\">"
    if headers > 0 {
      result +=
        "<pane ySplit=\"\(headers)\" topLeftCell=\"A\(headers + 1)\" "
        + "activePane=\"bottomLeft\" state=\"frozen\"/>"
    }
    result += "</sheetView></sheetViews>"
    if width > 0 { result += "<cols>" + columns(rows, width) + "</cols>" }
    var bytes = Array((result + "<sheetData>").utf8)
    for (index, row) in rows.enumerated() {
      bytes += Array("<row r=\"\(index + 1)\">".utf8)
      for (column, cell) in row.enumerated() {
        let reference = CellReference.name(column: column + 1) + String(index + 1)
        bytes += Array(text(of: cell, at: reference, isHeader: index < headers).utf8)
      }
      bytes += Array("</row>".utf8)
    }
    bytes += Array("</sheetData>".utf8)
    if headers > 0, width > 0 {
      let last = CellReference.name(column: width) + String(rows.count)
      bytes += Array("<autoFilter ref=\"A\(headers):\(last)\"/>".utf8)
    }
    return bytes + Array("</worksheet>".utf8)
  }

  /// The beginning of a text, never half a character.
  static func clipped(_ text: String, to units: Int) -> String {
    guard text.utf16.count > units else { return text }
    var (result, count) = ("", 0)
    for character in text.unicodeScalars {
      count += UTF16.width(character)
      if count > units { break }
      result.unicodeScalars.append(character)
    }
    return result
  }

  private static func columns(_ rows: [[WorkbookWriter.Cell]], _ width: Int) -> String {
    var widest = [Int](repeating: 0, count: width)
    for row in rows {
      for (column, cell) in row.enumerated() {
        switch cell {
        case .text(let text), .number(let text):
          widest[column] = max(widest[column], displayWidth(text))
        }
      }
    }
    return widest.enumerated().map { index, value in
      "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(min(max(value + 2, 6), 36))\" "
        + "customWidth=\"1\"/>"
    }.joined()
  }

  private static func text(
    of cell: WorkbookWriter.Cell, at reference: String, isHeader: Bool
  ) -> String {
    let style = isHeader ? " s=\"1\"" : ""
    switch cell {
    case .text(""), .number(""): return "<c r=\"\(reference)\"\(style)/>"
    case .number(let digits) where isNumber(digits):
      return "<c r=\"\(reference)\"\(style)><v>\(digits)</v></c>"
    case .text(let text), .number(let text):
      let clipped = clipped(text, to: WorkbookWriter.textLimit)
      return "<c r=\"\(reference)\"\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + "\(EscapedText.encode(clipped))</t></is></c>"
    }
  }

  /// Digits that a spreadsheet keeps as they are: at most fifteen of them.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && digits.utf8.count <= 16
      && parts.allSatisfy {
        !$0.isEmpty && $0.utf8.count <= 15 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  /// Columns of a fixed-pitch face: a Chinese character takes two.
  private static func displayWidth(_ text: String) -> Int {
    text.unicodeScalars.prefix(80).reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}

extension WorkbookParts {
  private static func contentTypes(_ count: Int) -> String {
    head + "<Types xmlns=\"\(package)/content-types\">"
      + "<Default Extension=\"rels\" "
      + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
      + (0..<count).map {
        "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" "
          + "ContentType=\"\(type).worksheet+xml\"/>"
      }.joined()
      + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type).styles+xml\"/></Types>"
  }

  private static let rootRelations =
    head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
    + "Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

  private static func workbook(_ sheets: [String]) -> String {
    head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets>"
      + sheets.enumerated().map { index, name in
        let name = EscapedText.encode(name).replacing("\"", with: "&quot;")
        return "<sheet name=\"\(name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
      }.joined() + "</sheets></workbook>"
  }

  private static func workbookRelations(_ count: Int) -> String {
    head + "<Relationships xmlns=\"\(package)/relationships\">"
      + (0..<count).map {
        "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(relations)/worksheet\" "
          + "Target=\"worksheets/sheet\($0 + 1).xml\"/>"
      }.joined()
      + "<Relationship Id=\"rId\(count + 1)\" Type=\"\(relations)/styles\" Target=\"styles.xml\"/>"
      + "</Relationships>"
  }

  /// Style 0 is the body, top-aligned and wrapped; style 1 the header, bold and white on dark.
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
    + "wrapText=\"1\"/></xf></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" "
    + "xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
}
