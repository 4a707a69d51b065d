import Foundation
import Media
import Pixels
import Rendering
import Support
import Testing

/// Run by `make bench`: layers on 1080×1920 pictures, our loop against libavfilter's `overlay`.
@Suite(
  .serialized, .enabled(if: ProcessInfo.processInfo.environment["SHOPREEL_BENCH"] != nil))
struct BlendBenchmark {
  /// A layer: its size, its place, and the alpha of a pixel by its distance to the nearest edge.
  enum Sample: String, CaseIterable {
    case letters = "title, 900×260"
    case sticker = "price sticker, 360×360"
    case veil = "half-transparent canvas"
    case card = "end card, whole canvas"

    var frame: (x: Int, y: Int, width: Int, height: Int) {
      switch self {
      case .letters: (90, 220, 900, 260)
      case .sticker: (661, 1201, 360, 360)
      case .veil, .card: (0, 0, 1080, 1920)
      }
    }

    func alpha(_ x: Int, _ y: Int) -> Int {
      let (_, _, width, height) = frame
      switch self {
      case .letters:
        // Strokes of 10 pixels with soft edges, 60 apart, in two lines.
        guard y % 130 > 20, y % 130 < 110 else { return 0 }
        return max(0, min(255, (7 - abs(x % 60 - 30)) * 128))
      case .sticker:
        let (dx, dy) = (Double(x - width / 2), Double(y - height / 2))
        return max(0, min(255, Int((180 - (dx * dx + dy * dy).squareRoot()) * 255)))
      case .veil: return 128
      case .card: return 255
      }
    }

    var bitmap: Bitmap {
      let (_, _, width, height) = frame
      var result = Bitmap(width: width, height: height)
      for y in 0..<height {
        for x in 0..<width {
          let alpha = alpha(x, y)
          let at = (y * width + x) * 4
          result.bytes[at] = UInt8(alpha * (x % 256) / 255)
          result.bytes[at + 1] = UInt8(alpha * (y % 256) / 255)
          result.bytes[at + 2] = UInt8(alpha / 2)
          result.bytes[at + 3] = UInt8(alpha)
        }
      }
      return result
    }
  }

  @Test(arguments: Sample.allCases)
  func layerAgainstOverlay(sample: Sample) throws {
    let (bitmap, place) = (sample.bitmap, sample.frame)
    let picture = try Picture.blank(width: 1080, height: 1920)
    let overlay = PlanarOverlay(bitmap, x: place.x, y: place.y)
    let plain = PlainOverlay(bitmap, x: place.x, y: place.y)
    let ours = CPUTime.milliseconds(calls: 20) { overlay.blend(onto: picture) }
    let faded = CPUTime.milliseconds(calls: 20) { overlay.blend(onto: picture, opacity: 100) }
    let slow = CPUTime.milliseconds(calls: 2) { plain.blend(onto: picture, opacity: 256) }
    let made = CPUTime.milliseconds(calls: 2) {
      _ = PlanarOverlay(bitmap, x: place.x, y: place.y)
    }
    let chain = try OverlayChain(bitmap, x: place.x, y: place.y, canvas: (1080, 1920))
    let library = try CPUTime.milliseconds(calls: 20) { try chain.blend() }
    func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
    print(
      """
      \(sample.rawValue):
        ours: \(rounded(ours)) ms a frame; fading: \(rounded(faded)) ms; prepared in \
      \(rounded(made)) ms
        plain loop: \(rounded(slow)) ms, \(rounded(slow / ours)) × ours
        overlay filter: \(rounded(library)) ms, \(rounded(library / ours)) × ours
      """)
    #expect(ours > 0)
  }
}
