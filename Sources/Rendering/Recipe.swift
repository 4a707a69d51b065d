import Foundation
import Hashing

/// Everything that can change some encoded bytes, and nothing else, as named ingredients.
///
/// The key names the bytes wherever they are kept; the ingredients' own hashes tell later which of
/// them changed.
struct Recipe: Sendable, Hashable {
  let key: String
  /// The hash of each ingredient by its name.
  let parts: [String: String]

  /// - Parameter ingredients: Values by name; each counts by its sorted JSON.
  init(_ ingredients: KeyValuePairs<String, any Encodable>) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var parts: [String: String] = [:]
    for (name, value) in ingredients {
      let data = (try? encoder.encode(value)) ?? Data()
      parts[name] = String(ContentHash(of: data).hexadecimal.prefix(24))
    }
    self.init(parts: parts)
  }

  private init(parts: [String: String]) {
    let lines = parts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    self.parts = parts
    key = ContentHash(of: lines.joined(separator: "\n")).hexadecimal
  }

  /// The same with one ingredient more.
  func adding(_ name: String, _ value: String) -> Recipe {
    Recipe(parts: parts.merging([name: value]) { $1 })
  }
}
