import Foundation
import Model

/// The part of a canvas that platforms' own buttons leave free, in pixels.
struct SafeBox: Hashable, Sendable {
  let left: Int
  let top: Int
  let width: Int
  let height: Int
  /// The canvas's own width.
  let canvasWidth: Int

  init(canvas: Canvas, margins: Platform.Margins) {
    left = margins.left
    top = margins.top
    width = max(16, canvas.width - margins.left - margins.right)
    height = max(16, canvas.height - margins.top - margins.bottom)
    canvasWidth = canvas.width
  }

  private init(left: Int, top: Int, width: Int, height: Int, canvasWidth: Int) {
    self.left = left
    self.top = top
    self.width = width
    self.height = height
    self.canvasWidth = canvasWidth
  }

  var rect: CGRect { CGRect(x: left, y: top, width: width, height: height) }

  /// A band of the box.
  ///
  /// - Parameter taken: Pixels at the box's top that other words take.
  func band(_ place: Style.Place, below taken: Int = 0) -> SafeBox {
    let upper = max(taken, Int((Double(height) * place.from).rounded(.up)))
    let lower = max(upper + 1, Int((Double(height) * place.to).rounded(.down)))
    return SafeBox(
      left: left, top: top + upper, width: width, height: lower - upper, canvasWidth: canvasWidth)
  }

  /// The top of something laid in the box, 0 at its upper edge, 1 at its lower edge.
  func y(anchor: Double, height layer: Int) -> Int {
    top + Int((Double(max(0, height - layer)) * anchor).rounded())
  }

  /// The left end of something laid in the box. What is centred stands in the middle of the canvas
  /// as far as the box allows.
  func x(_ side: Style.Side, width layer: Int) -> Int {
    let last = left + max(0, width - layer)
    switch side {
    case .left: return left
    case .right: return last
    case .center: return min(last, max(left, (canvasWidth - layer) / 2))
    }
  }
}
