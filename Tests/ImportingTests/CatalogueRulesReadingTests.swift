import Diagnostics
import Foundation
import Model
import Presets
import Testing

struct CatalogueRulesReadingTests {
  @Test func theShippedRulesNameEachCategoryAndKnowBothLanguages() {
    let rules = Shipped.rules
    let ids = Set(rules.categories.categories.map(\.id))
    #expect(
      ids == Set(CategoryRules.legalIDs) && ids.contains("womens-clothing")
        && ids.contains("toys-gifts"))
    #expect(rules.categories.categories.allSatisfy { !$0.words.isEmpty })
    #expect(ids.contains(rules.categories.clothing.fallback))
    #expect(rules.headers.aliases.count == CatalogueField.allCases.count)
    #expect(rules.values.currency.fallback == [.zh: "CNY", .en: "USD"])
    #expect(rules.values.yes.contains("是") && rules.values.yes.contains("true"))
  }

  @Test func faultsInAllThreeFilesAreNamedAtOnce() {
    let error = #expect(throws: DiagnosticsError.self) {
      try CatalogueRules(
        headers: PresetSource(
          file: "h.yaml", text: "schema: catalogue-headers/1\nfields:\n  skuu: [货号]\n"),
        values: PresetSource(
          file: "v.yaml",
          text: "schema: catalogue-values/1\ncurrency:\n  default: {zh: yuan, en: USD}\n"),
        categories: PresetSource(
          file: "c.yaml", text: "schema: catalogue-categories/2\ncategories:\n  home: {word: [x]}\n"
        ))
    }
    let lines = (error?.diagnostics ?? []).map { $0.description.split(separator: "\n")[0] }
    #expect(lines.contains { $0.hasPrefix("h.yaml:3:3:") && $0.contains("unknown key 'skuu'") })
    #expect(lines.contains { $0.hasPrefix("v.yaml:3:") && $0.contains("'yuan' is no currency") })
    #expect(lines.contains { $0.hasPrefix("c.yaml:3:") && $0.contains("did you mean 'words'") })
  }

  @Test func aTeamsOwnHeaderIsKnownOnceItIsListed() {
    var rules = Shipped.rules
    rules.headers.aliases[.price, default: []].append("本店心水价")
    let text = "sku,商品名称,本店心水价\nA,杯,9\n"
    #expect(Shipped.run(text).products.isEmpty)
    #expect(Shipped.run(text, rules: rules).products.map(\.price.amount) == [9])
  }
}
