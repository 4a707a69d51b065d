import Model
import Shotlisting
import Testing
import Timing

struct ShotPlannerTests {
  private let planner = ShotPlanner(policy: MadeShots.policy, workspace: "AB12")

  private func position(_ id: String, in list: ShotList) -> Int? {
    list.setups.flatMap(\.shots).firstIndex { $0.id == id }
  }

  @Test func everyShotStandsOnceAndMinutesAddUp() {
    let list = planner.plan(scripts: MadeShots.scripts(products: 12))
    let shots = list.setups.flatMap(\.shots)
    #expect(shots.count == 12 * 6 && list.totals.shots == shots.count)
    #expect(Set(shots.map(\.id)).count == shots.count)
    let sum = list.setups.map(\.minutes).reduce(0, +)
    #expect(abs(sum - list.totals.minutes) < 1e-6)
    for (setup, next) in zip(list.setups, list.setups.dropFirst()) {
      let end = setup.day == next.day ? setup.start + setup.minutes : 0
      #expect(abs(end - next.start) < 1e-6)
    }
  }

  @Test func batchingSavesAThirdOfADayOfFortyProducts() {
    let list = planner.plan(scripts: MadeShots.scripts(products: 40))
    #expect(list.totals.minutes < list.totals.minutesInScriptOrder * 2 / 3)
    // Three rigs on two sets, and now and then one again for what spends the samples.
    #expect(list.setups.count <= 4 * list.days.count)
  }

  @Test func destructiveShotsComeAfterAllOthersOfTheirProduct() {
    let list = planner.plan(scripts: MadeShots.scripts(products: 20))
    var spent = Set<String>()
    for shot in list.setups.flatMap(\.shots) {
      #expect(shot.destructive || !spent.contains(shot.sku))
      if shot.destructive { spent.insert(shot.sku) }
    }
  }

  @Test func aPictureThatTwoScriptsWantIsFilmedOnce() throws {
    var scripts = MadeShots.scripts(products: 1)
    var second = scripts[0]
    second.id = "second"
    second.shots[0].duration = Time(decimal: 9)
    second.shots[1].must = true
    scripts.append(second)
    let list = planner.plan(scripts: scripts, titles: ["P0": "杯子"], date: "2026-03-01")
    #expect(list.totals.shots == 6)
    let shot = try #require(list.setups.flatMap(\.shots).first { $0.id == second.shots[0].id })
    #expect(shot.scripts == [scripts[0].id, "second"])
    #expect(shot.duration == Time(decimal: 9))
    #expect(shot.product == "杯子" && shot.line == scripts[0].beats[0].voice)
  }

  @Test func theOrderOfShotsInsideAPlanIsAlwaysTheSame() {
    let scripts = MadeShots.scripts(products: 15)
    let first = planner.plan(scripts: scripts)
    let second = planner.plan(scripts: scripts)
    #expect(second.setups == first.setups && second.totals == first.totals)
  }

  @Test func cataloguePicturesAreNotFilmed() {
    var scripts = MadeShots.scripts(products: 1)
    scripts[0].shots[0].rig = "photo"
    #expect(planner.plan(scripts: scripts).totals.shots == 5)
  }

  @Test func noScriptsMakeAnEmptyList() {
    let list = planner.plan(scripts: [])
    #expect(list.setups.isEmpty && list.totals.minutes == 0)
  }

  @Test func payloadsAreSlatesOfTheWorkspace() {
    for shot in planner.plan(scripts: MadeShots.scripts(products: 2))
      .setups.flatMap(\.shots)
    {
      #expect(SlatePayload(text: shot.payload)?.workspace == "AB12")
    }
  }
}
