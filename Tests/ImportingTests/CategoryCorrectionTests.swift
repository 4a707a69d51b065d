import Diagnostics
import Foundation
import Importing
import Model
import Presets
import Testing

struct CategoryCorrectionTests {
  private let finder = CategoryFinder(Shipped.rules.categories)

  private func product(_ sku: String, parent: String? = nil, team: String? = nil) -> Product {
    var product = Product(
      sku: sku, title: "马克杯", category: "general", price: Money(9, "CNY"),
      source: Source(file: "a.csv", row: 2))
    product.parentSku = parent
    if let team {
      product.team = TeamDecision()
      product.team?.category = team
    }
    return product
  }

  @Test(
    arguments: [
      ("A", nil, nil, [:], "kitchen"), ("A", nil, "home", [:], "home"),
      ("A", nil, "home", ["A": "toys-gifts"], "toys-gifts"),
      ("A", "P", nil, ["P": "toys-gifts"], "toys-gifts"), ("A", nil, "hom", [:], "kitchen"),
    ] as [(String, String?, String?, [String: String], String)])
  func theTeamGoesFirstAndTheSettingsBeforeTheColumn(
    _ sku: String, _ parent: String?, _ team: String?, _ corrections: [String: String],
    _ category: String
  ) {
    var made = product(sku, parent: parent, team: team)
    finder.settle(&made, [.init(field: "title", text: made.title)], corrections: corrections)
    #expect(made.category == category)
    let isTheTeams = category != "kitchen"
    #expect(made.categoryEvidence.map(\.field) == [isTheTeams ? "team" : "title"])
    #expect((made.categoryCertainty == 1) == isTheTeams)
  }

  @Test func aDoubtfulCategoryIsToldWithItsReasonsAndTheWayOut() {
    var made = product("A1")
    finder.settle(&made, [.init(field: "title", text: "Frost Jacket")], corrections: [:])
    #expect(
      finder.doubt(about: made)
        == "'A1' is filed under 'womens-clothing', 45 % sure ('jacket' in its title, no word says "
        + "whose garment it is: default of clothing): settle it in a column 'playbook', or in "
        + "shopreel.yaml as 'categories: {A1: womens-clothing}'")
    finder.settle(&made, [.init(field: "title", text: "马克杯")], corrections: [:])
    #expect(finder.doubt(about: made) == nil)
    finder.settle(&made, [.init(field: "title", text: "ZX-81")], corrections: [:])
    #expect(
      finder.doubt(about: made)?.contains("'general', 0 % sure (no word tells what it is)") == true)
  }

  @Test func theSettingsNameSKUsAndLegalCategories() throws {
    let good = try Settings(
      reading: PresetSource(
        file: "shopreel.yaml", text: "schema: workspace/1\ncategories: {A1: shoes, 007: general}\n")
    )
    #expect(good.categories == ["A1": "shoes", "007": "general"])
    let error = #expect(throws: DiagnosticsError.self) {
      try Settings(
        reading: PresetSource(
          file: "shopreel.yaml", text: "schema: workspace/1\ncategories: {A1: shoe, A2: dress}\n"))
    }
    let lines = (error?.diagnostics ?? []).map(\.message)
    #expect(lines.count == 2 && lines.allSatisfy { $0.contains("they are womens-clothing, mens") })
    #expect(lines.first?.hasPrefix("'shoe' is no category") == true)
  }

  @Test func aRunnerUpIsNamedWhereItComesNear() {
    let answer = finder.find([
      .init(field: "category", text: "Drinkware"), .init(field: "title", text: "Cat Plush"),
    ])
    #expect(answer.category == "kitchen" && answer.runnerUp == "toys-gifts")
    #expect(answer.evidence.last?.field == "runner-up" && answer.certainty < 0.8)
  }

  @Test func noTextBringsItDown() {
    var texts = [
      "", " ", "-", "--", ">", "> > >", "\u{0}", "'s", "s", "🐶🐱", "ﬁ", "T", "T恤", "\u{301}",
    ]
    texts.append(String(repeating: "猫", count: 5_000))
    texts.append(String(repeating: "for dogs ", count: 2_000))
    for text in texts {
      for field in ["category", "type", "tags", "title", "attributes.品类", "attributes.", "x"] {
        let answer = finder.find([.init(field: field, text: text)])
        #expect((0...1).contains(answer.certainty))
        #expect(CategoryRules.legalIDs.contains(answer.category))
      }
    }
  }
}
