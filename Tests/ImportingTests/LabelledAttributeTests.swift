import Importing
import Model
import Testing

struct LabelledAttributeTests {
  private func attributes(title: String, description: String = "") -> [String: String] {
    let cell = description.replacing("\"", with: "\"\"")
    return Shipped.run("sku,商品名称,售价,描述\nA,\"\(title)\",9,\"\(cell)\"\n").product("A")?
      .attributes ?? [:]
  }

  @Test(arguments: [
    ("【材质】棉 T恤女", ["材质": "棉"]), ("坚果礼盒净含量500g×3袋 送礼", ["净含量": "500g×3袋"]),
    ("T恤 材质:纯棉 宽松", ["材质": "纯棉"]), ("Linen Shirt, Material: Cotton", ["Material": "Cotton"]),
    (
      "Mug Material: Bone China Capacity: 350 ml", ["Material": "Bone China", "Capacity": "350 ml"]
    ),
    ("【新品】杯子 容量1.5L", ["容量": "1.5L"]), ("【包邮】限时:买一送一 杯子", [:]),
    ("纯棉材质T恤", [:]), ("500g 大米", [:]), ("轻便重量级对手", [:]), ("材质", [:]), ("【材质】", [:]),
    ("sizeable mug 350ml", [:]), ("茶杯（材质：陶瓷）", ["材质": "陶瓷"]), ("功率65W快充头", ["功率": "65W"]),
  ])
  func aTitleGivesWhatItLabels(_ title: String, _ expected: [String: String]) {
    #expect(attributes(title: title) == expected)
  }

  @Test(arguments: [
    (
      "<table><tr><td>材质</td><td>棉</td></tr><tr><th>产地：</th><td>浙江</td></tr></table>",
      ["材质": "棉", "产地": "浙江"]
    ),
    ("<table><tr><th>参数</th><th>说明</th></tr><tr><td>材质</td><td>棉</td></tr></table>", ["材质": "棉"]),
    (
      "<table><tr><td>材质</td><td>棉</td><td>产地</td><td>浙江</td></tr></table>",
      ["材质": "棉", "产地": "浙江"]
    ),
    (
      "<table><tr><td>S</td><td>36</td></tr><tr><td>尺码</td><td>胸围</td><td>衣长</td><td>肩宽</td></tr></table>",
      ["尺码": "胸围"]
    ),
    (
      "<dl><dt>Material</dt><dd>Cotton &amp; linen</dd><dt>Origin</dt><dd>PT</dd></dl>",
      ["Material": "Cotton & linen", "Origin": "PT"]
    ),
    ("<p><b>Material</b> Cotton</p><p><strong>Soft</strong> and airy</p>", ["Material": "Cotton"]),
    ("<b>材质：</b>棉<br><b>产地</b>浙江<br>很好看", ["材质": "棉", "产地": "浙江"]),
    ("<td>材质<td>棉", ["材质": "棉"]), ("<p>面料是棉，很软</p>", [:]),
    ("<table><tr><td>材质</td></tr></table>", [:]),
    ("<script><td>材质</td><td>假</td></script>", [:]),
  ])
  func markUpGivesWhatItLabels(_ html: String, _ expected: [String: String]) {
    #expect(attributes(title: "杯", description: html) == expected)
  }

  @Test func eachIsCitedByItsCellAndTheColumnGoesBefore() {
    let product = Shipped.run(
      "sku,商品名称,售价,描述,材质\nA,【材质】麻 净含量500g,9,<td>材质</td><td>丝</td><td></td>,棉\n"
    ).product("A")
    #expect(product?.attributes == ["材质": "棉", "净含量": "500g"])
    #expect(product?.source.cells["attributes.材质"] == "材质")
    #expect(product?.source.cells["attributes.净含量"] == "商品名称")
    #expect(product?.quantities == ["净含量": [Quantity(value: 500, unit: "g")]])
  }

  @Test func brokenMarkUpNeverStopsTheImport() {
    var random = SeededGenerator(seed: 8)
    let parts = [
      "<td>", "</td>", "<tr>", "<dt>", "<dd>", "<b>", "</b>", "<", ">", "材质", ":", "棉", "&#x;",
      "<!--",
    ]
    for _ in 0..<200 {
      let html = (0..<20).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      #expect(Shipped.run("sku,商品名称,售价,描述\nA,杯,9,\(html)\n").products.count == 1)
    }
  }
}
