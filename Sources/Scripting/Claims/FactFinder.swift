import Model

/// Completes facts: attribute values that stand in a text without having been put there by a slot.
struct FactFinder {
  private let values: [(text: String, fact: Fact)]

  init(product: Product) {
    values = product.attributes.keys.sorted().flatMap { name -> [(String, Fact)] in
      let raw = product.attributes[name] ?? ""
      let parts = raw.split { "/|、,，;；\n".contains($0) }.map { String($0).plainCopy }
      let field = "attributes.\(name)"
      return ([raw.plainCopy] + parts).filter { (2...60).contains($0.count) }.map {
        ($0, Fact(text: $0, field: field, source: product.source.cell(field)))
      }
    }
  }

  /// The facts of the texts: those given whose words stand there, and those found.
  func facts(in texts: [String], given: [Fact]) -> [Fact] {
    let all = texts.joined(separator: "\n")
    let lower = all.lowercased()
    var result = given.filter { lower.contains($0.text.lowercased()) }
    for value in values where all.contains(value.text) {
      guard !result.contains(where: { $0.text.contains(value.text) }) else { continue }
      result.append(value.fact)
    }
    return result.unique
  }
}
