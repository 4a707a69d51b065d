import Diagnostics
import Foundation
import Model
import Presets
import Testing

struct SelectionPolicyReadingTests {
  func faults(_ text: String) -> [String] {
    do {
      _ = try SelectionPolicy(reading: PresetSource(file: "s.yaml", text: text))
      return []
    } catch {
      return (error as? DiagnosticsError)?.diagnostics.map { $0.description } ?? ["\(error)"]
    }
  }

  static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("presets/selection/default.yaml")

  static func policy() throws -> SelectionPolicy {
    try SelectionPolicy(reading: PresetSource(contentsOf: shipped.path, shownAs: "default.yaml"))
  }

  @Test func theShippedPolicyLoads() throws {
    let policy = try SelectionPolicy(
      reading: PresetSource(contentsOf: Self.shipped.path, shownAs: "default.yaml"))
    #expect(policy.name == "default")
    #expect(Set(policy.weights.keys) == Set(SelectionPolicy.criteria))
    #expect(policy.economics.orders["CNY"]?.shipBack == 8)
    #expect(policy.gates.coverDays == 7)
    #expect(policy.roles.profitMargin == 0.5)
    #expect(policy.traffic.marketCpm["CNY"] == 30)
    #expect(policy.quotas.ladder["traffic"]?.most == 0.3)
    #expect(policy.seasons.count == 7)
    #expect(policy.shoot.budget == nil)
    #expect(policy.shoot.minutes(for: "womens-clothing") == 39)
  }

  @Test func theNewShopsPolicyLoads() throws {
    let file = Self.shipped.deletingLastPathComponent().appendingPathComponent("new-shop.yaml")
    let policy = try SelectionPolicy(
      reading: PresetSource(contentsOf: file.path, shownAs: "new-shop.yaml"))
    #expect(policy.shoot.budget == 480)
    #expect(policy.gates.contribution == -5)
    #expect(policy.quotas.new == 2)
  }

  @Test func faultsOfTheWiderPolicyNameTheirPlace() throws {
    let text = try String(contentsOf: Self.shipped, encoding: .utf8)
    let cases: [(String, String, String)] = [
      ("  setup: {value: 3,", "  setpu: {value: 3,", "unknown key 'setpu' in 'shoot'"),
      ("contrast: 8 ", "contrast: 9 ", "the shares must add up to 100, found 101.0"),
      ("contrast: 8 ", "contrasts: 8 ", "'content.shares.contrasts' is no part of content"),
      ("months: [2, 3, 4]", "months: [2, 13]", "'seasons[0].months[1]' must be a whole number"),
      ("  strict: false", "  strict: often", "'quotas.strict' must be true or false"),
      ("traffic: {least: 0.1, most: 0.3}", "traffic: {least: 0.4, most: 0.3}", "is more than its"),
      ("traffic: {least: 0.1", "bait: {least: 0.1", "'quotas.ladder.bait' is no part of the price"),
      ("near_duplicate: 0.8 ", "near_duplicate: 80 ", "'quotas.near_duplicate' must be a number"),
      ("margins: {}", "margins: {main: 35}", "'requirements.margins.main' must be a number"),
    ]
    for (old, new, fault) in cases {
      let found = faults(text.replacing(old, with: new))
      #expect(found.contains { $0.contains(fault) }, "\(fault): \(found)")
    }
  }

  @Test func faultsNameTheirLine() throws {
    let text = try String(contentsOf: Self.shipped, encoding: .utf8)
    #expect(
      faults(text.replacing("demand: 13 ", with: "demnd: 16 ")).contains {
        $0.contains("'weights.demnd' is no criterion; the criteria are: 'economics', 'demand'")
      })
    #expect(
      faults(text.replacing("demand: 13 ", with: "demand: 14 ")).contains {
        $0.contains("the weights must add up to 100, found 101.0")
      })
    #expect(
      faults(text.replacing("ship_out: 3.5", with: "ship_out: -3")).contains {
        $0.contains("'economics.orders.GBP.ship_out' must lie between 0 and 1000000")
      })
    #expect(
      faults(text.replacing("    EUR:", with: "    euro:")).contains {
        $0.contains("must be a currency such as 'CNY'")
      })
    #expect(
      faults(text.replacing("  rating: 4.0", with: "  rating: 40")).contains {
        $0.contains("'gates.rating' must be a number from 0.0 to 5.0, found '40'")
      })
  }
}
