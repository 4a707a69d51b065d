import Drawing

/// One row of the demo's catalogue, and how the product looks.
struct DemoProduct: Sendable {
  var sku: String
  var title: String
  var category: String
  var price: String
  var reference: String = ""
  var cost: String
  var commission: String
  var stock: Int
  var sold7: Int
  var sold30: Int
  var rating: String
  var returns: String
  /// Column → value.
  var attributes: [String: String]
  var points: [String]
  var audience: [String]
  var scenes: [String]
  var look: ProductLook

  static let brand = "木与棉"
  static let brandLatin = "MUMIAN"

  /// The columns of attributes, in the sheet's order.
  static let attributeColumns = [
    "材质", "成分", "颜色", "规格", "重量", "版型", "厚薄", "尺码", "净含量", "口味", "配料", "保质期",
    "产地", "洗护",
  ]
}

extension ProductLook {
  init(_ kind: ProductKind, _ color: UInt32, _ accent: UInt32, label: String = "", net: String = "")
  {
    self.init(
      kind: kind, color: Color(hex: color), accent: Color(hex: accent), label: label,
      brand: DemoProduct.brandLatin, net: net)
  }

  /// How to draw a product that the demo does not know, by the words that tell about it.
  init(guessing words: String) {
    let kinds: [(ProductKind, [String])] = [
      (.dress, ["裙", "dress", "skirt"]), (.runner, ["跑鞋", "运动鞋", "running"]),
      (.sneaker, ["鞋", "靴", "shoe", "boot", "sneaker"]), (.backpack, ["双肩", "背包", "backpack"]),
      (.tote, ["包", "bag", "tote"]), (.biscuits, ["饼", "酥", "biscuit", "cookie"]),
      (.berries, ["零食", "果", "干", "脆", "snack"]), (.towel, ["巾", "towel"]),
      (.shirt, ["衫", "衣", "shirt", "裤"]), (.storageBox, []),
    ]
    let text = words.lowercased()
    let kind = kinds.first { $0.1.contains { text.contains($0) } }?.0 ?? .storageBox
    var random = SeededGenerator(seed: 1, words)
    let colors: [(UInt32, UInt32)] = [
      (0xC9748A, 0xFFF3E2), (0x6F8FA8, 0xF0E4CF), (0xC98B4F, 0xFBF3E4), (0x7A9A7E, 0xF2EAD8),
    ]
    let (color, accent) = colors[random.index(below: colors.count)]
    self.init(kind, color, accent, label: String(words.prefix(4)))
  }
}
