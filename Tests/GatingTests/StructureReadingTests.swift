import Diagnostics
import Model
import Presets
import Testing

struct StructureReadingTests {
  private func faults(_ text: String) -> [String] {
    do {
      _ = try StructureRules(reading: PresetSource(file: "s.yaml", text: text))
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics.map { "\($0.position.line ?? 0): \($0.message)" }
    } catch { return ["\(error)"] }
  }

  private let whole = """
    schema: compliance-structure/1
    rules:
      one:
        rule: grade
        severity: warn
        demand: attribute
        triggers: [防水]
        attributes: [报告]
        basis: {zh: 法, en: law}
        suggestion: {zh: 改, en: mend}

    """

  @Test func aWholeFileIsRead() { #expect(faults(whole) == []) }

  @Test(arguments: [
    ("demand: attribute", "demand: atribute", "6: 'rules.one.demand' must be one of"),
    ("severity: warn", "severity: bad", "5: 'rules.one.severity' must be one of: 'block'"),
    ("[防水]", "['(']", "7: '(' is not a regular expression"),
    ("attributes: [报告]", "attributes: []", "'rules.one.attributes' is missing"),
    ("demand: attribute", "demand: words", "'rules.one.satisfied' is missing"),
    ("{zh: 法, en: law}", "{zh: 法}", "9: 'rules.one.basis.en' is missing"),
    ("rule: grade", "rule: grade\n    foo: 1", "5: unknown key 'foo' in 'rules.one'"),
  ])
  func aFaultNamesItsLine(old: String, new: String, expected: String) {
    let found = faults(whole.replacing(old, with: new))
    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }

  @Test func everyRuleHasANameAndLawInBothLanguages() throws {
    let glossary = try RuleGlossary(reading: ShippedPresets.source("compliance/rules.yaml"))
    let structure = try ShippedPresets.structure()
    let rules = Set(ShippedPresets.terms.terms.map(\.rule)).union(structure.rules.map(\.rule))
    #expect(rules.subtracting(glossary.entries.keys) == [])
    for entry in glossary.entries.values {
      #expect(entry.name.count == 2 && entry.basis.count == 2 && entry.advice.count == 2)
    }
  }
}
