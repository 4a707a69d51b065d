import Diagnostics
import Foundation
import Yams

/// The text of one preset file.
public struct PresetSource: Sendable {
  public var file: String
  public var text: String

  public init(file: String, text: String) {
    self.file = file
    self.text = text
  }

  /// Reads the file; a missing or unreadable one is a finding.
  public init(contentsOf path: String, shownAs file: String) throws {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8)
    else {
      throw DiagnosticsError([
        Diagnostic(.error, "cannot be read as UTF-8 text", at: Position(file: file))
      ])
    }
    self.init(file: file, text: text)
  }

  /// Reads the text as YAML (JSON is read alike) of a schema, and turns it into a value.
  ///
  /// - Throws: `DiagnosticsError` with every fault that was found.
  public func read<Value>(schema: String, _ body: (PresetNode) -> Value) throws -> Value {
    let findings = PresetFindings()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw DiagnosticsError([error.diagnostic(in: file)])
    }
    let root = PresetNode(node: node, path: "", file: file, fileLines: lines, findings: findings)
    guard node?.mapping != nil else {
      root.report("a preset is a mapping of keys and values that starts with 'schema: \(schema)'")
      throw DiagnosticsError(findings.diagnostics)
    }
    let found = root["schema"]
    if found.isPresent {
      if found.string() != schema { found.wrong("'\(schema)'") }
    } else {
      root.report("'schema' is missing; the first line must be 'schema: \(schema)'")
    }
    let value = body(root)
    root.finish()
    guard findings.diagnostics.isEmpty else { throw DiagnosticsError(findings.diagnostics) }
    return value
  }
}

extension YamlError {
  fileprivate func diagnostic(in file: String) -> Diagnostic {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(
        .error, problem, at: Position(file: file, line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "'\($0)'" }.joined(separator: ", ")
      return Diagnostic(
        .error, "key \(names) stands twice",
        at: Position(file: file, line: context.mark.line, column: context.mark.column))
    default:
      return Diagnostic(.error, "\(self)", at: Position(file: file))
    }
  }
}
