import Diagnostics
import Testing

struct DiagnosticTests {
  @Test(arguments: [
    (
      Diagnostic(.error, "bad", at: Position(file: "a.yaml", line: 4, column: 11)),
      "a.yaml:4:11: error: bad"
    ),
    (
      Diagnostic(.warning, "odd", at: Position(file: "c.csv", line: 5, field: "售价")),
      "c.csv:5: 售价: warning: odd"
    ),
    (Diagnostic(.note, "so"), "note: so"),
    (
      Diagnostic(.error, "bad", at: Position(file: "a"), excerpt: "x: y\n   ^"),
      "a: error: bad\n    x: y\n       ^"
    ),
  ])
  func findingsAreWrittenAsACompilerWritesThem(finding: Diagnostic, text: String) {
    #expect(finding.description == text)
  }

  @Test(arguments: [
    ("fsp", ["fps", "canvas"], "fps"), ("douyn", ["douyin", "tiktok"], "douyin"),
    ("xyz", ["douyin"], nil), ("", ["douyin"], nil),
  ])
  func aTypoIsAnsweredWithTheNearestWord(word: String, words: [String], answer: String?) {
    #expect(nearest(to: word, among: words) == answer)
  }
}
