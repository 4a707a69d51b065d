import Foundation
import Hashing

/// Everything that can change a result, and nothing else, as one hash.
public struct Fingerprint: Sendable {
  private var parts: [(name: String, value: String)] = []

  public init() {}

  public mutating func add(_ name: String, _ value: String) { parts.append((name, value)) }

  /// Adds a value by its sorted JSON.
  public mutating func add(_ name: String, _ value: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = (try? encoder.encode(value)) ?? Data()
    add(name, ContentHash(of: data).hexadecimal)
  }

  /// Independent of the order in which parts were added.
  public var text: String {
    let sorted = parts.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    let lines = sorted.map { "\($0.name.utf8.count):\($0.name)=\($0.value.utf8.count):\($0.value)" }
    return ContentHash(of: lines.joined(separator: "\n")).hexadecimal
  }
}
