public import Diagnostics
import Model
import Yams

/// Findings gathered while a preset is read; shared by all the nodes of one file.
public final class PresetFindings {
  public private(set) var diagnostics: [Diagnostic] = []

  func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

/// A value in a preset file that knows where it stands.
///
/// Readers ask for fields by name and kind; a fault becomes a finding with line, column and the
/// source line, and reading goes on with a placeholder so that all faults show at once. `finish()`
/// reports keys that nobody asked for.
public struct PresetNode {
  let node: Node?
  let path: String
  let file: String
  let fileLines: [Substring]
  let findings: PresetFindings
  private let asked: Asked

  private final class Asked { var keys: Set<String> = [] }

  init(node: Node?, path: String, file: String, fileLines: [Substring], findings: PresetFindings) {
    self.node = node
    self.path = path
    self.file = file
    self.fileLines = fileLines
    self.findings = findings
    asked = Asked()
  }

  public var isPresent: Bool { node != nil && node?.null == nil }

  var isMapping: Bool { node?.mapping != nil }

  /// The value under a key, present or not.
  ///
  /// A figure may stand bare or as `{value: …, source: …, confidence: …, note: …}`.
  public subscript(key: String) -> PresetNode {
    asked.keys.insert(key)
    var child = node?.mapping?[Node(key)]
    if let inner = child?.mapping?["value"] { child = inner }
    return PresetNode(
      node: child, path: path.isEmpty ? key : path + "." + key, file: file, fileLines: fileLines,
      findings: findings)
  }

  /// The keys and values of a mapping, in the file's order.
  public var entries: [(key: String, node: PresetNode)] {
    guard let mapping = node?.mapping else {
      if isPresent { wrong("a mapping of keys and values") }
      return []
    }
    return mapping.compactMap { key, _ in
      key.string.map { ($0, self[$0]) }
    }
  }

  /// The mapping under a key, whose own keys may be any words.
  func own(_ key: String) -> PresetNode {
    asked.keys.insert(key)
    return PresetNode(
      node: node?.mapping?[Node(key)], path: path.isEmpty ? key : path + "." + key, file: file,
      fileLines: fileLines, findings: findings)
  }

  /// The keys and values of a mapping whose keys are people's own words, `value` among them.
  var ownEntries: [(key: String, node: PresetNode)] {
    (node?.mapping ?? [:]).compactMap { key, child in
      guard let name = key.string else { return nil }
      asked.keys.insert(name)
      return (
        name,
        PresetNode(
          node: child, path: path.isEmpty ? name : path + "." + name, file: file,
          fileLines: fileLines, findings: findings)
      )
    }
  }

  /// The values of a list; one bare value counts as a list of one.
  public var items: [PresetNode] {
    guard isPresent, let node else { return [] }
    guard let sequence = node.sequence else { return [self] }
    return sequence.enumerated().map { index, item in
      PresetNode(
        node: item, path: "\(path)[\(index)]", file: file, fileLines: fileLines, findings: findings)
    }
  }

  /// Where the value stands.
  var position: Position {
    Position(
      file: file, line: node?.mark?.line, column: node?.mark?.column,
      field: path.isEmpty ? nil : path)
  }

  /// Reports a finding at this value.
  public func report(_ message: String, _ severity: Severity = .error) {
    let mark = node?.mark
    var excerpt: String?
    if let mark, mark.line <= fileLines.count, mark.line > 0 {
      let width = max(1, node?.scalar?.string.count ?? 1)
      excerpt =
        fileLines[mark.line - 1] + "\n" + String(repeating: " ", count: max(0, mark.column - 1))
        + "^"
        + String(repeating: "~", count: width - 1)
    }
    findings.add(
      Diagnostic(
        severity, message,
        at: Position(
          file: file, line: mark?.line, column: mark?.column, field: path.isEmpty ? nil : path),
        value: node?.scalar?.string, excerpt: excerpt))
  }

  func wrong(_ expected: String) {
    guard isPresent else {
      return report("'\(path)' is missing; it must be \(expected)")
    }
    let found = node?.scalar.map { "'\($0.string)'" } ?? "a list or mapping"
    report("'\(path)' must be \(expected), found \(found)")
  }

  /// Reports every key of this mapping that nobody asked for.
  public func finish() {
    guard let mapping = node?.mapping else { return }
    for (key, _) in mapping {
      guard let name = key.string, !asked.keys.contains(name) else { continue }
      let hint = nearest(to: name, among: asked.keys.sorted()).map { "; did you mean '\($0)'?" }
      let place = path.isEmpty ? "" : " in '\(path)'"
      let at = PresetNode(
        node: key, path: path, file: file, fileLines: fileLines, findings: findings)
      at.report("unknown key '\(name)'\(place)\(hint ?? "")")
    }
  }
}
