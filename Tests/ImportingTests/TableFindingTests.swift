import Diagnostics
import Foundation
import Importing
import Model
import Support
import Testing

struct TableFindingTests {
  @Test(arguments: [",", ";", "\t", "|"])
  func theDelimiterIsFoundOutsideQuotes(_ mark: String) {
    let text =
      ["sku", "title", "price", "tags"].joined(separator: mark) + "\n"
      + ["A", "\"Cup, red; big | \"\"new\"\"\"", "9.5", "\"a,b\""].joined(separator: mark) + "\n"
    let catalogue = Shipped.run(text)
    #expect(catalogue.products.first?.title == "Cup, red; big | \"new\"", "\(catalogue.lines)")
    #expect(catalogue.products.first?.tags == ["a", "b"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEndEndsARow(_ end: String) {
    let catalogue = Shipped.run(
      ["sku,title,price", "A,Cup,9", "", "B,Bowl,8"].joined(separator: end))
    #expect(catalogue.products.map(\.source.row) == [2, 4])
  }

  @Test func aBreakInsideQuotesStartsNoNewRow() {
    let catalogue = Shipped.run("sku,title,price,卖点\nA,Cup,9,\"轻\n稳\"\nB,Bowl,8,\n")
    #expect(catalogue.products.map(\.source.row) == [2, 3])
    #expect(catalogue.product("A")?.sellingPoints == ["轻", "稳"])
  }

  @Test func titleRowsBeforeTheHeadersAreSkipped() {
    let catalogue = Shipped.run("商品列表导出\n导出时间：2026-06-01,,共3个商品\n\n商家编码,商品名称,售价\nA,杯,9\n")
    #expect(catalogue.products.map(\.source.row) == [5])
  }

  @Test(arguments: [
    "SKU,Title,Price", "sku ,title , price ", "ＳＫＵ,Ｔｉｔｌｅ,Ｐｒｉｃｅ", "\u{FEFF}Sku,TITLE,PRICE",
    "商家编码,商品名称,价格(元)", "商家编码：,【商品名称】,价格（单位：元）", "Variant SKU,Title,Variant Price",
    "商家 编码,商品-名称,商品价格", "\"sku\",\"title\",\"price\"",
  ])
  func headersAreKnownHoweverTheyAreWritten(_ header: String) {
    let catalogue = Shipped.run(header + "\nA,Cup,9\n")
    #expect(catalogue.products.map(\.sku) == ["A"], "\(catalogue.lines)")
  }

  @Test func theHeaderIsCitedAsItWasWritten() {
    let catalogue = Shipped.run("商家编码 ,商品名称,价格（元）\nA,杯,9\n")
    let cells = catalogue.products.first?.source.cells
    #expect(cells?["price"] == "价格（元）" && cells?["sku"] == "商家编码")
    #expect(catalogue.products.first?.source.cell("price") == "catalogue.csv:2 价格（元）")
  }

  @Test func aSecondHeaderRowIsNoProduct() {
    let catalogue = Shipped.run(
      "version 1.00\t\t\t\ntitle\tprice\tnum\touter_id\tsubtitle\n"
        + "宝贝名称\t宝贝价格\t宝贝数量\t商家编码\t宝贝卖点\n杯\t9\t3\tA\t轻\n")
    #expect(catalogue.products.map(\.source.row) == [4])
    #expect(catalogue.products.first?.source.cells["price"] == "宝贝价格")
  }

  @Test(arguments: ["合计", "总计", "小计：", "Total", "合计(3)", "TOTAL:", "本页合计"])
  func aRowThatAddsUpOthersIsLeftOut(_ word: String) {
    let catalogue = Shipped.run("商家编码,商品名称,售价\nA,杯,9\n\(word),,99\n")
    #expect(catalogue.products.map(\.sku) == ["A"])
    #expect(!catalogue.problems.contains { $0.severity == .error }, "\(catalogue.lines)")
  }

  @Test func aNameThatOnlyStartsLikeATotalStays() {
    let catalogue = Shipped.run("商品名称,商家编码,售价\nTotal Gym,A,9\n")
    #expect(catalogue.products.map(\.title) == ["Total Gym"])
  }

  @Test func raggedRowsAreReadAndNamed() {
    let catalogue = Shipped.run("sku,title,price,brand\nA,Cup,9\nB,Bowl,8,Acme,extra\nC,Jar,7,X\n")
    #expect(catalogue.products.map(\.sku) == ["A", "B", "C"])
    #expect(catalogue.says("fewer cells than the 4 headers", row: 2))
    #expect(catalogue.says("5 cells under 4 headers", row: 3))
  }

  @Test func aQuoteThatIsNeverClosedCostsOnlyItsOwnLine() {
    let catalogue = Shipped.run("sku,title,price\nA,\"Cup,9\nB,Bowl,8\nC,Jar,7\n")
    #expect(catalogue.products.map(\.sku).suffix(2) == ["B", "C"])
    #expect(catalogue.says("a quote is opened and never closed", row: 2))
  }

  @Test func paddedCellsAndQuotesAfterSpacesAreRead() {
    let catalogue = Shipped.run("sku , title , price\n A , \"Cup, red\" , 9 \n")
    #expect(catalogue.product("A")?.title == "Cup, red", "\(catalogue.lines)")
  }

  @Test(arguments: [
    "", "   \n\n", "hello world\nthis is no table\n", "a,b,c\n1,2,3\n", "{}", "[]", "[1,2",
    "{\"a\":{\"b\":1}}", "\"", ",,,,\n,,,", "商品名称,售价\n",
  ])
  func aFileWithoutProductsSaysSo(_ text: String) {
    let catalogue = Shipped.run(text)
    #expect(catalogue.products.isEmpty)
    #expect(catalogue.problems.contains { $0.severity == .error }, "\(catalogue.lines)")
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 3, 4, 20], "the file is cut off or no archive"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "old Excel workbook (xls): in Excel"),
      (Array("%PDF-1.7".utf8), "a PDF: export the table itself as .xlsx or CSV"),
      ([0x1F, 0x8B, 8], "a gzip archive: unpack it and name the table in it"),
      (Array("<html><table>".utf8), "web page, though it may be named xls: open it in Excel"),
    ] as [([UInt8], String)])
  func anotherKindOfFileIsRefusedWithWhatToDo(_ bytes: [UInt8], _ answer: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.file("goods.bin")
    try Data(bytes).write(to: file)
    let catalogue = Shipped.run(CatalogueFile(name: "goods.bin", path: file.path))
    #expect(catalogue.products.isEmpty && catalogue.says(answer), "\(catalogue.lines)")
  }

  @Test func tooManyColumnsAreRefusedByName() {
    let wide = "sku,title,price," + (0..<2_100).map { "c\($0)" }.joined(separator: ",")
    #expect(Shipped.run(wide + "\nA,Cup,9\n").says("2103 columns; at most 2000 are read"))
  }

  @Test func aHundredThousandRowsAreRead() {
    let rows = (1...100_000).map { "A\($0),杯,5\n" }.joined()
    let catalogue = Shipped.run("sku,title,price\n" + rows)
    #expect(catalogue.products.count == 100_000)
    #expect(
      catalogue.products.last?.sku == "A100000" && catalogue.products.last?.source.row == 100_001)
  }
}
