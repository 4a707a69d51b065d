import Diagnostics
import Model
import Testing

struct TextReadingTests {
  @Test func aDescriptionLosesItsMarkUpAndGivesItsLabels() {
    let catalogue = Shipped.run(
      """
      sku,商品名称,售价,宝贝描述,面料
      A,T恤,59,"<style>p{}</style><p>面料：棉100%（洗后缩率约3%）</p><p>尺码：S/M/L</p>
      <p>注意：看详情</p><p>&lt;5kg&nbsp;很轻&#33;</p><!-- 面料：假 --><img src=""x.jpg"">https://e.example/a",
      B,衬衫,59,<p>面料：麻</p>,棉

      """)
    let product = catalogue.product("A")
    #expect(
      product?.description
        == "面料：棉100%（洗后缩率约3%）\n尺码：S/M/L\n注意：看详情\n<5kg 很轻!\nhttps://e.example/a")
    #expect(product?.attributes == ["面料": "棉100%（洗后缩率约3%）", "尺码": "S/M/L"])
    #expect(product?.source.cells["attributes.面料"] == "宝贝描述")
    #expect(catalogue.product("B")?.attributes == ["面料": "棉"], "its own column goes before")
    #expect(catalogue.product("B")?.source.cells["attributes.面料"] == "面料")
  }

  @Test(arguments: [
    ("洗后不透；领口不变形;三档", ["洗后不透", "领口不变形", "三档"]), ("轻|稳｜静", ["轻", "稳", "静"]),
    ("轻便/静音", ["轻便", "静音"]), ("5V/2A快充", ["5V/2A快充"]), ("1、轻；2、稳", ["轻", "稳"]),
    ("\"• 轻\n• 稳\"", ["轻", "稳"]), ("1.5L大容量", ["1.5L大容量"]),
  ])
  func sellingPointsAreTakenApart(_ cell: String, _ points: [String]) {
    let catalogue = Shipped.run("sku\t商品名称\t售价\t卖点\nA\t杯\t9\t\(cell)\n")
    #expect(catalogue.product("A")?.sellingPoints == points, "\(catalogue.lines)")
  }

  @Test func numberedPointsKeepTheirOrderAndTheirCells() {
    let catalogue = Shipped.run("sku,商品名称,售价,卖点2,卖点1,卖点3\nA,杯,9,二,一；一半,\n")
    let product = catalogue.product("A")
    #expect(product?.sellingPoints == ["一", "一半", "二"])
    #expect(product?.source.cells["selling_points[1]"] == "卖点1")
    #expect(product?.source.cells["selling_points[2]"] == "卖点2")
  }

  @Test func peopleAndPlacesAreWords() {
    let catalogue = Shipped.run("sku,商品名称,售价,适用人群,使用场景\nA,杯,9,\"学生、上班族,妈妈\",办公室/露营\n")
    #expect(catalogue.product("A")?.audience == ["学生", "上班族", "妈妈"])
    #expect(catalogue.product("A")?.scenes == ["办公室", "露营"])
  }

  @Test func unknownColumnsAreAttributesAndTheShopsOwnNumbersAreNot() {
    let catalogue = Shipped.run("sku,商品名称,售价,净含量(g),店铺名称,利润-毛利额\nA,茶,9,120,某店,88\n")
    #expect(catalogue.product("A")?.attributes == ["净含量(g)": "120"])
    #expect(catalogue.product("A")?.source.cells["attributes.净含量(g)"] == "净含量(g)")
  }

  @Test(arguments: [
    ("a.jpg|b.jpg", ["a.jpg", "b.jpg"]), ("\"a.jpg, b.png\"", ["a.jpg", "b.png"]),
    ("\"photos/a 1.jpg\nphotos/b.jpg\"", ["photos/a 1.jpg", "photos/b.jpg"]),
    ("\"https://i.example/w_1,h_2/a.jpg\"", ["https://i.example/w_1,h_2/a.jpg"]),
    ("https://i.example/a;https://i.example/b", ["https://i.example/a", "https://i.example/b"]),
    ("a.jpg|a.jpg", ["a.jpg"]),
  ])
  func picturesAreTakenApart(_ cell: String, _ paths: [String]) {
    let catalogue = Shipped.run("sku\ttitle\tprice\timages\nA\tCup\t9\t\(cell)\n")
    #expect(catalogue.product("A")?.images == paths)
  }

  @Test func aPictureOutsideTheWorkspaceIsNotTaken() {
    let catalogue = Shipped.run("sku,title,price,images\nA,Cup,9,../../etc/passwd|ok.jpg\n")
    #expect(catalogue.product("A")?.images == ["ok.jpg"])
    #expect(catalogue.says("leads out of the workspace", row: 2))
  }

  @Test func nulsAndControlCharactersAreDropped() {
    let catalogue = Shipped.run("sku,title,price\nA\u{0},C\u{0}u\u{7}p,9\n")
    #expect(catalogue.products.map(\.sku) == ["A"] && catalogue.products[0].title == "Cup")
  }
}
