import Diagnostics
import Foundation
import Importing
import Model
import Testing

struct TeamTests {
  private static let shop = CatalogueFile(
    name: "shop.csv", data: Data("商家编码,商品名称,售价,库存\nA,保温杯,59,3\nB,雨伞,39,5\n".utf8))

  private static func file(_ name: String, _ text: String) -> CatalogueFile {
    CatalogueFile(name: name, data: Data(text.utf8))
  }

  @Test func theTeamsOwnColumnsStandUnderTeam() {
    let catalogue = Shipped.run(
      """
      商家编码,商品名称,售价,入选,优先级,钩子,文案1,文案2,CTA,视频标题,备注
      A,保温杯,59,是,1,冬天手冷?,一杯到晚,倒过来不漏,左下角,不漏的杯,不要写功效
      B,雨伞,39,否,P2,,,,,,

      """)
    let team = catalogue.product("A")?.team
    #expect(team?.selected == true && team?.priority == 1 && team?.hook == "冬天手冷?")
    #expect(team?.copy == ["一杯到晚", "倒过来不漏"] && team?.cta == "左下角")
    #expect(team?.title == "不漏的杯" && team?.note == "不要写功效")
    #expect(catalogue.product("A")?.title == "保温杯", "the product's title is not the video's")
    #expect(catalogue.product("B")?.team?.selected == false)
    #expect(catalogue.product("B")?.team?.priority == 2)
    let cells = catalogue.product("A")?.source.cells
    #expect(cells?["team.copy[1]"] == "文案2" && cells?["team.hook"] == "钩子")
  }

  @Test func aSecondFileCompletesByskuInAnyOrder() {
    let team = TeamTests.file("team.csv", "SKU,选中,开头,口播\nA,✓,别再买错杯子,\"第一句\n第二句\"\nZ,✓,x,\n")
    for files in [[TeamTests.shop, team], [team, TeamTests.shop]] {
      let catalogue = ImportStage(rules: Shipped.rules).run(files)
      let product = catalogue.product("A")
      #expect(catalogue.products.map(\.sku) == ["A", "B"])
      #expect(product?.team?.selected == true && product?.team?.copy == ["第一句", "第二句"])
      #expect(product?.source.cell("team.hook") == "team.csv:2 开头")
      #expect(product?.source.cell("price") == "shop.csv:2 售价")
      #expect(catalogue.says("no price for SKU 'Z' here", row: 3))
    }
  }

  @Test func aShotListBySkuOrNameBecomesTheTeamsShots() {
    let shots = TeamTests.file(
      "shots.csv",
      """
      商品编码,商品名称,镜号,景别,运镜,机位,画面内容,台词,时长,道具
      A,,1,特写,推,平,杯盖旋开,听这声音,2.5s,毛巾、热水
      ,,2,中景,固定,,倒置不漏,,3,
      ,雨伞,1,全景,跟,,雨里走,,很久,

      """)
    let catalogue = ImportStage(rules: Shipped.rules).run([TeamTests.shop, shots])
    let first = catalogue.product("A")?.team?.shots
    #expect(first?.map(\.picture) == ["杯盖旋开", "倒置不漏"], "\(catalogue.lines)")
    #expect(first?.first?.size == "特写" && first?.first?.movement == "推")
    #expect(first?.first?.line == "听这声音" && first?.first?.duration == 2.5)
    #expect(first?.first?.props == ["毛巾", "热水"])
    #expect(catalogue.product("A")?.source.cell("team.shots[1]") == "shots.csv:3 画面内容")
    #expect(catalogue.product("B")?.team?.shots.map(\.picture) == ["雨里走"])
    #expect(catalogue.says("'很久' is no duration", row: 4))
  }

  @Test func aSalesReportCompletesCostAndReturns() {
    let report = TeamTests.file(
      "report.csv",
      "款式编码,商品名称,商品销售数据-商品销售数量(扣退),商品销售数据-商品销售成本(扣退),退款合计-退款数量合计\n"
        + "A,保温杯,\"1,204\",\"31,304.00\",186\n合计,,1204,31304,186\n")
    let product = ImportStage(rules: Shipped.rules).run([TeamTests.shop, report]).product("A")
    #expect(product?.cost == 26)
    #expect(product?.returnRate == 0.1545)
    #expect(product?.source.cell("cost") == "report.csv:2 商品销售数据-商品销售成本(扣退)")
  }

  @Test func aSecondPriceIsNamedAndTheFirstIsKept() {
    let other = TeamTests.file("other.csv", "sku,商品名称,售价,品牌,卖点\nA,保温杯,55,山野,不漏\n")
    let catalogue = ImportStage(rules: Shipped.rules).run([TeamTests.shop, other])
    #expect(catalogue.product("A")?.price.amount == 59)
    #expect(catalogue.product("A")?.brand == "山野")
    #expect(catalogue.product("A")?.source.cell("brand") == "other.csv:2 品牌")
    #expect(catalogue.says("costs ¥59 in shop.csv:2; that price is kept", row: 2))
  }

  @Test(arguments: [
    ("是", true), ("√", true), ("1", true), ("yes", true), ("TRUE", true), ("入选", true),
    ("否", false), ("×", false), ("no", false), ("0", false),
  ])
  func yesAndNoAreReadAsPeopleWriteThem(_ cell: String, _ truth: Bool) {
    let catalogue = Shipped.run("sku,商品名称,售价,入选\nA,杯,9,\(cell)\n")
    #expect(catalogue.product("A")?.team?.selected == truth)
  }

  @Test func anAnswerThatIsNeitherIsNamed() {
    let catalogue = Shipped.run("sku,商品名称,售价,入选\nA,杯,9,也许\n")
    #expect(catalogue.product("A")?.team == nil)
    #expect(catalogue.says("'也许' is neither yes nor no; write 是 or 否", row: 2))
  }
}
