import Model
import Timing

/// Breaks a beat's caption into events that can be read: clause by clause, none too short.
struct CaptionSplitter {
  let maxCharacters: Int
  /// Seconds.
  let minDuration: Time

  /// Events that fill a range, each as long as its share of the words.
  func events(_ caption: String, over range: TimeRange, rate: FrameRate)
    -> [(text: String, range: TimeRange)]
  {
    var clauses = merged(clauses(of: caption))
    while clauses.count > 1, shortest(clauses, in: range) < minDuration {
      clauses = joinedShortest(clauses)
    }
    let total = max(1, clauses.reduce(0) { $0 + weight($1) })
    var spoken = 0
    var start = range.start
    return clauses.map { clause in
      spoken += weight(clause)
      let share = Rational(Int64(spoken), Int64(total))
      let end = (range.start + range.duration * share).snapped(to: rate)
      defer { start = end }
      return (trimmed(clause), TimeRange(from: start, to: end))
    }
  }

  private func clauses(of text: String) -> [String] {
    var result: [String] = []
    var current = ""
    let letters = Array(text)
    for (index, letter) in letters.enumerated() {
      current.append(letter)
      let next = index + 1 < letters.count ? letters[index + 1] : nil
      if isBreak(letter, before: next) {
        result.append(current)
        current = ""
      }
    }
    return result + [current].filter { !trimmed($0).isEmpty }
  }

  private func isBreak(_ letter: Character, before next: Character?) -> Bool {
    if "，。！？；：…\n".contains(letter) { return true }
    return ",.!?;".contains(letter) && (next == nil || next == " ")
  }

  /// Neighbours joined while both fit into one event.
  private func merged(_ clauses: [String]) -> [String] {
    clauses.reduce(into: []) { result, clause in
      if let last = result.last, (last + clause).count <= maxCharacters {
        result[result.count - 1] = last + clause
      } else {
        result.append(clause)
      }
    }
  }

  private func shortest(_ clauses: [String], in range: TimeRange) -> Time {
    let total = max(1, clauses.reduce(0) { $0 + weight($1) })
    let least = clauses.map(weight).min() ?? total
    return range.duration * Rational(Int64(least), Int64(total))
  }

  private func joinedShortest(_ clauses: [String]) -> [String] {
    var result = clauses
    let index = result.indices.min { weight(result[$0]) < weight(result[$1]) }!
    let before = index > 0 ? index - 1 : 0
    result.replaceSubrange(before...before + 1, with: [result[before] + result[before + 1]])
    return result
  }

  private func weight(_ text: String) -> Int { max(1, trimmed(text).count) }

  /// Without the pause marks at its ends, which a caption does not show.
  private func trimmed(_ text: String) -> String {
    let ends: Set<Character> = ["，", "。", "；", "：", ",", ";", ".", " ", "\n", "、"]
    var letters = Substring(text)
    while let last = letters.last, ends.contains(last) { letters.removeLast() }
    while let first = letters.first, ends.contains(first) { letters.removeFirst() }
    return String(letters)
  }
}
