import Foundation
import Model

/// The part of a canvas that the platform's own buttons leave free, in pixels.
struct SafeBox {
  let left: Int
  let top: Int
  let width: Int
  let height: Int

  init(platform: Platform) {
    left = platform.safeZone.left
    top = platform.safeZone.top
    width = max(16, platform.canvas.width - platform.safeZone.left - platform.safeZone.right)
    height = max(16, platform.canvas.height - platform.safeZone.top - platform.safeZone.bottom)
  }

  var rect: CGRect { CGRect(x: left, y: top, width: width, height: height) }

  /// The top of a layer whose middle band is anchored between the box's edges, 0 above, 1 below.
  func y(anchor: Double, height layer: Int) -> Int {
    top + Int((Double(max(0, height - layer)) * anchor).rounded())
  }

  func centeredX(width layer: Int) -> Int { left + max(0, (width - layer) / 2) }
}
