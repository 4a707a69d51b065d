import Diagnostics
import Model
import Testing

struct IdentifierReadingTests {
  @Test(arguments: [
    ("'00123", "00123"), ("\t601234567890", "601234567890"), ("=\"00042\"", "00042"),
    ("TX-W", "TX-W"), ("0012", "0012"), ("  A 1  ", "A 1"), ("12E5", "12E5"), ("E+12", "E+12"),
  ])
  func anIdentifierStaysText(_ cell: String, _ sku: String) {
    let quoted =
      "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
    let catalogue = Shipped.run("sku,title,price\n\(quoted),Cup,9\n")
    #expect(catalogue.products.map(\.sku) == [sku], "\(catalogue.lines)")
  }

  @Test(arguments: ["3.62E+15", "3.62e+15", "3E+15", "３．６２Ｅ＋１５"])
  func aShortenedNumberIsRefusedAndTheOthersGoOn(_ cell: String) {
    let catalogue = Shipped.run("商品ID,商品名称,售价\n\(cell),风扇,39\n3620000000000003,姜茶,29\n")
    #expect(catalogue.products.map(\.sku) == ["3620000000000003"])
    let problem = catalogue.problems.first { $0.severity == .error }
    #expect(problem?.row == 2 && problem?.column == "商品ID" && problem?.value == cell)
    #expect(problem?.message.contains("format the column as text and export again") == true)
  }

  @Test func whatContinuesARefusedRowIsLeftOutWithIt() {
    let catalogue = Shipped.run(
      """
      商品ID,商品名称,规格,商家编码,售价
      1001,甲,红,A1,9
      3.62E+15,乙,红,B1,9
      ,,蓝,B2,9

      """)
    #expect(catalogue.products.map(\.sku) == ["A1"])
    #expect(catalogue.products[0].variants.isEmpty)
    #expect(catalogue.says("continues a listing that was left out", row: 4))
  }

  @Test func aSkuThatStandsTwiceIsNamedAndTheFirstIsKept() {
    let catalogue = Shipped.run("sku,title,price\nA,Cup,9\nB,Bowl,8\nA,Mug,7\n")
    #expect(catalogue.products.map(\.title) == ["Cup", "Bowl"])
    #expect(catalogue.says("SKU 'A' stands in row 2 already; the first is kept", row: 4))
  }

  @Test func withoutAnyIdentifierAStableOneIsMadeAndSaidSo() {
    let first = Shipped.run("商品名称,售价\n保温杯,59\n雨伞,39\n")
    let second = Shipped.run("商品名称,售价\n雨伞,39\n保温杯,59\n")
    #expect(Set(first.products.map(\.sku)) == Set(second.products.map(\.sku)))
    #expect(first.products.allSatisfy { $0.sku.hasPrefix("T-") })
    #expect(first.says("is made from the title and changes with it", row: 2))
  }

  @Test(
    arguments: [
      ("商家编码,商品ID,商品名称,售价\nA,77,杯,9\n", "A", "77"),
      ("商家编码,商品ID,商品名称,售价\n,77,杯,9\n", "77", nil),
      ("Handle,Title,Price\ncup,Cup,9\n", "cup", nil),
    ] as [(String, String, String?)])
  func theSkuComesFirstThenTheItemThenTheHandle(_ text: String, _ sku: String, _ parent: String?) {
    let catalogue = Shipped.run(text)
    #expect(catalogue.products.map(\.sku) == [sku])
    #expect(catalogue.products.first?.parentSku == parent)
  }
}
