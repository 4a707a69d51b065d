import Model

/// The formats that the assets and the facts allow, best first, and what is said of them.
struct FormatChoice {
  /// Never empty.
  var formats: [Format]
  /// What one more asset would bring.
  private var unlocks: [String] = []
  private var lacks: [String] = []
  private let inventory: String

  /// - Returns: nil when no format serves the orientation.
  init?(
    of formats: [Format], for product: Product, _ assets: ProductAssets, _ claims: ClaimBook,
    _ group: PlatformGroup, asked: [String]
  ) {
    let barred = Set(group.platforms.flatMap(\.prohibited))
    let serving = formats.filter {
      $0.orientations.contains(group.orientation) && !barred.contains($0.id)
        && (asked.isEmpty || asked.contains($0.id))
        && ($0.categories.isEmpty || $0.categories.contains(product.category))
    }
    func rank(_ format: Format) -> Int {
      format.rank + (format.suits.contains(product.category) ? 5 : 0)
    }
    let ranked = serving.sorted { (rank($1), $0.id) < (rank($0), $1.id) }
    let zh = product.locale == .zh
    guard let cheapest = ranked.last else { return nil }
    let known = ranked.filter {
      $0.needs.facts.allSatisfy { claims.slots[$0] != nil } && $0.holds(claims.steps)
    }
    let fitting = known.filter { Self.missing(for: $0, assets).isEmpty }
    self.formats = fitting.isEmpty ? [known.last ?? cheapest] : fitting
    let best = self.formats[0]
    inventory = Self.inventory(assets, zh)
    if fitting.isEmpty {
      lacks = Self.missing(for: best, assets).map { zh ? $0.zh : $0.en }
    }
    for other in known where other.id != best.id && rank(other) > rank(best) {
      guard Self.missing(for: other, assets).count == 1, let unlock = other.unlock[product.locale]
      else { continue }
      unlocks.append(unlock)
    }
  }

  /// Why a script has its format, and what would allow a better one.
  func notes(on format: Format, _ locale: CopyLocale) -> [String] {
    let zh = locale == .zh
    let name = zh ? format.nameZh : format.name
    guard lacks.isEmpty else {
      return [
        zh
          ? "素材还不够：\(name)要先备好\(lacks.joined(separator: "、"))"
          : "not enough material yet: \(name) needs \(lacks.joined(separator: ", "))"
      ] + unlocks
    }
    return [zh ? "形式：\(name)（现有\(inventory)）" : "format: \(name) (at hand: \(inventory))"]
      + unlocks
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

extension Format {
  /// Whether every step has a beat: a cleaner that is not rinsed off is no tutorial.
  fileprivate func holds(_ steps: [Copy]) -> Bool {
    guard needs.facts.contains("step") else { return true }
    return steps.count <= beats.filter { $0.role == .point }.reduce(0) { $0 + $1.count }
  }
}
