import Diagnostics
import Foundation
public import Model

extension TermList {
  /// Reads a table of terms and the `compliance/1` preset that says how they are found.
  ///
  /// The table is UTF-8 with tabs; its first line names the columns `term`, `rule`, `legal_basis`,
  /// `category`, `platform`, `severity`, `suggestion` and `exceptions`, in any order.
  ///
  /// - Throws: `DiagnosticsError` with every fault of both files, by line and column.
  public init(reading table: PresetSource, matching: PresetSource, name: String) throws {
    var faults: [Diagnostic] = []
    var rules = Matching()
    do { rules = try Matching(reading: matching) } catch let error as DiagnosticsError {
      faults += error.diagnostics
    }
    let reader = TermTable(table)
    let terms = reader.terms()
    guard (faults + reader.faults).isEmpty else { throw DiagnosticsError(faults + reader.faults) }
    self.init(name: name, terms: terms, matching: rules)
  }
}

extension TermList.Matching {
  init(reading source: PresetSource) throws {
    self = try source.read(schema: "compliance/1") { root in
      _ = root["note"].string("")
      let own = root["self_comparison"]
      let comparison = TermList.SelfComparison(
        words: own["words"].strings(), starts: own["starts"].strings(),
        unless: own["unless"].strings(), within: own["within"].int(6, in: 0...40),
        basis: own["basis"].string(""))
      own.finish()
      let lookalikes = root["lookalikes"]
      for (key, node) in lookalikes.entries {
        for item in [key] + node.strings() where item.unicodeScalars.count != 1 {
          node.report("'\(node.path)' must map one letter to single letters, found '\(item)'")
        }
      }
      return TermList.Matching(
        categories: root["categories"].lists(), triggers: root["triggers"].lists(),
        platforms: root["platforms"].lists(), selfComparison: comparison,
        lookalikes: lookalikes.lists(), disguise: TermList.Disguise(root["disguise"]))
    }
  }
}

extension TermList.Disguise {
  fileprivate init(_ node: PresetNode) {
    self.init(
      letters: node["letters"].families(), separators: node["separators"].strings(),
      spellings: node["spellings"].lists(), homophones: node["homophones"].lists(),
      words: node["words"].lists(), latin: node["latin"].lists())
    for key in ["spellings", "homophones", "latin"] {
      for (letter, item) in node[key].entries where letter.unicodeScalars.count != 1 {
        item.report("'\(item.path)' must be a single letter")
      }
    }
    node.finish()
  }
}

extension PresetNode {
  /// Families of letters, `国國 级級`: the first of each is what the others are read as.
  fileprivate func families() -> [String: [String]] {
    var result: [String: [String]] = [:]
    for item in items {
      for family in item.string().split(separator: " ").map({ $0.unicodeScalars.map(String.init) })
      {
        if family.count < 2 {
          item.report("'\(family.joined())' names one letter; a family has two or more")
        } else {
          result[family[0], default: []] += family.dropFirst()
        }
      }
    }
    return result
  }

  /// A mapping whose values are lists of texts.
  fileprivate func lists() -> [String: [String]] {
    Dictionary(entries.map { ($0.key, $0.node.strings()) }, uniquingKeysWith: { $0 + $1 })
  }
}

/// A table of terms, read line by line.
private final class TermTable {
  private static let columns = [
    "term", "rule", "legal_basis", "category", "platform", "severity", "suggestion", "exceptions",
  ]

  let file: String
  let lines: [Substring]
  var faults: [Diagnostic] = []
  private var seen: [String: Int] = [:]

  init(_ source: PresetSource) {
    file = source.file
    let text = source.text.hasPrefix("\u{FEFF}") ? source.text.dropFirst() : source.text[...]
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  func terms() -> [TermList.Term] {
    let header = (lines.first ?? "").split(separator: "\t", omittingEmptySubsequences: false)
      .map(String.init)
    for name in Self.columns where !header.contains(name) {
      fault("column '\(name)' is missing; the first line must name \(Self.columns.quoted)", line: 1)
    }
    for (index, name) in header.enumerated() where !Self.columns.contains(name) {
      let hint = nearest(to: name, among: Self.columns).map { "; did you mean '\($0)'?" } ?? ""
      fault(
        "unknown column '\(name)'\(hint)", line: 1, column: start(of: index, in: header),
        value: name)
    }
    guard faults.isEmpty else { return [] }
    return lines.indices.dropFirst().compactMap { index in
      lines[index].allSatisfy(\.isWhitespace) ? nil : term(in: index, header: header)
    }
  }

  private func term(in index: Int, header: [String]) -> TermList.Term? {
    let line = index + 1
    let fields = lines[index].split(separator: "\t", omittingEmptySubsequences: false)
      .map(String.init)
    guard fields.count == header.count else {
      fault("\(fields.count) fields where the first line has \(header.count)", line: line)
      return nil
    }
    let row = Row(header: header, fields: fields, line: line)
    let text = row["term"].trimmingCharacters(in: .whitespaces)
    let level = Finding.Level(rawValue: row["severity"])
    if level == nil {
      fault(
        "'severity' must be one of: 'block', 'warn', 'note', found '\(row["severity"])'",
        in: "severity", of: row)
    }
    for name in ["term", "rule", "category", "platform"]
    where row[name].allSatisfy(\.isWhitespace) {
      fault(
        "'\(name)' is empty\(name == "term" || name == "rule" ? "" : "; '*' means all")",
        in: name, of: row)
    }
    check(text, of: row)
    guard let level else { return nil }
    return TermList.Term(
      text: text, rule: row["rule"], basis: row["legal_basis"],
      categories: Self.list(row["category"], ","), platforms: Self.list(row["platform"], ","),
      severity: level, suggestion: row["suggestion"],
      exceptions: Self.list(row["exceptions"], "|"))
  }

  /// Reports a pattern that is none, and a line that says the same as an earlier one.
  private func check(_ text: String, of row: Row) {
    if text.hasPrefix("re:") {
      let pattern = String(text.dropFirst(3))
      if pattern.isEmpty || (try? NSRegularExpression(pattern: pattern)) == nil {
        fault("'\(pattern)' is not a regular expression", in: "term", of: row)
      }
    }
    let key = [text, row["rule"], row["category"], row["platform"]].joined(separator: "\t")
    if let earlier = seen.updateValue(row.line, forKey: key) {
      fault("'\(text)' stands already on line \(earlier)", in: "term", of: row)
    }
  }

  private static func list(_ text: String, _ separator: Character) -> [String] {
    let items = text.split(separator: separator)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    return items == ["*"] ? [] : items
  }

  private struct Row {
    let header: [String]
    let fields: [String]
    let line: Int
    subscript(name: String) -> String {
      header.firstIndex(of: name).map { fields[$0] } ?? ""
    }
  }

  private func start(of index: Int, in fields: [String]) -> Int {
    fields[..<index].reduce(1) { $0 + $1.count + 1 }
  }

  private func fault(_ message: String, in name: String, of row: Row) {
    let index = row.header.firstIndex(of: name) ?? 0
    let column = start(of: index, in: row.fields)
    fault(message, line: row.line, column: column, value: row.fields[index])
  }

  private func fault(_ message: String, line: Int, column: Int? = nil, value: String? = nil) {
    faults.append(
      Diagnostic(
        .error, message, at: Position(file: file, line: line, column: column), value: value))
  }
}

extension [String] {
  fileprivate var quoted: String { map { "'\($0)'" }.joined(separator: ", ") }
}
