public import Foundation

extension PresetLibrary {
  /// The covers that people chose, `edits/covers.yaml`: draft id → 1 to 3; none without a file.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public func coverEdits(at file: URL) throws -> [String: Int] {
    guard FileManager.default.fileExists(atPath: file.path) else { return [:] }
    let source = try PresetSource(contentsOf: file.path, shownAs: "edits/covers.yaml")
    return try source.read(schema: "covers/1") { root in
      _ = root["note"].string("")
      let chosen = root.own("covers").ownEntries.map { ($0.key, $0.node.int(in: 1...3)) }
      return Dictionary(chosen, uniquingKeysWith: { first, _ in first })
    }
  }
}
