import Diagnostics
import Foundation
import Importing
import Model
import Testing

struct ColumnReaderTests {
  private func read(
    _ text: String, headers: Int = 1, settings: ColumnSettings = ColumnSettings(),
    file: String = "catalogue.csv"
  ) -> (columns: [ColumnReport.Column], problems: [Problem]) {
    var rules = Shipped.rules
    rules.columns = settings
    let rows = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let result = ColumnReader(rules: rules).read(
      file: file, headers: Array(rows.prefix(headers)), rows: rows.dropFirst(headers))
    return (result.sheet.columns, result.problems)
  }

  private let rows = "\nA-1,杯子,59.90,3\nA-2,碗,39.00,0\nA-3,盘子,19.90,12"

  @Test func plainHeadersAreSureAndAskNothing() {
    let (columns, problems) = read("商家编码,商品名称,售价,库存" + rows)
    #expect(columns.map(\.meaning.field) == [.sku, .title, .price, .stock])
    #expect(columns.map(\.letter) == ["A", "B", "C", "D"])
    #expect(columns.allSatisfy { $0.certainty > 0.9 && $0.by == .exactName && $0.doubts == [] })
    #expect(columns[2].filled == 3 && columns[2].examples == ["59.90", "39.00", "19.90"])
    #expect(problems == [])
  }

  @Test(arguments: [
    ("价格(元)", ColumnReport.Evidence.bareName), ("价格/元", .bareName), ("价格（单位：元）", .bareName),
    ("offers.售价", .path),
  ])
  func theEvidenceIsNamed(_ header: String, _ by: ColumnReport.Evidence) {
    let column = read("商家编码,商品名称,\(header),库存" + rows).columns[2]
    #expect(column.meaning.field == .price && column.by == by)
  }

  @Test func aNumberedNameIsNamedSo() {
    let (columns, _) = read("sku,title,price,卖点1,卖点2\nA,Cup,9.5,轻,稳")
    #expect(columns.suffix(2).map(\.by) == [.numberedName, .numberedName])
  }

