import Foundation
import Model
import Selecting
import Testing

/// Seconds for a large catalogue; runs with `SHOPREEL_BENCH=1`, and asserts nothing about time.
struct SelectionBench {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SHOPREEL_BENCH"] != nil))
  func aHundredThousandProducts() throws {
    var products: [Product] = []
    for seed in 0..<1000 {
      for product in Shop.many(seed: UInt64(seed)) {
        var product = product
        product.sku = "\(seed)-\(product.sku)"
        product.title = "\(product.title) \(seed % 97) 大容量通勤 \(seed % 31) 轻便"
        product.team = nil
        product.parentSku = nil
        products.append(product)
      }
    }
    let policy = try SelectionPolicyReadingTests.policy()
    for size in [1000, 10_000, 100_000] {
      let part = Array(products.prefix(size))
      let clock = ContinuousClock()
      var selection: Selection?
      let choosing = clock.measure {
        selection = SelectStage(policy: policy, date: "2026-11-23").select(part)
      }
      let chosen = try #require(selection)
      var bytes = 0
      let writing = try clock.measure { bytes = try chosen.encoded().count }
      print("select \(size): \(choosing), encode \(writing), \(bytes / 1_000_000) MB")
    }
  }
}
