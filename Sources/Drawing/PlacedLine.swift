internal import Foundation

/// A line of fitted text where it is drawn.
struct PlacedLine {
  let line: PangoLine
  /// The left end of its baseline.
  let x: Double
  let y: Double
  /// UTF-8 ranges of key words, as far as they are drawn.
  let accents: [Range<Int>]
  private let size: Double

  /// Markers that cover more of the letters than this hide their strokes.
  static let wholeMarker = 0.85

  init(_ text: FittedText, _ index: Int, at point: CGPoint) {
    let placed = text.placedLines[index]
    line = PangoLine(placed.shown, style: text.style, fontSize: text.fontSize)
    x = point.x + text.lineX(index)
    y = point.y + text.firstBaseline + Double(index) * text.lineHeight
    let end = placed.shown.utf8.count
    accents = placed.accents.compactMap { range in
      range.lowerBound < end ? range.lowerBound..<min(end, range.upperBound) : nil
    }
    size = text.fontSize
  }

  /// The strokes of a marker behind the key words.
  ///
  /// - Parameter share: How far each has come, 0…1.
  func markers(_ marker: TextStyle.Marker, drawn share: Double) -> Path {
    guard share > 0 else { return Path() }
    var path = Path()
    let reach = size * TextStyle.markerReach
    let (above, below) = (size * 0.86, size * 0.1)
    for range in accents {
      let ends = line.positions(of: [range.lowerBound, range.upperBound])
      let (left, right) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
      let height = (above + below + reach) * marker.share
      path.append(
        .roundedRect(
          CGRect(
            x: x + left - reach, y: y + below + reach / 2 - height,
            width: (right - left + 2 * reach) * share, height: height),
          radius: size * 0.06))
    }
    return path
  }
}
