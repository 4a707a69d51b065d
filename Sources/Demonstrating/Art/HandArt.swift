import Drawing
import Foundation

/// A hand with its sleeve, reaching in from the lower right; fingertips at the origin.
enum HandArt {
  static let extent = box(-80, -120, 1500, 2000)

  /// - Parameter grip: 0 for a pointing hand, 1 for a pinching one.
  static func draw(on g: GraphicsContext, skin: Color, sleeve: Color, grip: Double) {
    let arm = Path.smooth([at(260, 290), at(400, 470), at(640, 800)])
    g.line(arm, Color(hex: 0x1D1A2B, alpha: 0.18), 190)
    g.line(arm, skin.shaded(0.12), 164)
    g.line(.smooth([at(246, 280), at(386, 462), at(620, 800)]), skin, 130)
    let cloth = Path.smooth([at(452, 560), at(660, 860), at(1360, 1900)])
    g.line(cloth, sleeve.shaded(0.2), 224)
    g.line(.smooth([at(440, 556), at(646, 860), at(1346, 1900)]), sleeve, 180)
    let curl = 40 + grip * 40
    for (dx, dy, bent) in [(170.0, 30.0, 1.0), (128, 10, 0.8), (76, -4, 0.6)] {
      finger(
        g, skin, from: at(250 + dx * 0.3, 196 + dy), by: at(120 + dx * 0.5, 96 + dy + curl * bent),
        to: at(70 + dx * 0.72, 124 + dy + curl * bent), 56)
    }
    let palm = Path.smooth(
      [
        at(170, 150), at(270, 120), at(372, 220), at(396, 372), at(310, 420), at(216, 352),
        at(160, 250),
      ], closed: true)
    g.fill(
      palm, with: .linear(skin.lit(0.12), skin.shaded(0.16), from: at(170, 130), to: at(380, 420)))
    finger(g, skin, from: at(232, 176), by: at(110, 40), to: at(20, 18), 58)
    finger(
      g, skin, from: at(226, 332), by: at(92, 250 - grip * 50), to: at(36, 160 - grip * 86), 62)
    nail(g, skin, at(22, 14), 0.2)
    nail(g, skin, at(38, 158 - grip * 86), 0.9)
  }

  private static func finger(
    _ g: GraphicsContext, _ skin: Color, from: CGPoint, by: CGPoint, to: CGPoint, _ width: Double
  ) {
    let path = Path.smooth([from, by, to])
    g.line(path, skin.shaded(0.34), width + 5)
    g.line(path, skin.shaded(0.06), width - 3)
    g.line(
      .smooth([at(from.x - 3, from.y - 8), at(by.x - 3, by.y - 9), at(to.x + 2, to.y - 7)]),
      skin.lit(0.14), width * 0.42)
  }

  private static func nail(_ g: GraphicsContext, _ skin: Color, _ place: CGPoint, _ turn: Double) {
    g.saved {
      g.rotate(by: turn, around: place)
      g.fill(
        .roundedRect(box(place.x - 18, place.y - 15, 30, 26), radius: 12),
        with: Color(hex: 0xF2B8AE))
      g.fill(
        .roundedRect(box(place.x - 14, place.y - 13, 16, 9), radius: 5),
        with: Color.white.faded(0.5))
    }
  }
}
