import Model
import Shotlisting
import Testing
import Timing

/// What stands for a shot, and what is filmed when it cannot be.
struct ShotStandTests {
  private let policy = RandomShoot.policy(dayMinutes: 480)

  private func listed(_ shot: Shot, category: String, policy: ShootPolicy? = nil) -> ListedShot? {
    let script = Script(
      id: "A-a", sku: "A", category: category, locale: .en, orientation: .discovery, format: "",
      hook: "", duration: Time(decimal: 9), platforms: [], beats: [], shots: [shot], post: [:],
      findings: [])
    let planner = ShotPlanner(policy: policy ?? self.policy, workspace: "AB12")
    return planner.plan(ShootInput(scripts: [script], ranks: ["A": 3])).list.setups.first?.shots
      .first
  }

  private func shot(_ size: String, rig: String, movement: String = "固定") -> Shot {
    Shot(
      id: "A-1", beat: 0, size: size, movement: movement, angle: "", picture: "",
      duration: Time(decimal: 2), rig: rig)
  }

  @Test(arguments: [
    (
      "body", "mens-clothing",
      ShotStand(
        location: "studio", set: "body", light: "broad", lens: "standard", model: "man", outfit: "A"
      )
    ),
    (
      "body", "snacks",
      ShotStand(location: "studio", set: "body", light: "broad", lens: "standard", model: "woman")
    ),
    (
      "top", "womens-clothing",
      ShotStand(location: "studio", set: "table", light: "above", lens: "standard")
    ),
    (
      "hands", "womens-clothing",
      ShotStand(location: "studio", set: "table", light: "soft", lens: "standard", model: "hands")
    ),
    ("drone", "home", ShotStand(location: "studio", set: "other", light: "soft", lens: "standard")),
  ])
  func aShotHasItsStand(rig: String, category: String, stand: ShotStand) {
    let shot = listed(shot("近景", rig: rig), category: category)
    #expect(shot?.stand == stand && shot?.rank == 3)
  }

  @Test(arguments: [
    ("大特写", "close"), ("Close-Up", "close"), ("ms", "standard"), ("产品特写镜头", "close"),
    ("女生全景", "wide"), ("whatever", "standard"), ("", "standard"),
  ])
  func theSizeChoosesTheLens(size: String, lens: String) {
    #expect(listed(shot(size, rig: "table"), category: "home")?.stand.lens == lens)
  }

  @Test func theFirstBackupThatFitsIsGiven() {
    var policy = policy
    policy.backups = [
      .init(destructive: true, text: [.en: "spare"]),
      .init(rigs: ["top"], movements: ["推"], text: [.en: "top and push"]),
      .init(people: [.model], text: [.en: "dummy"]), .init(rigs: ["top"], text: [.en: "high"]),
    ]
    func backup(_ shot: Shot) -> String? { listed(shot, category: "home", policy: policy)?.backup }
    var spent = shot("近景", rig: "top", movement: "推")
    #expect(backup(spent) == "top and push")
    spent.destructive = true
    #expect(backup(spent) == "spare")
    #expect(backup(shot("近景", rig: "top")) == "high")
    #expect(backup(shot("近景", rig: "body")) == "dummy")
    #expect(backup(shot("近景", rig: "table")) == "")
  }
}
