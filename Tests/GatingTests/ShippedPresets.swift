import Foundation
import Gating
import Model
import Presets

/// The presets that ship, read from the checkout.
enum ShippedPresets {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("presets")

  static func source(_ name: String) throws -> PresetSource {
    try PresetSource(
      contentsOf: folder.appendingPathComponent(name).path, shownAs: "presets/" + name)
  }

  static let terms = try! TermList(
    reading: source("compliance/terms.tsv"), matching: source("compliance/matching.yaml"),
    name: "terms")

  static func platforms() throws -> [Platform] {
    try FileManager.default
      .contentsOfDirectory(atPath: folder.appendingPathComponent("platforms").path).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map { try Platform(reading: source("platforms/" + $0), id: String($0.dropLast(5))) }
  }

  static let gate = try! Gate(terms: terms, platforms: platforms())
  /// Without what platforms themselves prohibit.
  static let termsGate = try! Gate(terms: terms)

  static func structure() throws -> StructureRules {
    try StructureRules(reading: source("compliance/structure.yaml"))
  }

  static let allPlatforms = try! platforms()
  static let copyGate = try! CopyGate(terms: gate, structure: StructureCheck(structure()))
}
