import Foundation
import Support
import Tables
import Testing

@Suite struct WorkbookPictureTests {
  private static let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3])
  private static let drawings = "http://schemas.openxmlformats.org/drawingml/2006"

  private static func anchor(_ place: String, embed: String) -> String {
    "\(place)<x:pic><x:nvPicPr><x:cNvPr id=\"2\" name=\"p\"/></x:nvPicPr><x:blipFill>"
      + "<a:blip \(embed)/></x:blipFill><x:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
      + "<a:ext cx=\"9\" cy=\"99999999\"/></a:xfrm></x:spPr></x:pic>"
  }

  private static func corner(_ name: String, _ row: Int, _ offset: Int = 0) -> String {
    "<x:\(name)><x:col>1</x:col><x:colOff>0</x:colOff><x:row>\(row)</x:row>"
      + "<x:rowOff>\(offset)</x:rowOff></x:\(name)>"
  }

  private func book(_ anchors: String) -> MadeWorkbook {
    var made = MadeWorkbook()
    made.beforeRows = "<sheetFormatPr defaultRowHeight=\"60\"/>"
    made.rows = (1...9).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()
    made.afterRows = "<mergeCells><mergeCell ref=\"B6:B8\"/></mergeCells><drawing r:id=\"d\"/>"
    made.add(
      "xl/worksheets/_rels/sheet1.xml.rels",
      MadeWorkbook.relationList(MadeWorkbook.relation("d", "drawing", "../drawings/d.xml")))
    made.add(
      "xl/drawings/d.xml",
      "<x:wsDr xmlns:x=\"\(Self.drawings)/spreadsheetDrawing\" xmlns:a=\"\(Self.drawings)/main\" "
        + "xmlns:r=\"\(MadeWorkbook.relations)\">\(anchors)</x:wsDr>")
    made.add(
      "xl/drawings/_rels/d.xml.rels",
      MadeWorkbook.relationList(
        MadeWorkbook.relation("i", "image", "../media/a.png")
          + MadeWorkbook.relation("o", "image", "../../../etc/passwd")))
    made.parts.append(("xl/media/a.png", Self.png))
    return made
  }

  @Test func aPictureBelongsToTheRowThatItsMiddleLiesIn() throws {
    // Rows are 60 points, 762,000 EMU high.
    let anchors =
      "<x:twoCellAnchor>\(Self.anchor(Self.corner("from", 1) + Self.corner("to", 2), embed: "r:embed=\"i\""))</x:twoCellAnchor>"
      + "<x:twoCellAnchor>\(Self.anchor(Self.corner("from", 2, 700_000) + Self.corner("to", 3, 700_000), embed: "r:embed=\"i\""))</x:twoCellAnchor>"
      + "<x:oneCellAnchor>\(Self.anchor(Self.corner("from", 0, 1000) + "<x:ext cx=\"9\" cy=\"70000\"/>", embed: "r:embed=\"i\""))</x:oneCellAnchor>"
      + "<x:absoluteAnchor>\(Self.anchor("<x:pos x=\"700000\" y=\"3100000\"/><x:ext cx=\"9\" cy=\"9\"/>", embed: "r:embed=\"i\""))</x:absoluteAnchor>"
      + "<x:oneCellAnchor>\(Self.anchor(Self.corner("from", 7) + "<x:ext cx=\"9\" cy=\"9\"/>", embed: "r:embed=\"i\""))</x:oneCellAnchor>"
    let pictures = try book(anchors).read().notes.pictures
    #expect(pictures.map(\.row) == [1, 2, 4, 5, 6])
    #expect(
      Set(pictures) == Set(pictures.map { .init(row: $0.row, column: 2, part: "xl/media/a.png") }))
  }

  @Test func aPictureOutsideTheFileIsNotFollowed() throws {
    let anchors =
      "<x:oneCellAnchor>\(Self.anchor(Self.corner("from", 1), embed: "r:embed=\"o\""))</x:oneCellAnchor>"
      + "<x:oneCellAnchor>\(Self.anchor(Self.corner("from", 2), embed: "r:link=\"i\""))</x:oneCellAnchor>"
    let notes = try book(anchors).read().notes
    #expect(notes.pictures == [])
    #expect(
      notes.faults.list.map(\.message) == [
        "1 pictures are links out of the file, which are not followed: put the pictures themselves in",
        "the picture here is not in the file: put it in again as a copy, not as a link",
      ])
  }

  @Test func aPictureIsGivenOutOnlyIfItIsOne() throws {
    var made = book("")
    made.add("xl/media/b.png", "<svg/>")
    let folder = try TemporaryFolder()
    try made.data.write(to: folder.file("a.xlsx"))
    let workbook = try Workbook(path: folder.file("a.xlsx").path)
    let picture = try workbook.picture("xl/media/a.png")
    #expect(picture.format == .png && Data(picture.bytes) == Self.png)
    #expect(
      throws: TableError(
        .foreign, "'xl/media/b.png' is no picture that is read: legal are JPEG, PNG, WebP, GIF",
        place: workbook.path)
    ) { try workbook.picture("xl/media/b.png") }
    #expect(throws: TableError.self) { try workbook.picture("../../etc/passwd") }
  }

  @Test func picturesInCellsOfWPSAreFoundByTheirIdentifiers() throws {
    var made = MadeWorkbook()
    let call = "DISPIMG(&quot;ID_1&quot;,1)"
    made.rows =
      "<row><c t=\"str\"><f>_xlfn.\(call)</f><v>=\(call)</v></c><c><v>1</v></c></row>"
      + "<row><c t=\"inlineStr\"><is><t>=\(call)</t></is></c><c><v>2</v></c></row>"
      + "<row><c t=\"str\"><f>_xlfn.DISPIMG(\"ID_9\",1)</f><v>x</v></c><c><v>3</v></c></row>"
    made.workbookRelations =
      "<Relationship Id=\"c\" Type=\"http://www.wps.cn/officeDocument/2020/cellImage\" "
      + "Target=\"cellimages.xml\"/>"
    made.add(
      "xl/cellimages.xml",
      "<etc:cellImages xmlns:etc=\"e\" xmlns:x=\"x\" xmlns:a=\"a\" xmlns:r=\"r\"><etc:cellImage>"
        + "<x:pic><x:nvPicPr><x:cNvPr id=\"1\" name=\"ID_1\"/></x:nvPicPr><x:blipFill>"
        + "<a:blip r:embed=\"i\"/></x:blipFill></x:pic></etc:cellImage></etc:cellImages>")
    made.add(
      "xl/_rels/cellimages.xml.rels",
      MadeWorkbook.relationList(MadeWorkbook.relation("i", "image", "media/a.png")))
    made.parts.append(("xl/media/a.png", Self.png))
    let read = try made.read()
    #expect(read.records.map(\.cells) == [["", "1"], ["", "2"], ["", "3"]])
    #expect(
      read.notes.pictures == [
        .init(row: 1, column: 1, part: "xl/media/a.png"),
        .init(row: 2, column: 1, part: "xl/media/a.png"),
      ])
    #expect(
      read.notes.faults.list == [
        .init(
          row: 3, column: 1,
          message: "the picture of this cell is not in the file: put it in again in WPS and save")
      ])
  }
}
