import Diagnostics
import Foundation

/// Shows and checks single preset files, whatever their kind.
public struct PresetInspector: Sendable {
  public struct Shown: Sendable, Codable {
    public var name: String
    public var file: String
    public var text: String
  }

  let library: PresetLibrary

  public init(library: PresetLibrary) { self.library = library }

  /// - Parameter name: `douyin`, or `platforms/douyin` where a name stands in several kinds.
  /// - Throws: `DiagnosticsError` when there is none, or several.
  public func show(_ name: String) throws -> Shown {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    let id = parts.last ?? name
    let kinds = parts.count == 2 ? [parts[0]] : library.folders.kinds
    let found = kinds.compactMap { kind in library.folders.file(kind, id).map { (kind, $0) } }
    guard found.count == 1 else {
      let all = kinds.flatMap { library.folders.ids($0) }
      let hint = nearest(to: id, among: all).map { "; did you mean '\($0)'?" } ?? ""
      throw DiagnosticsError([
        Diagnostic(
          .error,
          found.isEmpty
            ? "no preset '\(name)'\(hint)"
            : "'\(name)' stands in several kinds; name one: "
              + found.map { "\($0.0)/\(id)" }.joined(separator: ", "))
      ])
    }
    let source = try library.source(found[0].0, id)
    return Shown(name: "\(found[0].0)/\(id)", file: found[0].1.path, text: source.text)
  }

  /// Reads a file by the schema it names.
  ///
  /// - Throws: `DiagnosticsError` with every fault.
  public func check(_ path: String) throws {
    let source = try PresetSource(contentsOf: path, shownAs: path)
    let id = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    guard let schema = source.schema, let read = library.readers[schema] else {
      let legal = library.readers.keys.sorted().joined(separator: ", ")
      throw DiagnosticsError([
        Diagnostic(
          .error, "the first line must name a schema, one of: \(legal)",
          at: Position(file: path, line: 1), value: source.schema)
      ])
    }
    try read(source, id)
  }
}

extension PresetSource {
  /// The value of the line `schema: …`.
  var schema: String? {
    text.split(separator: "\n").first { $0.hasPrefix("schema:") }
      .map { $0.dropFirst(7).trimmingCharacters(in: .whitespaces) }
  }
}
