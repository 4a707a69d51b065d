import Foundation
public import Model

/// Finds what a text measures: `500g×3袋`, `36-41码`, `棉95% 氨纶5%`, `20×30×10cm`.
public struct QuantityReader: Sendable {
  let words: UnitWords
  /// A catalogue says the same of many products.
  private let known = Memory<[Quantity]>()

  public init(_ rules: UnitRules) { words = UnitWords(rules) }

  /// Every quantity of a text, in the canonical units of the preset; at most twenty.
  ///
  /// - Parameter hint: The unit of a text that is a bare number: `kg` of a header `重量(kg)`.
  public func quantities(in text: String, hint: String? = nil) -> [Quantity] {
    guard text.unicodeScalars.contains(where: { $0.halfWidth.isDigit }) else { return [] }
    let scanner = QuantityScanner(text, words)
    let marks = scanner.marks()
    var found = QuantityBuilder(marks).quantities()
    if found.isEmpty, let hint, let unit = words.unit(hint) {
      found = QuantityBuilder(scanner.bare(marks, unit)).quantities()
    }
    return Array(found.prefix(20))
  }

  /// What an attribute measures: bare numbers are in the unit of its name's brackets, else in the
  /// unit that the category's vocabulary gives the attribute.
  ///
  /// - Parameters:
  ///   - name: The attribute's name, as its column is headed: `重量(kg)`.
  ///   - hint: A word of the unit preset, such as a playbook's `克` or `litres`.
  public func quantities(of name: String, _ text: String, hint: String? = nil) -> [Quantity] {
    known.value(of: name + "\u{0}" + text + "\u{0}" + (hint ?? "")) {
      let found = quantities(
        in: text,
        hint: HeaderUnit(name).flatMap { words.unit($0.text) == nil ? nil : $0.text } ?? hint)
      return found.isEmpty ? LetterSizes.quantities(in: text) : found
    }
  }
}

/// `S`, `XL`, `3XL`, `均码`.
enum LetterSizes {
  static let order = [
    "XXXS", "XXS", "XS", "S", "M", "L", "XL", "2XL", "3XL", "4XL", "5XL", "6XL", "7XL", "8XL",
  ]
  /// The id that quantities of letters carry; their value is the place in `order`.
  static let unit = "letter_size"

  /// `S/M/L` or `S-XL` with those between; none unless every part is a size.
  static func quantities(in text: String) -> [Quantity] {
    guard text.utf8.count <= 60 else { return [] }
    return read(text).compactMap { size in
      order.firstIndex(of: size).map { Quantity(value: Double($0), unit: unit, of: size) }
    }
  }

  private static let same = ["XXL": "2XL", "XXXL": "3XL", "XXXXL": "4XL", "1XL": "XL"]
  private static let one = ["均码": "均码", "FREE": "F", "F": "F", "ONESIZE": "F"]

  /// Nothing unless every part is a size.
  static func read(_ text: String) -> [String] {
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.prefix(200).map(\.halfWidth)))
      .uppercased().replacing("码", with: "").replacing("號", with: "").replacing("号", with: "")
      .cleaned
    if text.cleaned == "均码" { return ["均码"] }
    var found: [String] = []
    for part in plain.split(whereSeparator: { "/,，、;；|\n ".contains($0) }) {
      let ends = part.split { "-~～至到–—".contains($0) }.map { size(String($0)) }
      guard !ends.isEmpty, ends.count <= 2, let first = ends[0] else { return [] }
      if ends.count == 1 {
        if !found.contains(first) { found.append(first) }
        continue
      }
      guard let last = ends[1], let low = order.firstIndex(of: first),
        let high = order.firstIndex(of: last), low < high
      else { return [] }
      for size in order[low...high] where !found.contains(size) { found.append(size) }
    }
    return found
  }

  private static func size(_ text: String) -> String? {
    let name = same[text] ?? text
    return order.contains(name) ? name : one[text]
  }
}
