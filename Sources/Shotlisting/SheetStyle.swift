public import Drawing

/// How the printed sheets look; lengths in points (1/72 inch), `…MM` in millimetres.
public struct SheetStyle: Sendable, Hashable, Codable {
  /// The paper of one slate.
  public enum SlateSize: String, Sendable, Hashable, Codable, CaseIterable {
    /// Two on an A4 page, with a line to cut along.
    case a5
    /// One on an A4 page.
    case a4
  }

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
  public var slateSize: SlateSize
  /// Side of the code on a slate of A5, quiet zone included.
  public var halfSlateCodeMM: Double
  /// Side of the code on a slate of A4, quiet zone included.
  public var slateCodeMM: Double
  /// Tick boxes a card: how many takes can be noted.
  public var takes: Int

  public static let standard = SheetStyle(
    families: ["Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Noto Sans"],
    ink: Color(red: 0.1, green: 0.1, blue: 0.12),
    faint: Color(red: 0.4, green: 0.4, blue: 0.44), rule: Color(red: 0.8, green: 0.8, blue: 0.83),
    band: Color(red: 0.13, green: 0.15, blue: 0.19), bandInk: .white,
    must: Color(red: 0.82, green: 0.16, blue: 0.12), body: 11, small: 7.5, marginMM: 10,
    cardCodeMM: 35, slateSize: .a5, halfSlateCodeMM: 140, slateCodeMM: 165, takes: 4)

  public init(
    families: [String], ink: Color, faint: Color, rule: Color, band: Color, bandInk: Color,
    must: Color, body: Double, small: Double, marginMM: Double, cardCodeMM: Double,
    slateSize: SlateSize, halfSlateCodeMM: Double, slateCodeMM: Double, takes: Int
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
    self.slateSize = slateSize
    self.halfSlateCodeMM = halfSlateCodeMM
    self.slateCodeMM = slateCodeMM
    self.takes = takes
  }

  static func mm(_ value: Double) -> Double { value * 72 / 25.4 }

  var margin: Double { SheetStyle.mm(marginMM) }
}
