import Diagnostics
import Model
import Shotlisting
import Testing
import Timing

/// What people want of a shoot, and what they cannot have.
struct ShotPlannerEditsTests {
  private typealias Mention = ShootEdits.Mention

  private func plan(
    _ edits: ShootEdits, products: Int = 4, dayMinutes: Double = 480
  ) -> ShootPlan {
    var policy = MadeShots.policy
    policy.dayMinutes = dayMinutes
    return ShotPlanner(policy: policy, workspace: "AB12").plan(
      ShootInput(scripts: MadeShots.scripts(products: products), edits: edits))
  }

  private func named(_ texts: String...) -> [Mention] { texts.map { Mention(text: $0) } }

  @Test func whatIsDroppedIsGoneAndListed() {
    let plan = plan(ShootEdits(drop: named("P0-S02", "sku:P3")))
    let ids = plan.list.setups.flatMap(\.shots).map(\.id)
    #expect(ids.count == 17 && !ids.contains("P0-S02") && !ids.contains { $0.hasPrefix("P3") })
    #expect(plan.list.dropped.count == 7 && plan.findings.isEmpty)
    #expect(plan.list.dropped.contains(.init(id: "P0-S02", sku: "P0")))
  }

  @Test func pinsAreKept() {
    let edits = ShootEdits(pin: [
      .init(Mention(text: "P0-S02"), day: 3), .init(Mention(text: "sku:P2"), day: 2),
    ])
    let plan = plan(edits)
    let days = plan.list.byDay
    #expect(days.count == 3 && plan.findings.isEmpty)
    #expect(days[1].filter { $0.sku == "P2" }.count == 6)
    #expect(days[2].contains { $0.id == "P0-S02" && $0.pinned })
    // Its product's sample is spent after it.
    #expect(days[2].filter { $0.sku == "P0" && $0.destructive }.count == 2)
    #expect(days[0].allSatisfy { !$0.pinned || $0.sku != "P1" })
  }

  @Test func aPinnedShotBringsWhatMustComeBeforeIt() {
    let edits = ShootEdits(pin: [.init(Mention(text: "P3-S01"), day: 1)])
    let plan = plan(edits, products: 4, dayMinutes: 120)
    let first = plan.list.byDay[0].map(\.id)
    #expect(first.contains("P3-S01") && plan.findings.isEmpty)
    #expect(["P3-S02", "P3-S03", "P3-S04", "P3-S06"].allSatisfy(first.contains))
  }

  @Test func openersComeFirstOfTheirDayInTheirOrder() {
    let edits = ShootEdits(first: named("P2-S04", "P1-S03"))
    let plan = plan(edits)
    #expect(plan.list.byDay[0].prefix(2).map(\.id) == ["P2-S04", "P1-S03"])
    #expect(plan.findings.isEmpty)
  }

