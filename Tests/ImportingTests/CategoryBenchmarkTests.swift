import Foundation
import Importing
import Model
import Testing

/// What finding a category costs; run with `SHOPREEL_BENCH=1`, best of a release build.
struct CategoryBenchmarkTests {
  private static let isOn = ProcessInfo.processInfo.environment["SHOPREEL_BENCH"] == "1"

  private static let clues: [CategoryFinder.Clue] = [
    .init(field: "category", text: "餐饮具 > 杯子/水杯/水壶 > 保温杯"),
    .init(field: "tags", text: "新品, 通勤, 大容量"),
    .init(field: "title", text: "不锈钢保温杯大容量便携水杯子男女学生高颜值户外运动水壶新款"),
  ]

  @Test(.enabled(if: isOn)) func theTrieAgainstTryingEachWordInTurn() {
    let rules = Shipped.rules.categories
    let finder = CategoryFinder(rules)
    var linear = LinearWordIndex()
    for (place, category) in rules.categories.enumerated() {
      for word in category.words + category.tails { linear.add(word, place, .own) }
      for word in category.weak { linear.add(word, place, .weak) }
    }
    for word in rules.clothing.words { linear.add(word, 99, .own) }
    let clock = ContinuousClock()
    func microseconds(_ times: Int, _ work: () -> Int) -> Double {
      var best = Double.infinity
      var kept = 0
      for _ in 0..<7 {
        let spent = clock.measure { for _ in 0..<times { kept &+= work() } }
        best = min(best, spent / .microseconds(1) / Double(times))
      }
      #expect(kept != 1)
      return best
    }
    let new = microseconds(3_000) { finder.find(Self.clues).evidence.count }
    let old = microseconds(300) {
      Self.clues.reduce(0) { $0 + linear.hits(in: $1.text).count }
    }
    print("category: \(new) µs a product; trying each word in turn \(old) µs; \(old / new) ×")
  }
}
