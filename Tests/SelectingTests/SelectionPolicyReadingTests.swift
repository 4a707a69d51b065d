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

  @Test func theShippedPolicyLoads() throws {
    let policy = try SelectionPolicy(
      reading: PresetSource(contentsOf: Self.shipped.path, shownAs: "default.yaml"))
    #expect(policy.name == "default")
    #expect(Set(policy.weights.keys) == Set(SelectionPolicy.criteria))
    #expect(policy.economics.orders["CNY"]?.shipBack == 8)
    #expect(policy.gates.coverDays == 7)
    #expect(policy.roles.profitMargin == 0.5)
  }

  @Test func faultsNameTheirLine() throws {
    let text = try String(contentsOf: Self.shipped, encoding: .utf8)
    #expect(
      faults(text.replacing("demand: 16 ", with: "demnd: 16 ")).contains {
        $0.contains("'weights.demnd' is no criterion; the criteria are: 'economics', 'demand'")
      })
    #expect(
      faults(text.replacing("demand: 16 ", with: "demand: 17 ")).contains {
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
