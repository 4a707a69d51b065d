internal import Foundation
public import Pixels

/// A price tag laid over the picture while the offer is spoken.
///
/// A reference price is shown, smaller and struck through, only where one is given: the caller
/// gives one only with a basis.
public struct PriceSticker: Sendable, Hashable {
  /// How a sticker looks; lengths in pixels at full size.
  public struct Style: Sendable, Hashable, Codable {
    public var families: [String]
    public var language: String
    public var layout: Shape
    public var weight: Int
    /// Size of the whole part of the price, in pixels of the em.
    public var priceSize: Double
    /// Sizes of the other parts as shares of `priceSize`.
    public var currencyShare: Double
    public var fractionShare: Double
    public var suffixShare: Double
    public var referenceShare: Double
    public var labelShare: Double
    /// The body's colours from top to bottom.
    public var ground: Color
    public var groundEnd: Color
    public var priceColor: Color
    public var referenceColor: Color
    public var labelGround: Color
    public var labelColor: Color
    /// A line around the whole tag.
    public var border: TextStyle.Stroke?
    public var shadow: TextStyle.Shadow?
    public var padding: Double
    public var radius: Double
    /// Clockwise tilt in degrees.
    public var tilt: Double

    public enum Shape: String, Sendable, Hashable, Codable, CaseIterable {
      /// The label in a band above, the price, the reference below.
      case stack
      /// The label at the left, the price beside it.
      case row
      /// Everything in the middle of a scalloped seal.
      case seal
      /// Letters alone, with the border as their stroke.
      case plain
    }

    public init(
      families: [String], language: String = "zh-cn", layout: Shape = .stack, weight: Int = 700,
      priceSize: Double,
      currencyShare: Double = 0.5,
      fractionShare: Double = 0.56, suffixShare: Double = 0.34, referenceShare: Double = 0.4,
      labelShare: Double = 0.32, ground: Color, groundEnd: Color, priceColor: Color,
      referenceColor: Color, labelGround: Color, labelColor: Color,
      border: TextStyle.Stroke? = nil, shadow: TextStyle.Shadow? = nil, padding: Double,
      radius: Double, tilt: Double = 0
    ) {
      self.families = families
      self.language = language
      self.layout = layout
      self.weight = weight
      self.priceSize = priceSize
      self.currencyShare = currencyShare
      self.fractionShare = fractionShare
      self.suffixShare = suffixShare
      self.referenceShare = referenceShare
      self.labelShare = labelShare
      self.ground = ground
      self.groundEnd = groundEnd
      self.priceColor = priceColor
      self.referenceColor = referenceColor
      self.labelGround = labelGround
      self.labelColor = labelColor
      self.border = border
      self.shadow = shadow
      self.padding = padding
      self.radius = radius
      self.tilt = tilt
    }
  }

  /// The price as it is shown: `¥39.9`, `39.9元/3袋`, `$19.99`.
  public var price: String
  /// The dearer price as it is shown, or nil.
  public var reference: String?
  /// Words before the reference price, such as `日常价`.
  public var referenceLabel: String?
  /// What the price is: `到手价`, `直播价`, `Today`; nil leaves the upper band out.
  public var label: String?
  public var style: Style

  public init(
    price: String, reference: String? = nil, referenceLabel: String? = nil, label: String? = nil,
    style: Style
  ) {
    self.price = price
    self.reference = reference
    self.referenceLabel = referenceLabel
    self.label = label
    self.style = style
  }

  /// Draws the sticker, shrunk as a whole where it would be larger than the room, in pixels.
  ///
  /// - Throws: `DrawingError` `.sizeInvalid` when it is too large for a picture.
  public func bitmap(maxWidth: Double? = nil, maxHeight: Double? = nil) throws -> Bitmap {
    var layout = Layout(self, scale: 1)
    var scale = 1.0
    // Two pixels of the room stay as they are at any scale, and a picture has whole pixels.
    for (size, most) in [(layout.outerSize.width, maxWidth), (layout.outerSize.height, maxHeight)] {
      if let most, most > 0, size.rounded(.up) > most {
        scale = min(scale, max(0.01, (most - 3) / max(1, size - 2)))
      }
    }
    if scale < 1 { layout = Layout(self, scale: scale) }
    let canvas = try Canvas(
      width: max(1, Int(clamping: layout.outerSize.width)),
      height: max(1, Int(clamping: layout.outerSize.height)))
    layout.draw(on: canvas)
    return canvas.bitmap
  }
}
