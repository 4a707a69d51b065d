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
  }

  @Test(arguments: [
    (
      "day_start: \"09:00\"", "day_start: \"25:00\"",
      "'day_start' must be a time of day such as \"09:30\""
    ),
    ("set: 25", "set: soon", "'changeover.set' must be a number from 0.0 to 480.0"),
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
