import Model

/// The best format that the assets allow, and what one more would bring.
struct FormatChoice {
  var format: Format
  var notes: [String]

  /// - Returns: nil when no format serves the orientation.
  init?(
    of formats: [Format], for product: Product, _ assets: ProductAssets,
    _ orientation: Orientation, asked: [String]
  ) {
    let serving = formats.filter {
      $0.orientations.contains(orientation) && (asked.isEmpty || asked.contains($0.id))
    }
    func rank(_ format: Format) -> Int {
      format.rank + (format.suits.contains(product.category) ? 5 : 0)
    }
    let ranked = serving.sorted { (rank($1), $0.id) < (rank($0), $1.id) }
    let zh = product.locale == .zh
    guard let cheapest = ranked.last else { return nil }
    let fitting = ranked.first { Self.missing(for: $0, assets).isEmpty }
    format = fitting ?? cheapest
    let name = zh ? format.nameZh : format.name
    let hand = Self.inventory(assets, zh)
    if fitting == nil {
      let lack = Self.missing(for: format, assets).map { zh ? $0.zh : $0.en }
      notes = [
        zh
          ? "素材还不够：\(name)要先备好\(lack.joined(separator: "、"))"
          : "not enough material yet: \(name) needs \(lack.joined(separator: ", "))"
      ]
    } else {
      notes = [zh ? "形式：\(name)（现有\(hand)）" : "format: \(name) (at hand: \(hand))"]
    }
    for other in ranked where other.id != format.id && rank(other) > rank(format) {
      guard Self.missing(for: other, assets).count == 1, let unlock = other.unlock[product.locale]
      else { continue }
      notes.append(unlock)
    }
  }

  private static func missing(
    for format: Format, _ assets: ProductAssets
  ) -> [(zh: String, en: String)] {
    var result: [(zh: String, en: String)] = []
    if assets.photos < format.needs.photos {
      result.append(("\(format.needs.photos)张商品图", "\(format.needs.photos) product photos"))
    }
    for asset in format.needs.assets where !assets.has(asset) {
      result.append((asset.name(.zh), asset.name(.en)))
    }
    return result
  }

  private static func inventory(_ assets: ProductAssets, _ zh: Bool) -> String {
    var parts: [String] = []
    parts += ShootAsset.allCases.filter(assets.has).map { $0.name(zh ? .zh : .en) }
    parts.append(zh ? "商品图\(max(0, assets.photos))张" : "\(max(0, assets.photos)) photos")
    return parts.joined(separator: zh ? "、" : ", ")
  }
}
