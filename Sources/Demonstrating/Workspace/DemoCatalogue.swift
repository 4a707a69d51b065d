/// The demo's catalogue as a team's spreadsheet gives it: a title row, a total row, and the faults
/// that such sheets have.
struct DemoCatalogue {
  private static let columns =
    [
      "商品编码", "商品名称", "类目", "品牌", "售价", "划线价", "划线价依据", "划线价日期", "成本", "佣金率",
      "库存", "近7天销量", "近30天销量", "评分", "退货率",
    ] + DemoProduct.attributeColumns + ["卖点", "适用人群", "使用场景", "图片"]

  /// The sheet as comma-separated text with a byte order mark, as spreadsheets write it.
  var text: String {
    var rows = [["木与棉 夏季商品表（2026年5月）"], Self.columns]
    rows += DemoProduct.range.map(Self.row)
    rows += Self.faulty
    rows.append(Self.total)
    let width = Self.columns.count
    let lines = rows.map { row in
      (row + Array(repeating: "", count: width - row.count)).map(Self.quoted).joined(separator: ",")
    }
    return "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"\n".contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private static func row(_ product: DemoProduct) -> [String] {
    let struck = !product.reference.isEmpty
    return [
      product.sku, product.title, product.category, DemoProduct.brand, product.price,
      product.reference, struck ? "本店前7日内最低成交价" : "", struck ? "2026-05-10" : "",
      product.cost, product.commission, "\(product.stock)", "\(product.sold7)", "\(product.sold30)",
      product.rating, product.returns,
    ] + DemoProduct.attributeColumns.map { product.attributes[$0] ?? "" } + [
      product.points.joined(separator: "；"), product.audience.joined(separator: "；"),
      product.scenes.joined(separator: "；"),
      (1...4).map { "photos/\(product.sku)/\($0).jpg" }.joined(separator: ";"),
    ]
  }

  private static func row(_ cells: [String: String]) -> [String] { columns.map { cells[$0] ?? "" } }

  /// A long number that a spreadsheet has ruined, a price not filled in, forbidden words, and a
  /// product that earns nothing.
  private static let faulty = [
    row([
      "商品编码": "3.62E+15", "商品名称": "棉麻抱枕套两只装", "类目": "家居/抱枕", "品牌": "木与棉", "售价": "35.00",
      "成本": "12.00", "佣金率": "15%", "库存": "300", "近7天销量": "20", "近30天销量": "88", "评分": "4.5",
      "材质": "棉麻", "卖点": "可拆洗；隐形拉链",
    ]),
    row([
      "商品编码": "SHO-3330", "商品名称": "软底居家拖鞋", "类目": "鞋/拖鞋", "品牌": "木与棉", "售价": "待定",
      "成本": "9.00", "佣金率": "15%", "库存": "1200", "近7天销量": "66", "近30天销量": "240", "评分": "4.6",
      "材质": "EVA", "卖点": "鞋底厚3厘米；可冲洗",
    ]),
    row([
      "商品编码": "SNK-5020", "商品名称": "每日混合坚果 25克*7袋", "类目": "零食/坚果", "品牌": "木与棉",
      "售价": "49.90", "成本": "22.00", "佣金率": "20%", "库存": "900", "近7天销量": "97", "近30天销量": "402",
      "评分": "4.6", "退货率": "3%", "净含量": "175克", "规格": "25克*7袋", "口味": "原味",
      "卖点": "全网最低价；6种坚果；独立小袋", "适用人群": "上班族", "使用场景": "下午茶",
    ]),
    row([
      "商品编码": "HOM-6031", "商品名称": "桌面收纳盒三格", "类目": "家居/收纳盒", "品牌": "木与棉",
      "售价": "12.90", "成本": "11.80", "佣金率": "20%", "库存": "500", "近7天销量": "31", "近30天销量": "130",
      "评分": "4.4", "退货率": "6%", "材质": "PP塑料", "颜色": "白色", "规格": "长24厘米 宽12厘米",
      "卖点": "三格分区；可水洗", "适用人群": "学生", "使用场景": "书桌",
    ]),
  ]

  private static var total: [String] {
    let range = DemoProduct.range
    return row([
      "商品编码": "合计", "库存": "\(range.map(\.stock).reduce(0, +))",
      "近7天销量": "\(range.map(\.sold7).reduce(0, +))",
      "近30天销量": "\(range.map(\.sold30).reduce(0, +))",
    ])
  }
}
