import Diagnostics
import Model

/// Products of one file whose category is none too sure, told in one note.
struct CategoryDoubts {
  struct One: Sendable {
    var sku: String
    var category: String
    var row: Int
    var column: String?
    var title: String
    /// What is said of it where it is the only one.
    var text: String
  }

  private static let named = 5
  private var first: [(doubt: One, sheet: String?)] = []
  private var count = 0

  mutating func add(_ doubt: One, sheet: String?) {
    count += 1
    if first.count < CategoryDoubts.named { first.append((doubt, sheet)) }
  }

  func note(_ findings: inout Findings) {
    guard let one = first.first else { return }
    findings.sheet = one.sheet
    defer { findings.sheet = nil }
    guard count > 1 else {
      return findings.add(
        .note, row: one.doubt.row, column: one.doubt.column, value: one.doubt.title, one.doubt.text)
    }
    let names = first.map { "'\($0.doubt.sku.shortened(to: 40))'" }.joined(separator: ", ")
    let more = count > first.count ? " and \(count - first.count) more" : ""
    let line = first.map { "\(YAMLKey.text($0.doubt.sku.shortened(to: 40))): \($0.doubt.category)" }
      .joined(separator: ", ")
    findings.add(
      .note, column: one.doubt.column,
      "\(count) products are filed under a category that is none too sure: \(names)\(more); settle "
        + "each in a column 'playbook', or in shopreel.yaml as 'categories: {\(line)}'")
  }
}
