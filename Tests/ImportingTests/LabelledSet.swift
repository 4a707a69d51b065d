import Foundation
import Importing
import Model

/// Made products with the category a merchandiser files them under.
///
/// Columns: category, path, type, tags, title, attributes as `name=value; …`.
struct LabelledSet {
  struct Sample {
    var category: String
    var clues: [CategoryFinder.Clue]
    var line: Int
  }

  /// What the finder makes of a set.
  struct Score {
    var right = 0
    /// `mens-clothing filed as shoes` → times.
    var confusion: [String: Int] = [:]
    /// By fifths of certainty.
    var buckets = Array(repeating: (right: 0, all: 0), count: 5)
  }

  var name: String
  var samples: [Sample]

  /// A file of `Labelled/`, or the one at a path.
  init(_ name: String, at path: String? = nil) {
    let own = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Labelled/\(name).tsv")
    let file = path.map(URL.init(fileURLWithPath:)) ?? own
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    self.name = name
    samples = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .dropFirst().compactMap { Self.sample(of: $1, line: $0 + 1) }
  }

  private static func sample(of row: Substring, line: Int) -> Sample? {
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count >= 5 else { return nil }
    var clues = zip(["category", "type", "tags", "title"], cells[1...4])
      .filter { !$0.1.isEmpty }.map { CategoryFinder.Clue(field: $0.0, text: $0.1) }
    for pair in (cells.count > 5 ? cells[5] : "").split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      if parts.count == 2 { clues.append(.init(field: "attributes." + parts[0], text: parts[1])) }
    }
    return Sample(category: cells[0], clues: clues, line: line)
  }

  /// Files every sample; `SHOPREEL_VERBOSE=1` prints those that are wrong or in doubt.
  func score(_ finder: CategoryFinder) -> Score {
    let verbose = ProcessInfo.processInfo.environment["SHOPREEL_VERBOSE"] == "1"
    var score = Score()
    for sample in samples {
      let answer = finder.find(sample.clues)
      let isRight = answer.category == sample.category
      let bucket = max(0, min(4, Int(answer.certainty * 5)))
      score.buckets[bucket].all += 1
      if isRight {
        score.right += 1
        score.buckets[bucket].right += 1
      } else {
        score.confusion["\(sample.category) filed as \(answer.category)", default: 0] += 1
      }
      if verbose, !isRight || answer.certainty < 0.5 {
        print(
          isRight ? "doubt" : "WRONG", sample.line, sample.category, "->", answer.category,
          answer.certainty, sample.clues.map(\.text),
          answer.evidence.map { "\($0.field):\($0.matched)" })
      }
    }
    return score
  }

  func tell(_ score: Score) {
    let share = samples.isEmpty ? 0 : score.right * 1000 / samples.count
    print("\(name) set: \(score.right) of \(samples.count) right, \(share) of a thousand")
    for (pair, times) in score.confusion.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      print("  \(times) × \(pair)")
    }
    for (place, bucket) in score.buckets.enumerated() {
      print("  certainty from 0.\(place * 2): \(bucket.right) of \(bucket.all) right")
    }
  }
}