  @Test func aPriceWhoseCellsAreNoAmountsIsDoubted() {
    let (columns, problems) = read("sku,title,price,stock\nA,Cup,red,1\nB,Jar,blue,2\nC,Mug,9,3")
    #expect(columns[2].meaning.field == .price && columns[2].certainty < 0.6)
    #expect(columns[2].doubts.first?.en == "most cells are no amounts")
    #expect(columns[2].doubts.first?.zh == "多数单元格不是金额")
    #expect(problems.count == 1)
    #expect(
      problems.first?.message
        == "column C 'price' is read as price, but most cells are no amounts; settle it in "
        + "shopreel.yaml: columns: {price: price}, or ignore")
  }

  @Test(arguments: ["数量", "num"])
  func anAmbiguousNameIsLessSure(_ header: String) {
    let (columns, problems) = read("商家编码,商品名称,售价,\(header)" + rows)
    #expect(columns[3].meaning.field == .stock && (0.6...0.75).contains(columns[3].certainty))
    #expect(columns[3].doubts.count == 1 && problems == [])
  }

  @Test func twoPricesThatDifferAskWhichIsMeant() {
    let (columns, problems) = read("商家编码,商品名称,售价,直播价,活动价\nA,杯,59,49,39\nB,碗,30,25,29")
    #expect(columns[2].doubts.map(\.en) == ["'直播价' claims price too"])
    #expect(
      columns[3].doubts.first?.en
        == "'售价' is taken as price since its name is the surer one; this one counts only where "
        + "that is blank")
    #expect(columns[4].doubts.first?.en.contains("where it is below '售价'") == true)
    #expect(problems.count == 1 && problems[0].column == "售价")
    #expect(problems[0].message.contains("columns: {售价: price}"))
  }

  @Test func twoPricesThatAgreeAskNothing() {
    #expect(read("商家编码,商品名称,售价,价格\nA,杯,59,59\nB,碗,30,").problems == [])
  }

  @Test func twoColumnsOfOneNameAskForNamesOfTheirOwn() {
    let (columns, problems) = read("商家编码,商品名称,价格,价格\nA,杯,59,49")
    #expect(columns[2].doubts.contains { $0.en.contains("another column has the same name") })
    #expect(problems.count == 1)
  }

  @Test func anUnknownColumnOfAmountsIsProposedAndNotTaken() {
    let (columns, problems) = read("商家编码,商品名称,到底多少\nA,杯,¥59\nB,碗,¥30.5")
    #expect(columns[2].meaning == .init(attribute: "到底多少") && columns[2].by == .unknown)
    #expect(
      columns[2].doubts.first?.en
        == "cells look like amounts; if this is the price, say so: columns: {到底多少: price}")
    #expect(columns[2].doubts.first?.zh.contains("columns: {到底多少: price}") == true)
    #expect(problems.count == 1)
    let known = read("商家编码,商品名称,售价,运费险\nA,杯,59,¥1\nB,碗,30,¥2")
    #expect(known.columns[3].doubts.count == 1 && known.problems == [], "there is a price already")
  }

  @Test(arguments: [
    ("https://i.example/1.jpg", "pictures"), ("a/b.png", "pictures"),
    ("6901234567892", "EAN codes"),
  ])
  func anUnknownColumnIsKnownByItsCells(_ cell: String, _ what: String) {
    let (columns, problems) = read(
      "商品名称,售价,某列\n杯,9.5,\(cell)\n碗,8,\(cell)\n盘,7,\(cell)")
    #expect(columns[2].meaning.attribute == "某列")
    #expect(columns[2].doubts.first?.en.hasPrefix("cells look like \(what)") == true)
    #expect(problems.count == 1)
  }

  @Test func aCodeWithAWrongCheckDigitIsNoEan() {
    let cells = ["6901234567890", "6901234567891", "6901234567893"]
    let text = "商品名称,售价,某列" + cells.map { "\n杯\($0.last ?? "0"),9.5,\($0)" }.joined()
    #expect(read(text).columns[2].doubts == [])
  }

  @Test(
    arguments: [
      ("descripton", CatalogueField.description), ("catagory", .category), ("titel", .title),
      ("pirce", .price), ("商家编玛号", .sku), ("商名品称", .title), ("参考价格区间", nil), ("适用人数", nil),
      ("ankle", nil), ("grand", nil), ("scenery", nil),
    ] as [(String, CatalogueField?)])
  func oneLetterOffALongNameIsTakenWithADoubt(_ header: String, _ field: CatalogueField?) {
    let cell = field == .price ? "9.5" : "words"
    let (columns, problems) = read("sku,\(header)\nA,\(cell)\nB,\(cell)")
    // No known name is one letter off 商家编玛号.
    let expected = header == "商家编玛号" ? nil : field
    #expect(columns[1].meaning.field == expected)
    #expect((columns[1].by == .misspelt) == (expected != nil))
    if expected != nil {
      #expect(columns[1].certainty < 0.6 && problems.count == 1)
      #expect(columns[1].doubts.contains { $0.en.hasPrefix("it is one letter off '") })
    }
  }

  @Test func aShortNameThatIsNearIsSaidAndNotTaken() {
    let (columns, problems) = read("sku,title,商品售价,商品库村\nA,Cup,9.5,3\nB,Jar,8,4")
    #expect(columns[3].meaning.attribute == "商品库村")
    #expect(columns[3].doubts.first?.en == "it is one letter off '商品库存' (stock)")
    #expect(problems == [])
  }

  @Test func whatTheTeamSettlesIsCertain() {
    let settings = ColumnSettings(
      everywhere: ["直播价": .init(.price), "备注2": .init(.ignored), "货号": .init(nil)],
      files: ["goods.csv": ["售价": .init(.referencePrice)]])
    let text = "商家编码,商品名称,售价,直播价,备注2,货号\nA,杯,59,49,x,H-1"
    let (columns, problems) = read(text, settings: settings)
    #expect(columns.map(\.meaning.field) == [.sku, .title, .price, .price, .ignored, nil])
    #expect(columns[3].certainty == 1 && columns[3].by == .settings)
    #expect(
      columns[2].doubts.first?.en.contains("'直播价' is taken as price since shopreel.yaml") == true)
    #expect(columns[5].meaning.attribute == "货号" && columns[5].by == .settings)
    #expect(problems == [])
    let other = read(text, settings: settings, file: "data/goods.csv").columns
    #expect(other[2].meaning.field == .referencePrice && other[2].certainty == 1)
  }

  @Test func aSettledColumnIsReadSo() {
    var rules = Shipped.rules
    rules.columns = ColumnSettings(everywhere: ["直播价": .init(.price), "内部号": .init(.sku)])
    let product = Shipped.run("内部号,商家编码,商品名称,售价,直播价\nN1,A,杯,59,49\n", rules: rules).products.first
    #expect(product?.sku == "N1" && product?.price.amount == 49)
    #expect(product?.source.cells["price"] == "直播价")
  }

  @Test func aHeaderOfManySignsIsQuotedInTheLineToWrite() {
    let (_, problems) = read("sku,title,#\"价: x\nA,Cup,¥9\nB,Jar,¥8")
    #expect(
      problems.first?.message.contains(##"columns: {"#\"价: x": price}"##) == true, "\(problems)")
  }

  @Test(arguments: ["日期,乱", "a\u{0}b,\u{FFFF}", "#,##", ",,,", "=1+1,@x", "\"\",’"])
  func anyHeaderGivesAReport(_ headers: String) {
    let (columns, _) = read(headers + "\n1,2\n,")
    #expect(columns.count == headers.split(separator: ",", omittingEmptySubsequences: false).count)
    #expect(columns.allSatisfy { (0...1).contains($0.certainty) })
  }

  @Test func aReportKeepsItsSizeHoweverManyRowsThereAre() {
    let text = "sku,title,price\n" + (0..<3_000).map { "S\($0),T\($0),9" }.joined(separator: "\n")
    let (columns, _) = read(text)
    #expect(columns.allSatisfy { $0.filled == 3_000 && $0.examples.count <= 3 })
  }
}
