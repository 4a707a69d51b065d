import Gating
import Model
import Testing

struct WordSearchTests {
  /// A small generator, so that every run sees the same texts.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 &* 0x9E37_79B9_7F4A_7C15
    }
  }

  @Test(arguments: 1...60)
  func hitsAreTheWordsThatNoLongerWordCovers(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let letters: [Character] = ["甲", "乙", "丙", "，"]
    func word(_ lengths: ClosedRange<Int>) -> [Character] {
      (0..<Int.random(in: lengths, using: &dice)).map { _ in letters.randomElement(using: &dice)! }
    }
    let words = Set((0..<8).map { _ in word(1...4) })
    let text = word(0...60)
    let terms = words.map {
      TermList.Term(text: String($0), rule: "x", basis: "", severity: .warn, suggestion: "")
    }
    let gate = try Gate(terms: TermList(name: "made", terms: terms))
    let string = String(text)
    let found = gate.hits(in: string, place: "", scopes: [], platforms: []).map { hit in
      let start = string.distance(from: string.startIndex, to: hit.range.lowerBound)
      return start..<start + string[hit.range].count
    }
    var all: [Range<Int>] = []
    for start in text.indices {
      for word in words where text[start...].starts(with: word) {
        all.append(start..<start + word.count)
      }
    }
    let longest = all.filter { one in
      !all.contains {
        $0 != one && $0.lowerBound <= one.lowerBound && $0.upperBound >= one.upperBound
      }
    }
    #expect(found == longest.sorted { $0.lowerBound < $1.lowerBound })
  }
}
