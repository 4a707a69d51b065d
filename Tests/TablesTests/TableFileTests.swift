import Foundation
import Support
import Tables
import Testing

@Suite struct TableFileTests {
  private func kind(_ data: Data) throws -> TableFile.Kind {
    let folder = try TemporaryFolder()
    try data.write(to: folder.file("a"))
    return try TableFile.kind(at: folder.file("a").path)
  }

  private static let toXLSX = "in Excel or WPS save it as .xlsx"

  static let texts: [(text: String, kind: TableFile.Kind)] = [
    ("sku,title\n1,a", .delimited), ("[sku],[title]\n", .delimited), ("<3 小时,b\n", .delimited),
    ("{\"a\":1}", .json), (" \n[{\"a\":1}]", .json), ("[]", .json),
    ("\u{FEFF}<?xml version=\"1.0\"?><rss/>", .feed), ("<products><product/></products>", .feed),
    (
      "<html><body><table>",
      .foreign(
        "a web page, though it may be named xls: open it in Excel or WPS and save it as .xlsx")
    ),
    (
      "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>",
      .foreign("an XML spreadsheet of 2003: open it in Excel or WPS and save it as .xlsx")
    ),
    ("%PDF-1.7", .foreign("a PDF: export the table itself as .xlsx or CSV")),
    ("SQLite format 3\0", .foreign("a database (sqlite): export the table as CSV")),
    ("Rar!\u{1A}", .foreign("a rar archive: unpack it and name the table in it")),
    ("", .foreign("an empty file: export it again")),
    (" \r\n ", .foreign("an empty file: export it again")),
    ("GIF89a", .foreign("a picture: export the table itself as .xlsx or CSV")),
  ]

  @Test(arguments: texts.indices)
  func aFileIsKnownByItsFirstBytes(index: Int) throws {
    #expect(try kind(Data(Self.texts[index].text.utf8)) == Self.texts[index].kind)
  }

  @Test func textOfTwoBytesALetterIsKnown() throws {
    let text = "宝贝名称\t价格\r\n".data(using: .utf16LittleEndian)!
    #expect(try kind(Data([0xFF, 0xFE]) + text) == .delimited)
    let feed = "<?xml version=\"1.0\"?><rss/>".data(using: .utf16BigEndian)!
    #expect(try kind(Data([0xFE, 0xFF]) + feed) == .feed)
  }

  static let archives: [(part: String, content: String, kind: TableFile.Kind)] = [
    ("xl/workbook.xml", "<workbook/>", .workbook),
    ("xl/workbook.bin", "", .foreign("a binary workbook (xlsb): \(toXLSX)")),
    (
      "mimetype", "application/vnd.oasis.opendocument.spreadsheet",
      .foreign("an OpenDocument spreadsheet (ods): in LibreOffice or WPS save it as .xlsx")
    ),
    (
      "Index/Document.iwa", "",
      .foreign("a Numbers, Pages or Keynote file: in Numbers export it as Excel or CSV")
    ),
    (
      "word/document.xml", "",
      .foreign("a Word document (docx): copy its table into a sheet and save it as .xlsx")
    ),
    ("table.csv", "", .foreign("a zip archive: unpack it and name the table in it")),
  ]

  @Test(arguments: archives.indices)
  func anArchiveIsKnownByItsParts(index: Int) throws {
    var archive = MadeArchive()
    archive.add(Self.archives[index].part, Self.archives[index].content)
    #expect(try kind(archive.data) == Self.archives[index].kind)
  }

  @Test func anOldWorkbookAndOneWithAPasswordAreToldApart() throws {
    let magic = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + Data(count: 512)
    let name = "EncryptedPackage".data(using: .utf16LittleEndian)! + Data(count: 2)
    #expect(try kind(magic) == .foreign("an old Excel workbook (xls): \(Self.toXLSX)"))
    #expect(
      try kind(magic + name)
        == .foreign("a workbook with a password: in Excel or WPS save it without one, as .xlsx"))
  }
}
