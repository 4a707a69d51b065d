import Model
import Shotlisting
import Timing

/// Scripts and a policy with known truth.
enum MadeShots {
  static let policy = ShootPolicy(
    lenses: [
      .init(id: "standard", name: "standard", nameZh: "标准", sizes: ["近景", "中景", "全景"]),
      .init(id: "close", name: "close", nameZh: "微距", sizes: ["特写", "大特写"], extra: 2),
    ],
    rigs: [
      rig("table-top", set: "table", "桌面 45°", shot: 2),
      rig("top-down", set: "table", "桌面俯拍", shot: 3),
      rig("full-length", set: "model", "全身机位", shot: 4),
    ],
    otherRig: rig("other", set: "other", "其他机位", shot: 4), unfilmed: ["photo"],
    changeover: .init(
      location: 60, set: 25, light: 20, rig: 8, lens: 2, model: 15, outfit: 8, product: 3,
      sample: 5),
    extra: .init(moving: 1, destructive: 2),
    lockedMovements: ["固定"], dayStart: 540, dayMinutes: 480)

  private static func rig(_ id: String, set: String, _ name: String, shot: Double)
    -> ShootPolicy.Rig
  {
    .init(id: id, set: set, name: id, nameZh: name, shot: shot, sentence: 0)
  }

  static func scripts(products: Int) -> [Script] {
    (0..<products).map { script("P\($0)", name: "坚果 \($0)") }
  }

  private static func script(_ sku: String, name: String) -> Script {
    let plan: [(String, String, String, String, String, Bool)] = [
      ("特写", "固定", "平", "掰开一颗，果仁完整露出", "table-top", true),
      ("近景", "推", "45°", "整袋立在木桌上，光从左后方来", "table-top", false),
      ("中景", "固定", "俯", "倒出一堆，铺满白盘", "top-down", false),
      ("全景", "跟", "平", "女生拿着走进办公室，边走边吃", "full-length", false),
      ("特写", "固定", "平", "咬下去，声音收清楚", "full-length", true),
      ("近景", "固定", "俯", "净含量和配料表，停两秒", "top-down", false),
    ]
    let shots = plan.enumerated().map { index, row in
      Shot(
        id: "\(sku)-S0\(index + 1)", beat: index, size: row.0, movement: row.1, angle: row.2,
        picture: row.3, duration: Time(decimal: 2.5), props: ["白盘", "木桌", "\(name)样品 2 袋"],
        sound: index == 4 ? "咀嚼声" : "", must: index < 4, rig: row.4, destructive: row.5)
    }
    let voices = [
      "这一袋坚果，办公室抢着吃。", "每天一小袋，刚刚好。", "满满一盘，颗颗饱满。", "包里放一袋，饿了就吃。", "咔嚓一声，就是脆。",
      "500g×3袋，到手39.9元。",
    ]
    let beats = voices.enumerated().map { index, voice in
      Beat(
        role: .point, start: Time(decimal: Double(index) * 3), duration: Time(decimal: 3),
        voice: voice, caption: voice.filter { !"，。".contains($0) }, shots: [shots[index].id])
    }
    return Script(
      id: "\(sku)-a", sku: sku, category: "snacks", locale: .zh, orientation: .discovery,
      format: "taste-test", hook: "sound", duration: Time(decimal: 18), platforms: ["douyin"],
      beats: beats, shots: shots, post: [:], findings: [])
  }
}

extension ShotPlanner {
  /// The list alone, of scripts without anything else.
  func plan(scripts: [Script], titles: [String: String] = [:], date: String = "") -> ShotList {
    plan(ShootInput(scripts: scripts, titles: titles, date: date)).list
  }
}
