import Drawing
import Foundation
import Model
import Shotlisting
import Testing
import Timing

struct ShotListPagesTests {
  private func pages(_ products: Int = 3) throws -> ShotListPages {
    let planner = ShotPlanner(policy: MadeShots.policy, workspace: "AB12")
    let list = planner.plan(
      scripts: MadeShots.scripts(products: products), titles: ["P0": "每日坚果 混合装 750g"],
      date: "2026-03-01")
    let canvas = try Drawing.Canvas(width: 270, height: 480)
    canvas.fill(
      with: .linear(Color("#F2B705")!, Color("#8C1F28")!, from: .zero, to: CGPoint(x: 0, y: 480)))
    return ShotListPages(
      list: list, policy: MadeShots.policy, title: "春季上新 坚果",
      pictures: ["P0": canvas.bitmap])
  }

  private func keep(_ data: Data, as name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["SHOPREEL_GALLERY"] else { return }
    try data.write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  @Test func theSheetsAreTheSameBytesEachTime() throws {
    let first = try pages().pdf()
    try keep(first, as: "shotlist.pdf")
    #expect(try pages().pdf() == first)
  }

  @Test func anEmptyListStillMakesEveryPage() throws {
    let empty = ShotList(
      date: "", setups: [], totals: .init(shots: 0, minutes: 0, minutesInScriptOrder: 0))
    let pages = ShotListPages(list: empty, policy: MadeShots.policy, title: "")
    #expect(try pages.pdf().count > 500)
    #expect(String(decoding: pages.csv(), as: UTF8.self).split(separator: "\r\n").count == 1)
  }
}
