import Model

/// How much there is to show and say, 0…100, from what the catalogue has.
struct ContentSuitability: Sendable {
  let facts: Int
  /// Facts with a figure in them: a scale, a ruler or a stopwatch can show them in one shot.
  let provable: Int
  let images: Int
  let variants: Int
  /// Share of the category's prices below this one; nil where there is nothing to compare with.
  let priceRank: Double?
  private let place: String

  init(of product: Product, priceRank: Double?) {
    let texts = Self.facts(of: product)
    facts = texts.count
    provable = texts.count { $0.contains(where: \.isNumber) }
    images = product.images.count
    variants = product.variants.count
    self.priceRank = priceRank
    place = product.source.place
  }

  /// What a script can be made of.
  static func facts(of product: Product) -> [String] {
    (product.attributes.map(\.value) + product.sellingPoints + product.scenes
      + [product.description].compactMap { $0 })
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }

  var score: Double {
    30 * part(facts, of: 8) + 15 * part(provable, of: 3) + 25 * part(images, of: 6)
      + 10 * part(variants, of: 4) + 20 * (1 - (priceRank ?? 0.5))
  }

  private func part(_ count: Int, of enough: Int) -> Double {
    min(1, Double(count) / Double(enough))
  }

  var measure: Measure {
    let price = priceRank.map { ", price above \(Int(($0 * 100).rounded())) % of its category" }
    return Measure(
      value: score.rounded(to: 2), certainty: 1,
      source: "\(facts) facts, \(provable) with a figure, \(images) images, \(variants) variants"
        + "\(price ?? "") from \(place)")
  }
}
