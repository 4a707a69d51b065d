import Foundation
public import Model

extension UnitRules {
  /// Reads a `catalogue-units/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "catalogue-units/1") { root in
      _ = root["note"].string("")
      var owners: [String: String] = [:]
      let units = root["units"].entries.map { id, node in
        let words = node["words"]
        var factors: [String: Decimal] = [:]
        for (word, factor) in words.entries {
          let value = factor.decimal()
          if value <= 0, factor.isPresent {
            factor.report("'\(word)' must be above 0 \(id)")
          }
          if let owner = owners[word] {
            factor.report("'\(word)' is a word of '\(owner)' already")
          }
          owners[word] = id
          factors[word] = value
        }
        if factors.isEmpty { words.report("'units.\(id).words' is missing; it must name words") }
        let most = node["most"].isPresent ? node["most"].decimal() : nil
        node.finish()
        return Unit(id: id, words: factors, most: most)
      }
      return UnitRules(units: units)
    }
  }
}
