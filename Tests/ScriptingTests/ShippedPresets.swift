import Foundation
import Model
import Presets
import Scripting

/// The presets beside the tests, read as the program reads them.
enum ShippedPresets {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("presets")

  static func files(_ kind: String) throws -> [(id: String, source: PresetSource)] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent(kind).path)
    return try names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
      let path = folder.appendingPathComponent(kind).appendingPathComponent(name).path
      return (String(name.dropLast(5)), try PresetSource(contentsOf: path, shownAs: path))
    }
  }

  static func playbooks() throws -> [Playbook] {
    try files("categories").map { try Playbook(reading: $0.source, id: $0.id) }
  }

  static func formats() throws -> [Format] {
    try files("formats").map { try Format(reading: $0.source, id: $0.id) }
  }

  static func hooks() throws -> [HookType] {
    try files("hooks").map { try HookType(reading: $0.source, id: $0.id) }
  }

  static func tones() throws -> [Tone] {
    try files("tones").map { try Tone(reading: $0.source, id: $0.id) }
  }

  /// Read once for all tests.
  static let shared: ScriptStage = {
    do { return try stage() } catch { fatalError("\(error)") }
  }()

  static func stage() throws -> ScriptStage {
    ScriptStage(
      playbooks: try playbooks(), formats: try formats(), hooks: try hooks(), tones: try tones())
  }
}
