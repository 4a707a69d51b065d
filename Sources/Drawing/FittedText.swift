/// Text broken into lines at a size that fits its box, measured with the real fonts.
public struct FittedText: Sendable, Hashable {
  /// One line and where it stands.
  public struct Line: Sendable, Hashable {
    public let text: String
    /// Advance width in pixels, without strokes and plate.
    public let width: Double
    /// Where the ink begins and ends, in pixels from the start of the line.
    let ink: ClosedRange<Double>
    /// UTF-8 ranges of the words in the accent colour.
    let accents: [Range<Int>]
  }

  public let style: TextStyle
  public let placedLines: [Line]
  /// The size chosen, in pixels of the em.
  public let fontSize: Double
  /// Width of the letters with strokes and plate, in pixels; the shadow stands outside.
  public let width: Double
  /// Height of the letters with strokes and plate, in pixels; the shadow stands outside.
  public let height: Double
  /// Distance from the top of the box to the first baseline, in pixels.
  public let firstBaseline: Double
  /// Distance of baselines, in pixels.
  public let lineHeight: Double
  /// Whether the text does not fit its box at the smallest size allowed.
  public let overflow: Bool
  /// Characters that no installed font can draw; they are left out of the lines.
  public let missingGlyphs: [Character]

  public var lines: [String] { placedLines.map(\.text) }
}
