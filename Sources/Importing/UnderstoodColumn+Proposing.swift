import Model

extension UnderstoodColumn {
  /// Says what an unknown column's cells look like; it stays an attribute until it is settled.
  ///
  /// - Parameter known: The fields that other columns hold.
  mutating func propose(known: Set<CatalogueField>) {
    guard column.meaning == nil, !column.isSettled, profile.sampled > 0 else { return }
    guard !header.isEmpty else {
      certainty = 0
      return doubt(en: "it has no header and is not read", zh: "没有表头，不读取")
    }
    let key = YAMLKey.text(header)
    func offer(_ field: CatalogueField, _ en: String, _ zh: String, _ name: (String, String)) {
      let line = "columns: {\(key): \(field.rawValue)}"
      suggestion = field
      certainty = 0.5
      doubt(
        en: "cells look like \(en); if this is the \(name.0), say so: \(line)",
        zh: "单元格像\(zh)；如果这是\(name.1)，请写明：\(line)", asks: !known.contains(field))
    }
    let hasPrice = known.contains(.price) || known.contains(.salePrice)
    let isAmount =
      profile.share(.money) >= 0.8 || (!hasPrice && profile.share(.twoPlaces) >= 0.8)
    if isAmount {
      offer(.price, "amounts", "金额", ("price", "售价"))
      if hasPrice { doubts[doubts.count - 1].asks = false }
    } else if profile.share(.picture) >= 0.8 {
      offer(.images, "pictures", "图片", ("pictures", "商品图片"))
    } else if profile.share(.ean) >= 0.8, profile.sampled >= 3 {
      offer(.sku, "EAN codes", "条码", ("SKU", "商家编码"))
    }
  }
}
