import Foundation

/// Lines of copy with what a reader of the law says of them, written before any rule was tuned.
struct LabelledSentence {
  enum Verdict: String { case block, warn, note, clean }

  var text: String
  var platform: String
  var category: String
  var expected: Verdict
  /// The rule that objects; empty for clean lines.
  var rule: String
  /// `guilty-zh.tsv:12`.
  var place: String

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Labelled")

  /// `innocent`, `guilty` or `tricks`, in Chinese and in English.
  static func all(_ kind: String) throws -> [LabelledSentence] {
    try ["zh", "en"].flatMap { try read("\(kind)-\($0).tsv") }
  }

  private static func read(_ name: String) throws -> [LabelledSentence] {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    return text.split(separator: "\n").enumerated().dropFirst().map { index, line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      precondition(fields.count == 5, "\(name):\(index + 1) has \(fields.count) fields")
      guard let expected = Verdict(rawValue: fields[3]) else {
        preconditionFailure("\(name):\(index + 1): '\(fields[3])' is no verdict")
      }
      return LabelledSentence(
        text: fields[0], platform: fields[1], category: fields[2], expected: expected,
        rule: fields[4], place: "\(name):\(index + 1)")
    }
  }
}
