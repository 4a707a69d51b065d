import Foundation
import Support
import Tables
import Testing

@Suite struct FeedReaderTests {
  private func read(_ data: Data) throws -> (rows: [[String]], numbers: [Int], notes: FeedNotes) {
    let folder = try TemporaryFolder()
    try data.write(to: folder.file("a.xml"))
    let store = RowStore()
    let notes = try FeedReader.read(folder.file("a.xml").path, into: store)
    let records = (0..<store.count).map { store.record($0) }
    return (records.map(\.cells), records.map(\.row), notes)
  }

  private func read(_ text: String) throws -> (rows: [[String]], numbers: [Int], notes: FeedNotes) {
    try read(Data(text.utf8))
  }

  @Test func googlesElementsGoBeforeThoseOfRSS() throws {
    let read = try read(
      """
      <?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel>
      <title>Shop</title><item><title>plain</title><g:title>Mug</g:title><g:id>1</g:id>
      <g:price>9.90 USD</g:price><g:shipping><g:country>US</g:country><g:price>4 USD</g:price>
      </g:shipping><g:shipping><g:country>CA</g:country><g:price>6 USD</g:price></g:shipping>
      <g:additional_image_link>a</g:additional_image_link>
      <g:additional_image_link>b</g:additional_image_link>
      <description><![CDATA[<b>x</b>]]></description>
      <g:product_detail><g:section_name>General</g:section_name>
      <g:attribute_name>材质</g:attribute_name><g:attribute_value>陶瓷</g:attribute_value>
      </g:product_detail></item></channel></rss>
      """)
    #expect(
      read.notes.columns == [
        "title", "id", "price", "shipping.country", "shipping.price", "additional_image_link",
        "description", "product_detail.section_name", "材质",
      ])
    #expect(
      read.rows == [
        ["Mug", "1", "9.90 USD", "US\nCA", "4 USD\n6 USD", "a\nb", "<b>x</b>", "General", "陶瓷"]
      ])
    #expect(read.notes.item == "rss.channel.item")
  }

  @Test func parametersAreColumnsByTheirNamesAndAttributesGiveWay() throws {
    let read = try read(
      """
      <!DOCTYPE yml_catalog SYSTEM "shops.dtd"><yml_catalog><shop><name>S</name><offers>
      <offer id="7" available="true"><price currency="RUB">100</price><param name="Цвет">синий</param>
      <param name="Вес" unit="кг">2</param></offer>
      <offer id="8"><id>own</id><price>5</price></offer></offers></shop></yml_catalog>
      """)
    #expect(read.notes.columns == ["id", "available", "price.currency", "price", "Цвет", "Вес"])
    #expect(read.rows == [["7", "true", "RUB", "100", "синий", "2 кг"], ["own", "", "", "5"]])
  }

  @Test func variantsFollowTheirProductUnderItsNumber() throws {
    let read = try read(
      """
      <products><product><name>裙</name><price>9</price><skus><sku><code>a</code><price>8</price></sku>
      <sku><code>b</code><price>9</price></sku></skus></product>
      <product><name>帽</name><price>5</price><skus><sku><code>c</code><price>5</price></sku></skus>
      </product></products>
      """)
    #expect(read.notes.columns == ["name", "price", "skus.sku.code", "skus.sku.price"])
    #expect(
      read.rows == [
        ["裙", "9"], ["", "", "a", "8"], ["", "", "b", "9"], ["帽", "5"], ["", "", "c", "5"],
      ])
    #expect(read.numbers == [1, 1, 1, 2, 2])
    #expect(read.notes.items == 2 && read.notes.variants == 3)
  }

  @Test func rowsInAttributesAreFound() throws {
    let read = try read("<xml><data><row a=\"1\" b=\"2\"/><row a=\"3\" b=\"4\"/></data></xml>")
    #expect(read.notes.columns == ["a", "b"] && read.rows == [["1", "2"], ["3", "4"]])
  }

  @Test(arguments: ["GBK", "gb2312", "GB18030"])
  func aDeclaredChineseEncodingIsRead(name: String) throws {
    let text = Data("<?xml version=\"1.0\" encoding=\"\(name)\"?><a><b><c>".utf8)
    // 商品 in GBK, many times over so that a character falls on every border.
    let goods = Data((0..<200_001).flatMap { _ in [0xC9, 0xCC, 0xC6, 0xB7] as [UInt8] })
    let read = try read(text + Data("x".utf8) + goods + Data("</c><d>1</d></b></a>".utf8))
    #expect(read.rows.first?.first == "x" + String(repeating: "商品", count: 200_001))
  }

  @Test func anotherDeclaredEncodingIsReadByName() throws {
    let big5 = Data("<?xml version=\"1.0\" encoding=\"Big5\"?><a><b><c>".utf8) + Data([0xA4, 0xA4])
    #expect(try read(big5 + Data("</c><d>1</d></b></a>".utf8)).rows == [["中", "1"]])
    let utf16 = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?><a><b><c>中</c><d>1</d></b></a>"
    #expect(try read(utf16.data(using: .utf16LittleEndian)!).rows == [["中", "1"]])
  }

  static let refused: [(text: String, message: String)] = [
    (
      "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
      "the XML has a DOCTYPE 'a' with declarations: that is refused; export it without (line 1)"
    ),
    (
      "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a><b><c>&x;</c><d/></b></a>",
      "the XML uses the entity '&x;', which XML does not know: that is refused; export it without (line 1)"
    ),
    (
      "<?xml version=\"1.0\" encoding=\"klingon\"?><a/>",
      "the XML declares the encoding 'klingon', which is not known: export it as UTF-8"
    ),
    ("<a>x</a>", "the XML has no repeated element with values of its own: it is no catalogue"),
    ("<a><b>", "the XML is empty or cut off: export it again"),
    ("", "the XML is empty or cut off: export it again"),
    ("<a><b></a>", "the XML is not well-formed at line 1 column 9 (mismatched tag)"),
  ]

  @Test(arguments: refused.indices)
  func whatIsNoSoundCatalogueIsRefusedInPlainWords(index: Int) throws {
    let error = #expect(throws: TableError.self) { try read(Self.refused[index].text) }
    #expect(error?.message == Self.refused[index].message)
  }
}
