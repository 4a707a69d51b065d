import Model

/// The formats that the assets and the facts allow, best first, and what one more asset would bring.
struct FormatChoice {
  /// Never empty.
  var formats: [Format]
  var notes: [String]

  /// - Returns: nil when no format serves the orientation.
  init?(
    of formats: [Format], for product: Product, _ assets: ProductAssets, _ claims: ClaimBook,
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
    let known = ranked.filter { $0.needs.facts.allSatisfy { claims.slots[$0] != nil } }
    let fitting = known.filter { Self.missing(for: $0, assets).isEmpty }
    self.formats = fitting.isEmpty ? [known.last ?? cheapest] : fitting
    let best = self.formats[0]
    let name = zh ? best.nameZh : best.name
    let hand = Self.inventory(assets, zh)
    if fitting.isEmpty {
      let lack = Self.missing(for: best, assets).map { zh ? $0.zh : $0.en }
      notes = [
        zh
          ? "素材还不够：\(name)要先备好\(lack.joined(separator: "、"))"
          : "not enough material yet: \(name) needs \(lack.joined(separator: ", "))"
      ]
    } else {
      notes = [zh ? "形式：\(name)（现有\(hand)）" : "format: \(name) (at hand: \(hand))"]
    }
    for other in known where other.id != best.id && rank(other) > rank(best) {
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
    var parts = ShootAsset.allCases.filter(assets.has).map { $0.name(zh ? .zh : .en) }
    parts.append(zh ? "商品图\(max(0, assets.photos))张" : "\(max(0, assets.photos)) photos")
    return parts.joined(separator: zh ? "、" : ", ")
  }
}
