import Diagnostics
import Model
import Presets
import Testing

struct TermListReadingTests {
  static let header =
    "term\trule\tlegal_basis\tcategory\tplatform\tseverity\tsuggestion\texceptions"

  func faults(_ table: String, matching: String = "schema: compliance/1\n") -> [String] {
    do {
      _ = try TermList(
        reading: PresetSource(file: "t.tsv", text: table),
        matching: PresetSource(file: "m.yaml", text: matching), name: "t")
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test(arguments: [
    (
      "最佳\tabsolute\t法\t*\t*\tblok\t改\t",
      "t.tsv:2:19: error: 'severity' must be one of: 'block', 'warn', 'note', found 'blok'"
    ),
    ("re:(\ta\t\t*\t*\twarn\t\t", "t.tsv:2:1: error: '(' is not a regular expression"),
    ("\ta\t\t*\t*\twarn\t\t", "t.tsv:2:1: error: 'term' is empty"),
    ("x\ta\t\t\t*\twarn\t\t", "t.tsv:2:6: error: 'category' is empty; '*' means all"),
    ("x\ta\t*", "t.tsv:2: error: 3 fields where the first line has 8"),
    (
      "x\ta\t\t*\t*\twarn\t\t\nx\ta\t\t*\t*\tblock\t\t",
      "t.tsv:3:1: error: 'x' stands already on line 2"
    ),
  ])
  func aFaultNamesLineAndColumn(row: String, expected: String) {
    #expect(faults(Self.header + "\n" + row + "\n") == [expected])
  }

  @Test func allFaultsShowAtOnce() {
    let found = faults(
      Self.header + "\nx\ta\t\t*\t*\tbad\t\t\ny\ta\t\t*\t*\tworse\t\t\n",
      matching:
        "schema: compliance/1\nself_comparison: {within: x}\nfoo: 1\nlookalikes: {ab: [c]}\n")
    #expect(found.count == 5)
    #expect(found.contains { $0.contains("m.yaml:2:27: error: 'self_comparison.within'") })
    #expect(found.contains { $0.contains("unknown key 'foo'") })
    #expect(found.contains { $0.contains("must map one letter") })
  }

  @Test func aWrongColumnIsNamedWithTheRightOne() {
    #expect(
      faults(Self.header.replacing("severity", with: "severty"))
        == [
          "t.tsv:1: error: column 'severity' is missing; the first line must name "
            + "'term', 'rule', 'legal_basis', 'category', 'platform', 'severity', 'suggestion', "
            + "'exceptions'",
          "t.tsv:1:41: error: unknown column 'severty'; did you mean 'severity'?",
        ])
  }

  @Test func byteOrderMarksAndWindowsLineEndsAreRead() throws {
    let list = try TermList(
      reading: PresetSource(
        file: "t", text: "\u{FEFF}\(Self.header)\r\n最佳\ta\t法\tfood\tdouyin,jd\twarn\t改\t一|二\r\n\r\n"
      ),
      matching: PresetSource(file: "m", text: "schema: compliance/1"), name: "t")
    #expect(
      list.terms == [
        TermList.Term(
          text: "最佳", rule: "a", basis: "法", categories: ["food"], platforms: ["douyin", "jd"],
          severity: .warn, suggestion: "改", exceptions: ["一", "二"])
      ])
  }

  @Test func everyCategoryOfTheListIsMapped() {
    let list = ShippedPresets.terms
    let mapped = Set(list.matching.categories.keys)
    #expect(Set(list.terms.flatMap(\.categories)).subtracting(mapped) == [])
    #expect(Set(list.matching.triggers.keys).subtracting(mapped) == [])
  }
}
