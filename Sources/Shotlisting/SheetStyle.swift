public import Drawing

/// How the printed sheets look; lengths in points (1/72 inch), `…MM` in millimetres.
public struct SheetStyle: Sendable, Hashable, Codable {
  public var families: [String]
  public var ink: Color
  public var faint: Color
  public var rule: Color
  public var band: Color
  public var bandInk: Color
  /// Marks what has to be filmed.
  public var must: Color
  public var body: Double
  public var small: Double
  public var marginMM: Double
  /// Side of the code on a card, quiet zone included.
  public var cardCodeMM: Double
  /// Side of the code on a slate, quiet zone included.
  public var slateCodeMM: Double
  /// Tick boxes a card: how many takes can be noted.
  public var takes: Int

  public static let standard = SheetStyle(
    families: ["Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Noto Sans"],
    ink: Color(red: 0.1, green: 0.1, blue: 0.12),
    faint: Color(red: 0.46, green: 0.46, blue: 0.5), rule: Color(red: 0.8, green: 0.8, blue: 0.83),
    band: Color(red: 0.13, green: 0.15, blue: 0.19), bandInk: .white,
    must: Color(red: 0.82, green: 0.16, blue: 0.12), body: 9, small: 6.5, marginMM: 11,
    cardCodeMM: 36, slateCodeMM: 165, takes: 4)

  public init(
    families: [String], ink: Color, faint: Color, rule: Color, band: Color, bandInk: Color,
    must: Color, body: Double, small: Double, marginMM: Double, cardCodeMM: Double,
    slateCodeMM: Double, takes: Int
  ) {
    self.families = families
    self.ink = ink
    self.faint = faint
    self.rule = rule
    self.band = band
    self.bandInk = bandInk
    self.must = must
    self.body = body
    self.small = small
    self.marginMM = marginMM
    self.cardCodeMM = cardCodeMM
    self.slateCodeMM = slateCodeMM
    self.takes = takes
  }

  static func mm(_ value: Double) -> Double { value * 72 / 25.4 }

  var margin: Double { SheetStyle.mm(marginMM) }

  /// Running text of a width, as high as it needs to be up to a number of lines.
  func text(
    _ text: String, size: Double, weight: Int = 400, color: Color? = nil, width: Double,
    lines: Int = 40, alignment: TextStyle.Alignment = .left, shrinkTo: Double = 0.75
  ) -> FittedText {
    let style = TextStyle(
      families: families, weight: weight, size: size, minSize: size * shrinkTo, step: 0.5,
      color: color ?? ink, lineSpacing: 1.38, alignment: alignment, maxLines: lines,
      balanced: false)
    return TextLayout.fit(text, style: style, width: width)
  }
}
