import Ingesting
import Model
import Testing
import Timing

struct ShotWantsTests {
  private let policy = ShootPolicy(
    rigs: [
      rig("table-top", .none), rig("hands", .hands), rig("talking-head", .presenter),
      rig("full-length", .model),
    ],
    otherRig: rig("other", .none), unfilmed: [],
    changeover: .init(
      location: 0, set: 0, light: 0, rig: 0, lens: 0, model: 0, outfit: 0, product: 0, sample: 0),
    extra: .init(moving: 0, destructive: 0),
    lockedMovements: ["固定", "locked", ""], dayStart: 0, dayMinutes: 480)

  private static func rig(_ id: String, _ people: ShootPolicy.Rig.People) -> ShootPolicy.Rig {
    ShootPolicy.Rig(
      id: id, set: "s", name: id, nameZh: id, shot: 1, sentence: 0, people: people)
  }

  private func wants(
    _ rig: String, _ movement: String, line: String = "", isSpent: Bool = false
  ) -> ShotWants {
    let shot = Shot(
      id: "s", beat: 0, size: "", movement: movement, angle: "", picture: "",
      duration: Time(decimal: 2.5), rig: rig, destructive: isSpent)
    return ShotWants(
      ListedShot(
        shot: shot, sku: "A", product: "", scripts: [], payload: "", line: line, caption: "",
        locale: .zh), policy)
  }

  @Test(arguments: [
    ("table-top", "固定", "", false, IngestPolicy.ShotClass.locked),
    ("table-top", " Locked ", "", false, .locked), ("table-top", "推", "", false, .moving),
    ("nowhere", "", "", false, .locked), ("table-top", "固定", "", true, .action),
    ("hands", "固定", "这是旁白", false, .action), ("full-length", "跟拍", "", false, .action),
    ("talking-head", "固定", "大家好", false, .talking), ("talking-head", "推", "", false, .talking),
  ])
  func theRigTheMovementAndTheLineDecide(
    rig: String, movement: String, line: String, isSpent: Bool, kind: IngestPolicy.ShotClass
  ) {
    #expect(wants(rig, movement, line: line, isSpent: isSpent).kind == kind)
  }

  @Test func aVoiceOverIsNotSpokenOnCamera() {
    #expect(!wants("hands", "固定", line: "这是旁白").speech)
    #expect(wants("talking-head", "固定", line: "大家好").speech)
    #expect(!wants("talking-head", "固定", line: " … ").speech)
    #expect(wants("talking-head", "固定").face)
  }

  @Test func theLengthIsTheShots() { #expect(wants("hands", "").length == 2.5) }

  @Test func listAndScriptSayTheSame() {
    let shot = Shot(
      id: "A-talk", beat: 1, size: "", movement: "固定", angle: "", picture: "",
      duration: Time(decimal: 3), rig: "talking-head")
    let beats = ["", "大家好"].map {
      Beat(role: .hook, start: .zero, duration: Time(decimal: 3), voice: $0, caption: "")
    }
    let script = Script(
      id: "A", sku: "A", category: "", locale: .zh, orientation: .discovery, format: "", hook: "",
      duration: Time(decimal: 6), platforms: [], beats: beats, shots: [shot], post: [:],
      findings: [])
    let index = ShotIndex(workspace: "W0RK", scripts: [script], policy: policy)
    #expect(index.entries.first?.wants == wants("talking-head", "固定", line: "大家好").lasting(3))
    #expect(
      ShotIndex(workspace: "W0RK", scripts: [script]).entries.first?.wants == ShotWants())
  }
}

extension ShotWants {
  fileprivate func lasting(_ seconds: Double) -> ShotWants {
    var wants = self
    wants.length = seconds
    return wants
  }
}
