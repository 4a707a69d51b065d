public import Foundation
public import Pixels

/// The last picture of a video: the product, its name and the one thing to do.
public struct EndCard: Sendable {
  /// How a card looks; lengths in pixels of the canvas.
  public struct Style: Sendable, Hashable, Codable {
    public enum Arrangement: String, Sendable, Hashable, Codable, CaseIterable {
      /// Everything on the middle axis.
      case center
      /// Words from the left edge, below the product.
      case left
      /// The product fills the upper part of the card, the words stand on the ground below.
      case panel
    }

    public var layout: Arrangement
    /// The ground from top to bottom.
    public var ground: Color
    public var groundEnd: Color
    /// The soft disc behind the product.
    public var halo: Color
    /// The name's dress; its colour, size and line number.
    public var name: TextStyle
    /// The instruction's dress; with a plate it becomes a button.
    public var instruction: TextStyle
    /// The shop's own line and what stands below a code.
    public var line: TextStyle
    /// The smallest size that words are set at rather than cut, in pixels.
    public var floor: Double
    /// The line between name and instruction.
    public var accent: Color
    /// Share of the card's height that the product takes.
    public var productShare: Double
    /// Height of the logo in pixels.
    public var logoHeight: Double
    /// Corner radius of a product picture without transparency.
    public var pictureRadius: Double
    public var shadow: TextStyle.Shadow?
    /// Distance between the parts in pixels.
    public var gap: Double
    public init(
      layout: Arrangement = .center, ground: Color, groundEnd: Color, halo: Color,
      name: TextStyle, instruction: TextStyle, line: TextStyle? = nil, accent: Color,
      floor: Double = 16, productShare: Double = 0.42, logoHeight: Double = 90,
      pictureRadius: Double = 40, shadow: TextStyle.Shadow? = nil, gap: Double = 48
    ) {
      self.layout = layout
      self.line = line ?? instruction
      self.floor = floor
      self.ground = ground
      self.groundEnd = groundEnd
      self.halo = halo
      self.name = name
      self.instruction = instruction
      self.accent = accent
      self.productShare = productShare
      self.logoHeight = logoHeight
      self.pictureRadius = pictureRadius
      self.shadow = shadow
      self.gap = gap
    }
  }

  public var product: Bitmap?
  public var name: String
  public var instruction: String
  /// What the shop says of itself, or nil.
  public var line: String?
  public var logo: Bitmap?
  /// A code to scan, or nil.
  public var code: QRCode?
  public var style: Style
  /// Terms that no line parts.
  public var keep: [String]

  public init(
    product: Bitmap?, name: String, instruction: String, line: String? = nil,
    logo: Bitmap? = nil, code: QRCode? = nil, keep: [String] = [], style: Style
  ) {
    self.line = line
    self.code = code
    self.product = product
    self.name = name
    self.instruction = instruction
    self.logo = logo
    self.keep = keep
    self.style = style
  }

  /// A drawn card, with the texts as they were set.
  public struct Drawn: Sendable {
    public let bitmap: Bitmap
    public let name: FittedText
    public let instruction: FittedText
    /// Where the two texts stand on the canvas, in pixels.
    public let nameBox: CGRect
    public let instructionBox: CGRect
    /// Everything that has to be read or scanned, in pixels of the canvas.
    public let words: CGRect
  }

  /// Draws the card for a canvas, words and product inside the box that no platform covers.
  ///
  /// - Throws: `DrawingError` `.sizeInvalid` when the canvas has no size.
  public func drawn(width: Int, height: Int, safe: CGRect) throws -> Drawn {
    let canvas = try Canvas(width: width, height: height)
    return Composition(self, canvas: canvas, safe: safe).draw()
  }
}
