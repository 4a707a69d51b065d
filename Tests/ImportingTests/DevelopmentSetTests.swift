import Foundation
import Importing
import Model
import Testing

/// Made products with the category a merchandiser files them under.
struct DevelopmentSetTests {
  struct Sample {
    var category: String
    var clues: [CategoryFinder.Clue]
    var line: Int
  }

  /// Columns: category, path, type, tags, title, attributes as `name=value; …`.
  /// `SHOPREEL_LABELLED` names another file of them.
  static let samples: [Sample] = {
    let own = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Labelled/development.tsv")
    let other = ProcessInfo.processInfo.environment["SHOPREEL_LABELLED"]
    let file = other.map(URL.init(fileURLWithPath:)) ?? own
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .dropFirst().compactMap { line, row in
        let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count >= 5 else { return nil }
        var clues = zip(["category", "type", "tags", "title"], cells[1...4])
          .filter { !$0.1.isEmpty }.map { CategoryFinder.Clue(field: $0.0, text: $0.1) }
        for pair in (cells.count > 5 ? cells[5] : "").split(separator: ";") {
          let parts = pair.split(separator: "=", maxSplits: 1).map {
            $0.trimmingCharacters(in: .whitespaces)
          }
          if parts.count == 2 {
            clues.append(.init(field: "attributes." + parts[0], text: parts[1]))
          }
        }
        return Sample(category: cells[0], clues: clues, line: line + 1)
      }
  }()

  @Test func atLeast97OfAHundredAreFiledAsAMerchandiserWould() {
    let finder = CategoryFinder(Shipped.rules.categories)
    let verbose = ProcessInfo.processInfo.environment["SHOPREEL_VERBOSE"] == "1"
    var right = 0
    var confusion: [String: Int] = [:]
    var buckets = Array(repeating: (right: 0, all: 0), count: 5)
    for sample in Self.samples {
      let answer = finder.find(sample.clues)
      let isRight = answer.category == sample.category
      let bucket = min(4, Int(answer.certainty * 5))
      buckets[bucket].all += 1
      if isRight {
        right += 1
        buckets[bucket].right += 1
      } else {
        confusion["\(sample.category) filed as \(answer.category)", default: 0] += 1
      }
      if verbose, !isRight || answer.certainty < 0.5 {
        print(
          isRight ? "doubt" : "WRONG", sample.line, sample.category, "->", answer.category,
          answer.certainty, sample.clues.map(\.text),
          answer.evidence.map { "\($0.field):\($0.matched)" })
      }
    }
    let count = Self.samples.count
    print("development set: \(right) of \(count) right")
    for (name, times) in confusion.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      print("  \(times) × \(name)")
    }
    for (place, bucket) in buckets.enumerated() {
      print("  certainty from 0.\(place * 2): \(bucket.right) of \(bucket.all) right")
    }
    #expect(count >= 400 || ProcessInfo.processInfo.environment["SHOPREEL_LABELLED"] != nil)
    #expect(Double(right) >= 0.97 * Double(count))
  }
}
