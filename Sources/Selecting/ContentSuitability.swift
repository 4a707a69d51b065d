import Model

/// How much there is to show and say, 0…100, from what the catalogue has.
struct ContentSuitability: Sendable {
  private let amounts: [Double]

  /// Words that the policy and the opening lines look for, each by its index in one finder.
  struct Words: Sendable {
    let finder: WordFinder
    let contrast: Range<Int>
    let sensory: Range<Int>
    let gift: Range<Int>
    let seasons: [Range<Int>]

    init(_ policy: SelectionPolicy) {
      var all: [String] = []
      func add(_ words: [String]) -> Range<Int> {
        all += words
        return all.count - words.count..<all.count
      }
      contrast = add(policy.content.contrastWords)
      sensory = add(policy.content.sensoryWords)
      gift = add(["送礼", "礼物", "礼盒", "gift", "gifts", "present"])
      seasons = policy.seasons.map { add($0.words) }
      finder = WordFinder(all)
    }

    /// The words that a product's own texts hold.
    func found(in product: Product) -> Set<Int> {
      var texts = [product.title] + product.attributes.values + product.sellingPoints
      texts += product.scenes + product.tags
      if let description = product.description { texts.append(String(description.prefix(600))) }
      return finder.found(in: WordFinder.bytes(of: texts))
    }
  }

  /// - Parameters:
  ///   - found: of the words, those in the product's texts.
  ///   - coordinates: other products for the same scene, people or brand.
  init(of product: Product, found: Set<Int>, words: Words, coordinates: Int) {
    let texts = Self.facts(of: product)
    let figures = texts.count { $0.unicodeScalars.contains { (48...57).contains($0.value) } }
    let provable = max(figures, product.quantities.count)
    let seasonal = words.seasons.contains { $0.contains { found.contains($0) } }
    let isGift = words.gift.contains { found.contains($0) }
    let hasBasis = product.referencePrice?.basis != nil
    let openings = [
      true, !product.audience.isEmpty, !product.scenes.isEmpty, texts.count >= 1,
      texts.count >= 3, figures > 0, !product.quantities.isEmpty, hasBasis,
      (product.sales7d ?? 0) > 0, seasonal, isGift, product.sample == true,
    ].count { $0 }
    let contrasts =
      words.contrast.count { found.contains($0) } + (hasBasis ? 1 : 0)
      + (product.variants.count > 1 ? 1 : 0)
    amounts = [
      Double(provable) + Double(max(0, texts.count - provable)) / 4, Double(contrasts),
      Double(words.sensory.count { found.contains($0) }), Double(openings),
      Double(product.images.count) + (product.sample == true ? 2 : 0), 0, Double(coordinates),
    ]
  }

  /// What a script can be made of.
  static func facts(of product: Product) -> [String] {
    (product.attributes.map(\.value) + product.sellingPoints + product.scenes
      + [product.description].compactMap { $0 })
      .filter { !$0.utf8.allSatisfy { $0 <= 32 } }
  }

  private static let enough: [String: Double] = [
    "demonstrable": 4, "contrast": 1, "sensory": 2, "hooks": 8, "assets": 6, "impulse": 1,
    "coordinates": 3,
  ]

  /// - Parameter priceRank: share of the category's prices below this one; nil where there is
  ///   nothing to compare with.
  func parts(
    priceRank: Double?, by policy: SelectionPolicy.Content
  ) -> [(name: String, amount: Double, enough: Double, share: Double)] {
    zip(SelectionPolicy.Content.parts, amounts).compactMap { name, amount in
      guard let share = policy.shares[name], share > 0 else { return nil }
      let enough = policy.enough[name] ?? Self.enough[name] ?? 1
      return (name, name == "impulse" ? 1 - (priceRank ?? 0.5) : amount, enough, share)
    }
  }

  func score(priceRank: Double?, by policy: SelectionPolicy.Content) -> Double {
    parts(priceRank: priceRank, by: policy)
      .reduce(0) { $0 + $1.share * min(1, $1.amount / $1.enough) }.rounded(to: 2)
  }
}
