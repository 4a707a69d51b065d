import Model

/// Completes facts: attribute values that stand in a text without having been put there by a slot.
struct FactFinder {
  private let values: [(text: [UInt8], fact: Fact)]

  init(product: Product) {
    values = product.attributes.keys.sorted().flatMap { name -> [([UInt8], Fact)] in
      let raw = product.attributes[name] ?? ""
      let field = "attributes.\(name)"
      let source = product.source.cell(field)
      return ([raw.plainCopy] + raw.listed).filter { (2...60).contains($0.count) }.map {
        (Array($0.utf8), Fact(text: $0, field: field, source: source))
      }
    }
  }

  /// The facts of the texts: those given whose words stand there, and those found.
  func facts(in texts: [String], given: [Fact]) -> [Fact] {
    let all = Array(texts.joined(separator: "\n").utf8)
    let lower = Array(texts.joined(separator: "\n").lowercased().utf8)
    var result = given.filter { lower.holds(Array($0.text.lowercased().utf8)) }
    for value in values where all.holds(value.text) {
      guard !result.contains(where: { Array($0.text.utf8).holds(value.text) }) else { continue }
      result.append(value.fact)
    }
    return result.unique
  }
}

extension [UInt8] {
  /// Whether the bytes stand in these.
  func holds(_ part: [UInt8]) -> Bool { firstPlace(of: part, from: 0) != nil }

  /// Where the bytes stand first, at a place or after it.
  func firstPlace(of part: [UInt8], from start: Int) -> Int? {
    guard let first = part.first else { return start }
    return withUnsafeBufferPointer { all in
      part.withUnsafeBufferPointer { part in
        var start = start
        while start + part.count <= all.count {
          guard let found = all[start...].firstIndex(of: first), found + part.count <= all.count
          else { return nil }
          if all[found..<(found + part.count)].elementsEqual(part) { return found }
          start = found + 1
        }
        return nil
      }
    }
  }
}
