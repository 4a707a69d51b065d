import Model

/// What a header says.
struct HeaderMeaning: Hashable, Sendable {
  var field: CatalogueField
  /// Place among the field's names: lower is more trusted.
  var rank: Int
  /// `卖点2` → 2.
  var number: Int?
}

/// Finds the field that a header means.
struct HeaderIndex: Sendable {
  private var exact: [String: [HeaderMeaning]] = [:]
  private let generic: Set<String>

  init(_ rules: HeaderRules) {
    generic = Set(rules.generic.map(\.headerKey))
    for field in CatalogueField.allCases {
      for (rank, alias) in (rules.aliases[field] ?? []).enumerated() {
        let key = alias.split(separator: "#", omittingEmptySubsequences: false)
          .map { String($0).headerKey }.joined(separator: "#")
        exact[key, default: []].append(HeaderMeaning(field: field, rank: rank))
      }
    }
  }

  private static let identities: Set<CatalogueField> = [.sku, .productID, .handle, .title]

  /// - Parameter shots: Whether names that a shot list shares with a catalogue mean the shot list's.
  func meaning(of header: String, shots: Bool = false) -> HeaderMeaning? {
    let bare = header.withoutBrackets
    for text in [header, bare] {
      if let found = whole(text.headerKey, shots: shots) { return found }
    }
    return byPath(bare, shots: shots)
  }

  private func whole(_ key: String, shots: Bool) -> HeaderMeaning? {
    guard !key.isEmpty else { return nil }
    if let found = pick(key, shots: shots) { return found }
    let number = key.digitRuns.first
    if let number, var found = pick(key.digitsAsSign, shots: shots) {
      found.number = number
      return found
    }
    let stem = String(key.reversed().drop { $0.isASCII && $0.isNumber }.reversed())
    guard stem != key, !stem.isEmpty, var found = pick(stem, shots: shots) else { return nil }
    found.number = key.digitRuns.last
    return found
  }

  private func pick(_ key: String, shots: Bool) -> HeaderMeaning? {
    guard let found = exact[key] else { return nil }
    return found.first { $0.field.isShot == shots } ?? found.first
  }

  /// `priceInfo.price`, `商品销售数据-商品销售数量`: the last part, unless it says nothing alone.
  private func byPath(_ header: String, shots: Bool) -> HeaderMeaning? {
    let parts = header.split { ".->/／｜|".contains($0) }.map(String.init)
    guard parts.count > 1, parts.count <= 12, let leaf = parts.last else { return nil }
    let parents = parts.dropLast().reversed().lazy.compactMap { whole($0.headerKey, shots: shots) }
    let isGeneric = generic.contains(leaf.headerKey)
    if !isGeneric {
      for start in parts.indices.dropFirst() {
        let key = parts[start...].joined().headerKey
        guard let found = whole(key, shots: shots) else { continue }
        // `brand.id` and `category.slug` name the brand and the category, not the product.
        let isForeign = HeaderIndex.identities.contains(found.field) && parents.first != nil
        return isForeign ? HeaderMeaning(field: .ignored, rank: 0) : found
      }
    }
    if let parent = parents.first {
      if parent.field == .attributes { return isGeneric ? parent : nil }
      if parent.field == .title, !isGeneric { return nil }
      return isGeneric
        ? parent : HeaderMeaning(field: .ignored, rank: 0)
    }
    return isGeneric ? whole(leaf.headerKey, shots: shots) : nil
  }
}

extension String {
  /// The numbers in a key; none is longer than six digits.
  fileprivate var digitRuns: [Int] {
    split { !($0.isASCII && $0.isNumber) }.compactMap { $0.count <= 6 ? Int($0) : nil }
  }

  fileprivate var digitsAsSign: String {
    var result = ""
    for letter in self {
      if letter.isASCII && letter.isNumber {
        if result.last != "#" { result.append("#") }
      } else {
        result.append(letter)
      }
    }
    return result
  }
}
