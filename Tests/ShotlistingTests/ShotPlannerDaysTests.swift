import Model
import Shotlisting
import Testing
import Timing

/// How a shoot that is longer than a day is cut.
struct ShotPlannerDaysTests {
  private func planner(_ minutes: Double, _ overflow: ShootPolicy.Overflow) -> ShotPlanner {
    var policy = MadeShots.policy
    policy.dayMinutes = minutes
    policy.overflow = overflow
    return ShotPlanner(policy: policy, workspace: "AB12")
  }

  private func input(_ products: Int, date: String = "") -> ShootInput {
    // The last script is the first of the selection.
    let ranks = (0..<products).map { ("P\($0)", products - $0) }
    return ShootInput(
      scripts: MadeShots.scripts(products: products).reversed(),
      ranks: Dictionary(uniqueKeysWithValues: ranks), date: date)
  }

  @Test func wholeProductsFollowTheirRank() {
    let list = planner(240, .product).plan(input(12)).list
    #expect(list.days.count > 1)
    // Of each product's must-shots the last day counts.
    let days = Dictionary(
      list.byDay.enumerated().flatMap { day, shots in
        shots.filter(\.must).map { ($0.rank ?? 0, day) }
      }, uniquingKeysWith: max)
    let sorted = days.sorted { $0.key < $1.key }.map(\.value)
    #expect(sorted == sorted.sorted())
  }

  @Test func mustShotsGoFirstWhenTheDayIsShort() {
    let list = planner(240, .must).plan(input(12)).list
    let lastMust = list.byDay.lastIndex { $0.contains { $0.must && !$0.destructive } } ?? 0
    for day in list.byDay.prefix(lastMust) {
      let optional = day.filter { !$0.must && !$0.destructive }
      // An optional shot is there only where a must-shot that spends the sample waits for it.
      for shot in optional { #expect(day.contains { $0.sku == shot.sku && $0.destructive }) }
    }
  }

  @Test func setBySetEachSetFollowsTheRank() {
    let list = planner(300, .set).plan(input(24)).list
    #expect(list.days.count > 2)
    for set in ["table", "model"] {
      let ranks = list.byDay.map { day in
        day.filter { $0.stand.set == set && !$0.destructive }.compactMap(\.rank)
      }.filter { !$0.isEmpty }
      for (day, next) in zip(ranks, ranks.dropFirst()) {
        // The one at the edge may be divided.
        #expect((day.sorted().dropLast(6).last ?? 0) <= next.min() ?? 0)
      }
    }
  }

  @Test func theStrictestPriorityThatCostsNoDayIsTaken() {
    let rules: [ShootPolicy.Overflow] = [.must, .product, .set]
    let plans = rules.map { planner(240, $0).plan(input(30)).list }
    let chosen = planner(240, .fewestDays).plan(input(30)).list
    #expect(chosen.days.count == plans.map(\.days.count).min())
  }

  @Test func aSingleDayNeedsNoPriority() {
    let list = planner(480, .fewestDays).plan(input(6)).list
    #expect(list.days.map(\.day) == [1] && list.setups.allSatisfy { $0.day == 1 })
  }

  @Test(
    arguments: [
      ("2026-03-05", [], ["2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08"]),
      (
        "2026-03-05", [.mon, .tue, .wed, .thu, .fri],
        ["2026-03-05", "2026-03-06", "2026-03-09", "2026-03-10"]
      ),
      ("2028-02-28", [], ["2028-02-28", "2028-02-29", "2028-03-01", "2028-03-02"]),
      ("2026-12-31", [], ["2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"]),
      ("2026-02-30", [], ["", "", "", ""]), ("soon", [], ["", "", "", ""]),
      ("", [], ["", "", "", ""]),
    ] as [(String, [ShootPolicy.Weekday], [String])])
  func furtherDaysHaveTheNextDates(date: String, workdays: [ShootPolicy.Weekday], dates: [String]) {
    var policy = MadeShots.policy
    policy.dayMinutes = 120
    policy.workdays = workdays
    let list = ShotPlanner(policy: policy, workspace: "AB12").plan(input(12, date: date)).list
    #expect(Array(list.days.map(\.date).prefix(4)) == dates)
  }

  @Test func aShotLongerThanADayStandsAlone() {
    let list = planner(34, .fewestDays).plan(input(1)).list
    #expect(list.byDay.allSatisfy { $0.count == 1 } && list.totals.shots == 6)
  }

  @Test func twoThousandShotsArePlanned() {
    var random = RandomShoot(seed: 7)
    let scripts = random.scripts(products: 134, shots: 29)
    let count = Set(scripts.flatMap(\.shots).map(\.id)).count
    let list = ShotPlanner(policy: RandomShoot.policy(dayMinutes: 480), workspace: "AB12").plan(
      scripts: scripts, titles: [:], date: "")
    #expect(count > 1800 && list.totals.shots == count)
    let totals = list.totals
    print("figures: \(count) shots, \(list.days.count) days, \(totals)")
    #expect(totals.minutes < totals.minutesInScriptOrder / 2)
  }
}
