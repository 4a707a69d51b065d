import Drawing
import Foundation
import Model

/// How a listed shot is staged: what it frames, on which set, and what moves.
struct ShotLook: Sendable {
  let look: ProductLook
  /// 1 holds the whole product in the picture.
  let magnification: Double
  let detail: Int
  let fromAbove: Bool
  let action: Action
  let hasHand: Bool
  let backdrop: Backdrop
  let skin: Color
  let sleeve: Color

  init(_ shot: ListedShot, seed: UInt64) {
    var random = SeededGenerator(seed: seed, shot.sku + shot.id)
    look =
      DemoProduct.range.first { $0.sku == shot.sku }?.look
      ?? ProductLook(guessing: shot.product)
    magnification = Self.magnification(shot.size)
    detail = random.index(below: look.art.details.count)
    let angle = (shot.angle + shot.rig).lowercased()
    let hangs = look.kind == .dress || look.kind == .shirt
    fromAbove = !hangs && ["顶", "俯", "top-down", "overhead"].contains { angle.contains($0) }
    action = Self.action(shot, own: look.art.action)
    let words = Self.words(shot)
    hasHand =
      action == .open || action == .bend
      || ["手", "捏", "摸", "拿", "指", "拎", "提", "hand", "hold", "touch", "point"].contains {
        words.contains($0)
      }
    let walls: [UInt32] = [0xE5D6C6, 0xD3DDDD, 0xE6DCD2, 0xDAE1D2, 0xE8D8D0]
    let surfaces: [UInt32] = [0xB98E63, 0xC9A67C, 0x97755A, 0xD8CBB8, 0xE3DCD0]
    var set = SeededGenerator(seed: seed, shot.sku + shot.rig)
    backdrop = Backdrop(
      ground: fromAbove ? .above : hangs ? .floor : .table,
      wall: Color(hex: walls[set.index(below: walls.count)]),
      surface: Color(hex: surfaces[set.index(below: surfaces.count)]), props: set.index(below: 6))
    skin = Color(hex: [0xF0C4A4, 0xE8B793, 0xD9A37C][set.index(below: 3)] as UInt32)
    sleeve = Color(hex: [0xF4F0E8, 0x40566B, 0xC9B8A3, 0x6E7F6A][set.index(below: 4)] as UInt32)
  }

  private static func words(_ shot: ListedShot) -> String {
    (shot.picture + " " + shot.movement + " " + shot.sound).lowercased()
  }

  private static func magnification(_ size: String) -> Double {
    let sizes: [(Double, [String])] = [
      (3.0, ["大特", "ecu", "extreme close", "macro", "微距"]), (1.32, ["中近", "mcu", "medium close"]),
      (1.9, ["特", "cu", "close"]), (1.45, ["近"]), (1.1, ["中", "ms", "medium"]),
      (0.92, ["全", "fs", "full"]), (0.74, ["远", "ws", "wide", "long"]),
    ]
    let text = size.lowercased()
    return sizes.first { $0.1.contains { text.contains($0) } }?.0 ?? 1
  }

  private static func action(_ shot: ListedShot, own: Action) -> Action {
    let text = words(shot)
    let actions: [(Action, [String])] = [
      (.pour, ["倒", "撒", "掰", "咬", "吃", "抓", "pour", "spill", "bite", "crunch"]),
      (
        .bend,
        ["折", "弯", "揉", "捏", "压", "拉伸", "叠", "按", "bend", "fold", "squeeze", "press", "stretch"]
      ),
      (
        .open,
        ["打开", "拉开", "撕", "拆", "隔层", "装", "开盖", "收纳", "open", "tear", "unzip", "pack", "inside"]
      ),
      (.turn, ["转", "旋", "环绕", "360", "走", "摆", "上身", "turn", "spin", "orbit", "walk", "sway"]),
    ]
    let named = actions.first { $0.1.contains { text.contains($0) } }?.0 ?? .none
    // Clothes sway when they are handled, packs are torn before they are poured.
    if own == .turn, named == .open || named == .pour { return .turn }
    if own != .pour, named == .pour { return own }
    return named
  }

  /// How the product stands when a share (0…1) of the scene is over.
  func pose(at share: Double) -> Pose {
    func ramp(_ from: Double, _ to: Double) -> Double {
      let x = min(1, max(0, (share - from) / (to - from)))
      return x * x * (3 - 2 * x)
    }
    switch action {
    case .none: return Pose(turn: Double(detail) * 0.12 - 0.2)
    case .turn: return Pose(turn: 0.75 * sin(share * 2 * .pi))
    case .open: return Pose(turn: -0.12, open: ramp(0.22, 0.7))
    case .bend:
      return Pose(turn: 0.08, bend: ramp(0.2, 0.45) - 0.7 * ramp(0.5, 0.68) + 0.7 * ramp(0.72, 0.9))
    case .pour: return Pose(turn: 0.05, open: ramp(0, 0.15))
    }
  }
}
