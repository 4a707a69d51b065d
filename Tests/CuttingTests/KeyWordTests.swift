import Cutting
import Foundation
import Model
import Testing
import Timing

struct KeyWordTests {
  /// The accents of the caption of a beat with such words and facts.
  private func accents(_ caption: String, _ facts: [String]) throws -> [String] {
    var request = Samples.request(takes: Samples.script.shots.map { Samples.take($0.id, 1) })
    request.script.beats[0].caption = caption
    request.script.beats[0].facts = facts.map { Fact(text: $0, field: "a", source: "c.csv:2") }
    return try CutStage(policy: Samples.policy).run(request).layers
      .first { $0.kind == .caption }?.accents ?? []
  }

  @Test(arguments: [
    ("这只包放得下14寸电脑", ["14寸电脑"], ["14寸电脑"]),
    ("本店最低成交价59元", ["本店最低成交价59元"], ["59元"]),
    ("铸铁稳不易倒", ["铸铁稳不易倒"], []),
    ("到手¥39.9", ["到手¥39.9"], []),
    ("什么都不说", ["别的"], []),
  ])
  func notEverythingStandsOut(caption: String, facts: [String], expected: [String]) throws {
    #expect(try accents(caption, facts) == expected)
  }
}
