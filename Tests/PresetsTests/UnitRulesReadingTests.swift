import Diagnostics
import Foundation
import Model
import Presets
import Testing

struct UnitRulesReadingTests {
  private func read(_ units: String) throws -> UnitRules {
    try UnitRules(
      reading: PresetSource(
        file: "units.yaml", text: "schema: catalogue-units/1\nunits: \(units)\n"))
  }

  @Test func aUnitHasWordsWithFactors() throws {
    let rules = try read("{g: {words: {g: 1, oz: 28.349523125}, most: 5}}")
    #expect(
      rules.units == [
        .init(id: "g", words: ["g": 1, "oz": Decimal(string: "28.349523125") ?? 0], most: 5)
      ])
  }

  @Test(arguments: [
    ("{g: {words: {g: 0}}}", "'g' must be above 0"), ("{g: {words: {}}}", "it must name words"),
    ("{g: {words: {g: 1}}, kg: {words: {g: 1}}}", "'g' is a word of 'g' already"),
    ("{g: {words: {g: many}}}", "must be an amount"), ("{g: {word: {g: 1}}}", "unknown key 'word'"),
  ])
  func aFaultIsNamed(_ units: String, _ message: String) {
    let error = #expect(throws: DiagnosticsError.self) { try read(units) }
    #expect(error?.diagnostics.contains { $0.message.contains(message) } == true, "\(error as Any)")
  }
}
