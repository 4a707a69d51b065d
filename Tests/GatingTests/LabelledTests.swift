import Foundation
import Gating
import Model
import Testing

/// The gate against lines that were labelled by hand.
struct LabelledTests {
  let gate = ShippedPresets.gate

  private func find(_ line: LabelledSentence) -> [Finding] {
    gate.findings(
      in: line.text, place: "p", category: line.category, platforms: [line.platform])
  }

  private func verdict(_ findings: [Finding]) -> LabelledSentence.Verdict {
    for (level, verdict) in [(Finding.Level.block, LabelledSentence.Verdict.block), (.warn, .warn)]
    where findings.contains(where: { $0.severity == level }) {
      return verdict
    }
    return findings.isEmpty ? .clean : .note
  }

  @Test func theSetIsWideEnough() throws {
    let innocent = try LabelledSentence.all("innocent")
    let guilty = try LabelledSentence.all("guilty")
    let tricks = try LabelledSentence.all("tricks")
    let all = innocent + guilty + tricks
    #expect(all.count >= 400 && tricks.count >= 80)
    #expect(all.count { $0.place.contains("-zh") } >= 280)
    #expect(all.count { $0.place.contains("-en") } >= 120)
    #expect(Set(all.map(\.category)).count >= 17)
    #expect(Set(all.map(\.platform)).count >= 12)
    #expect(Set(all.map { [$0.text, $0.platform] }).count == all.count)
  }

  @Test func noInnocentLineIsBlockedOrMisjudged() throws {
    for line in try LabelledSentence.all("innocent") {
      let found = find(line)
      #expect(
        verdict(found) == line.expected,
        "\(line.place) '\(line.text)': \(found.map { "\($0.rule) \($0.term)" })")
    }
  }

  @Test(arguments: ["guilty", "tricks"])
  func noGuiltyLinePasses(kind: String) throws {
    for line in try LabelledSentence.all(kind) {
      let found = find(line)
      #expect(
        found.contains { $0.rule == line.rule && $0.severity.rawValue == line.expected.rawValue },
        "\(line.place) '\(line.text)': \(found.map { "\($0.rule) \($0.term)" })")
    }
  }

  @Test func figuresForEveryRule() throws {
    var table: [String: (hit: Int, missed: Int, wrong: Int)] = [:]
    for line in try ["innocent", "guilty", "tricks"].flatMap(LabelledSentence.all) {
      let rules = Set(find(line).filter { $0.severity != .note }.map(\.rule))
      let isGuilty = line.expected == .block || line.expected == .warn
      if isGuilty {
        if rules.contains(line.rule) {
          table[line.rule, default: (0, 0, 0)].hit += 1
        } else {
          table[line.rule, default: (0, 0, 0)].missed += 1
        }
      } else {
        for rule in rules { table[rule, default: (0, 0, 0)].wrong += 1 }
      }
    }
    print("rule                 found missed wrongly")
    for (rule, counts) in table.sorted(by: { $0.key < $1.key }) {
      let name = rule.padding(toLength: 20, withPad: " ", startingAt: 0)
      print("\(name) \(counts.hit) \(counts.missed) \(counts.wrong)")
    }
    let hit = table.values.reduce(0) { $0 + $1.hit }
    let missed = table.values.reduce(0) { $0 + $1.missed }
    let wrong = table.values.reduce(0) { $0 + $1.wrong }
    print("recall \(hit)/\(hit + missed), precision \(hit)/\(hit + wrong)")
    #expect(missed == 0 && wrong == 0)
  }
}
