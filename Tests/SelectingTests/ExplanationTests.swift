import Foundation
import Model
import Selecting
import Testing

struct ExplanationTests {
  private func explain(
    _ sku: String, _ locale: CopyLocale = .en, _ products: [Product] = MadeRange.products(40)
  ) throws -> String {
    let policy = try SelectionPolicyReadingTests.policy()
    let selection = SelectStage(policy: policy, date: "2026-11-23").select(products)
    return selection.explanation(of: sku, products: products, locale: locale)
  }

  @Test func theWorkedExampleIsExplainedToTheCell() throws {
    let product = Shop.product("W1", price: 129, cost: 45) {
      $0.commissionRate = 0.15
      $0.returnRate = 0.35
    }
    var policy = Shop.policy
    policy.traffic.marketCpm = ["CNY": 30]
    let selection = SelectStage(policy: policy).select([product])
    let text = selection.explanation(of: "W1", products: [product], locale: .en)
    for part in [
      "¥52.2 ", "-¥18.5", "break-even ROAS", "4.7 ", "CPM, most", "¥32.95", "GPM", "¥154.8",
      "1.1× ", "c.csv:2 售价", "c.csv:2 退货率", "policy click_rate", "(1 - r)·kept + r·back",
      "CPM_max / 30 (policy market_cpm)", "chosen, #1", "median 50 → score 50", "← nearest",
    ] {
      #expect(text.contains(part), "\(part) is missing in\n\(text)")
    }
  }

  @Test func everyProductCanBeExplained() throws {
    let products = MadeRange.products(30)
    let policy = try SelectionPolicyReadingTests.policy()
    let selection = SelectStage(policy: policy, date: "2026-11-23", effort: 0).select(products)
    for sku in selection.rejected.map(\.sku).prefix(4) + selection.selected.map(\.sku).prefix(2) {
      let text = selection.explanation(of: sku, products: products, locale: .zh)
      #expect(text.contains("单均经济账") && text.contains("关卡"))
      #expect(text.hasPrefix(sku))
    }
  }

  @Test func anUnknownSKUIsSaidWithTheNearest() throws {
    #expect(
      try explain("SV1O05")
        == "there is no SKU 'SV1O05' in the catalogue; the nearest is 'SV1005'\n")
    #expect(try explain("zzzzzz", .zh) == "商品表里没有 SKU 'zzzzzz'\n")
  }

  @Test func aCatalogueThatChangedIsSaid() throws {
    let products = MadeRange.products(40)
    let policy = try SelectionPolicyReadingTests.policy()
    let selection = SelectStage(policy: policy, date: "2026-11-23").select(products)
    let sku = selection.selected[0].sku
    var changed = products
    for index in changed.indices where changed[index].sku == sku { changed[index].stock = 0 }
    let text = selection.explanation(of: sku, products: changed, locale: .en)
    #expect(text.contains("The catalogue has changed since the selection"))
    #expect(text.contains("not chosen: only 0 pieces in stock"))
  }
}
