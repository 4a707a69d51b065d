import Drawing
import Foundation

/// How a product stands at a moment.
struct Pose: Sendable, Hashable {
  /// Turned to the left (-1) or to the right (1).
  var turn = 0.0
  /// How far it is opened, 0…1.
  var open = 0.0
  /// How far it is bent, folded or pressed, 0…1.
  var bend = 0.0
}

/// A product that can draw itself, about a thousand units high or wide, standing on `y` = 0 and
/// growing upwards into negative `y`.
protocol ProductArt: Sendable {
  /// What all poses stay within.
  var extent: CGRect { get }
  /// Places worth a close look.
  var details: [CGPoint] { get }
  /// Where a hand comes to.
  var grip: CGPoint { get }
  /// What the thing does when it moves of itself or under a hand.
  var action: Action { get }
  func draw(on g: GraphicsContext, pose: Pose)
}

/// What moves in a shot.
enum Action: Sendable { case none, turn, open, bend, pour }

/// What a product is, for drawing.
enum ProductKind: String, Sendable, CaseIterable {
  case dress, shirt, sneaker, runner, tote, backpack, berries, biscuits, storageBox, towel
}

/// A product's colours, name and kind.
struct ProductLook: Sendable {
  var kind: ProductKind
  var color: Color
  var accent: Color
  /// Printed on packs and labels.
  var label: String
  var brand: String
  /// The weight printed on a pack.
  var net = ""

  var art: any ProductArt {
    switch kind {
    case .dress: DressArt(look: self)
    case .shirt: ShirtArt(look: self)
    case .sneaker, .runner: ShoeArt(look: self)
    case .tote: ToteArt(look: self)
    case .backpack: BackpackArt(look: self)
    case .berries, .biscuits: PouchArt(look: self)
    case .storageBox: StorageBoxArt(look: self)
    case .towel: TowelArt(look: self)
    }
  }
}

extension ProductLook {
  func text(_ size: Double, _ color: Color, weight: Int = 700) -> TextStyle {
    TextStyle(families: ["Noto Sans CJK SC"], weight: weight, size: size, color: color)
  }
}

extension GraphicsContext {
  /// One line of text with its middle at `x`.
  func centered(_ text: String, x: Double, baseline: Double, _ style: TextStyle, room: Double) {
    var style = style
    style.maxLines = 1
    let natural = TextLayout.fit(text, style: style, width: 100_000).width
    if natural > room { style.size *= room / natural }
    let width = min(natural, room)
    drawLine(text, style: style, baseline: at(x - width / 2, baseline))
  }
}