  @Test func anOrderIsKept() throws {
    let edits = ShootEdits(order: [named("P3-S04", "P0-S02", "sku:P1")])
    let plan = plan(edits)
    let ids = plan.list.setups.flatMap(\.shots).map(\.id)
    let places = try ["P3-S04", "P0-S02"].map { try #require(ids.firstIndex(of: $0)) }
    let product = try #require(ids.firstIndex { $0.hasPrefix("P1-") })
    #expect(places[0] < places[1] && places[1] < product && plan.findings.isEmpty)
  }

  @Test func anOrderHoldsAcrossDays() {
    let edits = ShootEdits(order: [named("sku:P3", "sku:P0")])
    let days = plan(edits, products: 8, dayMinutes: 120).list.byDay
    let last = days.lastIndex { $0.contains { $0.sku == "P3" } } ?? 0
    let first = days.firstIndex { $0.contains { $0.sku == "P0" } } ?? 0
    #expect(last <= first)
  }

  struct Wish: Sendable {
    var edits: ShootEdits
    var message: String
  }

  static let conflicts: [Wish] = [
    .init(
      edits: .init(drop: [.init(text: "P0-S09")]),
      message: "drop: no shot 'P0-S09' is on the list; did you mean 'P0-S01'?"),
    .init(
      edits: .init(drop: [.init(text: "P2")]),
      message: "drop: no shot 'P2' is on the list; did you mean 'sku:P2'?"),
    .init(
      edits: .init(first: [.init(text: "sku:P9")]),
      message: "first: no product 'P9' is on the list"),
    .init(
      edits: .init(first: [.init(text: "P0-S01")]),
      message: "first: 'P0-S01' cannot open its day: 'P0-S02' must come before it"),
    .init(
      edits: .init(order: [[.init(text: "P0-S01"), .init(text: "P0-S02")]]),
      message: "order: 'P0-S02' cannot come after 'P0-S01', which spends its sample"),
    .init(
      edits: .init(order: [
        [.init(text: "P0-S02"), .init(text: "P1-S02")],
        [.init(text: "P1-S02"), .init(text: "P0-S02")],
      ]), message: "order: 'P0-S02' cannot come after 'P1-S02', which must come after it"),
    .init(
      edits: .init(pin: [
        .init(.init(text: "P0-S02"), day: 2), .init(.init(text: "P0-S01"), day: 1),
      ]),
      message: "pin: 'P0-S01' cannot be filmed on day 1: 'P0-S02' must come before it and is "
        + "pinned to day 2"),
    .init(
      edits: .init(pin: [
        .init(.init(text: "P0-S01"), day: 1), .init(.init(text: "P0-S02"), day: 2),
      ]),
      message: "pin: 'P0-S02' cannot be filmed on day 2: 'P0-S01' must come after it and is "
        + "pinned to day 1"),
    .init(
      edits: .init(pin: [
        .init(.init(text: "P0-S02"), day: 2), .init(.init(text: "sku:P0"), day: 1),
      ]),
      message: "pin: 'sku:P0' cannot be filmed on day 1: 'P0-S02' is pinned to day 2 already"),
  ]

  @Test(arguments: conflicts) func whatCannotBeIsNamedAndTheRestStands(_ wish: Wish) {
    let plan = plan(wish.edits)
    #expect(plan.findings.map(\.message) == [wish.message])
    #expect(plan.findings.allSatisfy { $0.severity == .warning })
    #expect(plan.list.totals.shots == 24)
  }

  @Test func aPinOnAFullDayIsNamedAndGoesLater() throws {
    let edits = ShootEdits(pin: (0..<4).map { .init(Mention(text: "sku:P\($0)"), day: 1) })
    let plan = plan(edits, dayMinutes: 120)
    #expect(plan.list.totals.shots == 24 && plan.list.days.count > 1)
    let first = try #require(plan.findings.first)
    #expect(first.message == "pin: day 1 is full, so 6 shots of 'sku:P2' are filmed later")
    for day in plan.list.days { #expect(day.minutes <= 120) }
  }

  @Test func findingsCarryTheirPlaceInTheFile() {
    let place = Position(file: "edits/shoot.yaml", line: 4, column: 9)
    let plan = plan(ShootEdits(drop: [Mention(text: "nothing-like-it", at: place)]))
    #expect(
      plan.findings.map(\.description) == [
        "edits/shoot.yaml:4:9: warning: drop: no shot 'nothing-like-it' is on the list"
      ])
  }

  @Test func randomWishesLeaveAWholePlan() {
    for seed in 1...40 {
      var random = RandomShoot(seed: UInt64(seed) + 500)
      let scripts = random.scripts(products: 6, shots: 8)
      let ids = Set(scripts.flatMap(\.shots).map(\.id)).sorted()
      var pick = random
      func mention() -> Mention {
        let id = ids[pick.next(ids.count)]
        return Mention(text: pick.next(4) == 0 ? "sku:" + id.prefix(2) : id)
      }
      let edits = ShootEdits(
        drop: [mention()], pin: (0..<4).map { _ in .init(mention(), day: 1 + pick.next(4)) },
        first: [mention(), mention()],
        order: [[mention(), mention(), mention()], [mention(), mention()]])
      let policy = RandomShoot.policy(dayMinutes: [180, 480][seed % 2])
      let plan = ShotPlanner(policy: policy, workspace: "AB12").plan(
        ShootInput(scripts: scripts, edits: edits))
      let listed = plan.list.setups.flatMap(\.shots)
      #expect((listed.map(\.id) + plan.list.dropped.map(\.id)).sorted() == ids)
      var spent: Set<String> = []
      for shot in listed {
        #expect(shot.destructive || !spent.contains(shot.sku), "seed \(seed)")
        if shot.destructive { spent.insert(shot.sku) }
      }
      for (day, minutes) in zip(
        plan.list.byDay, ReferenceClock(policy: policy).minutes(plan.list.byDay))
      {
        #expect(minutes <= policy.dayMinutes || day.count == 1, "seed \(seed)")
      }
      let later = plan.findings.map(\.message).joined(separator: "\n")
      for pin in edits.pin {
        for (day, shots) in plan.list.byDay.enumerated() where day + 1 != pin.day {
          for shot in shots where shot.id == pin.mention.id || shot.sku == pin.mention.id {
            #expect(
              later.contains(pin.mention.text) || later.contains(shot.id),
              "seed \(seed) \(pin.mention.text) \(shot.id) \(later)")
          }
        }
      }
    }
  }
}
