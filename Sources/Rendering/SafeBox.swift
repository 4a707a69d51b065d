import Foundation
import Model

/// The part of a canvas that platforms' own buttons leave free, in pixels.
struct SafeBox {
  let left: Int
  let top: Int
  let width: Int
  let height: Int

  init(canvas: Canvas, margins: Platform.Margins) {
    left = margins.left
    top = margins.top
    width = max(16, canvas.width - margins.left - margins.right)
    height = max(16, canvas.height - margins.top - margins.bottom)
  }

  var rect: CGRect { CGRect(x: left, y: top, width: width, height: height) }

  /// The top of a layer whose middle band is anchored between the box's edges, 0 above, 1 below.
  func y(anchor: Double, height layer: Int) -> Int {
    top + Int((Double(max(0, height - layer)) * anchor).rounded())
  }

  func centeredX(width layer: Int) -> Int { left + max(0, (width - layer) / 2) }
}
