import Diagnostics
import Foundation
import Model
import Presets
import Testing

struct ShootPolicyReadingTests {
  private var shipped: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("presets/shoot/default.yaml").path
  }

  @Test func theShippedPolicyReads() throws {
    let policy = try ShootPolicy(
      reading: PresetSource(contentsOf: shipped, shownAs: "presets/shoot/default.yaml"))
    #expect(policy.rigs.first?.id == "table-top")
    #expect(policy.rig("table-top").nameZh == "桌面 45°")
    #expect(policy.rig("crane").set == "other" && policy.rig("crane").id == "crane")
    #expect(policy.changeover.set == 25 && policy.dayStart == 540 && policy.dayMinutes == 480)
    #expect(policy.lockedMovements.contains(""))
    #expect(policy.changeover.location == 60 && policy.changeover.outfit == 8)
    #expect(policy.set("room")?.light == "window" && policy.model("man")?.nameZh == "男模")
    #expect(policy.workdays.isEmpty && policy.overflow == .fewestDays)
  }

  @Test func theShippedPolicyKnowsEveryWordOfScripts() throws {
    let policy = try ShootPolicy(
      reading: PresetSource(contentsOf: shipped, shownAs: "presets/shoot/default.yaml"))
    let sizes = Set(policy.lenses.flatMap(\.sizes))
    let movements = Set(policy.lockedMovements + policy.backups.flatMap(\.movements))
    for locale in CopyLocale.allCases {
      for size in ShotSize.allCases { #expect(sizes.contains(size.word(locale)), "\(size)") }
      for move in CameraMovement.allCases {
        #expect(movements.contains(move.word(locale)), "\(move)")
      }
    }
    for people in [ShootPolicy.Rig.People.hands, .model, .presenter] {
      #expect(policy.models.contains { $0.people.contains(people) && $0.categories.isEmpty })
    }
  }

  @Test(arguments: [
    (
      "day_start: \"09:00\"", "day_start: \"25:00\"",
      "'day_start' must be a time of day such as \"09:30\""
    ),
    ("set: 25", "set: soon", "'changeover.set' must be a number from 0.0 to 480.0"),
    (
      "set: kitchen, ", "set: kichen, ", "'kichen' is not among 'sets'; did you mean 'kitchen'?"
    ),
    (
      "light: soft}", "light: sofd}", "'sofd' is not among 'lights'; did you mean 'soft'?"
    ),
    (
      "location: outside", "location: outsid",
      "'outsid' is not among 'locations'; did you mean 'outside'?"
    ),
    ("people: [presenter]}", "people: []}", "people' must be a list of the parts they play"),
    (
      "people: [hands]}", "people: [hand]}",
      "must be one of: 'none', 'hands', 'model', 'presenter', found 'hand'"
    ),
    (
      "categories: [pets]", "categories: [pet]", "'pet' is no category; did you mean 'pets'?"
    ),
    ("FS, WS, LS, MFS]", "FS, WS, ecu]", "size 'ecu' stands under lens 'close' already"),
    ("rigs: [macro]", "rigs: [macor]", "'macor' is not among 'rigs'; did you mean 'macro'?"),
    (
      "workdays: []", "workdays: [monday]",
      "must be one of: 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', found 'monday'"
    ),
    (
      "overflow: fewest-days", "overflow: rank",
      "must be one of: 'must', 'product', 'set', 'fewest-days', found 'rank'"
    ),
    ("moving: 1", "movin: 1", "unknown key 'movin' in 'extra'; did you mean 'moving'?"),
  ])
  func aWrongValueIsNamed(right: String, wrong: String, message: String) throws {
    let text = try String(contentsOfFile: shipped, encoding: .utf8)
      .replacingOccurrences(of: right, with: wrong)
    let error = #expect(throws: DiagnosticsError.self) {
      try ShootPolicy(reading: PresetSource(file: "s.yaml", text: text))
    }
    #expect((error?.diagnostics ?? []).contains { $0.message.contains(message) }, "\(error as Any)")
  }
}
