extension Style {
  /// The price tag.
  public struct Sticker: Sendable, Codable, Hashable {
    public enum Layout: String, Sendable, Codable, CaseIterable {
      /// Label above, price, reference below.
      case stack
      /// Label and price on one line.
      case row
      /// A scalloped seal.
      case seal
      /// Letters alone, with a stroke.
      case plain
    }

    public var layout: Layout
    public var background: String
    public var backgroundEnd: String
    public var labelBackground: String
    public var price: String
    public var label: String
    public var reference: String
    public var border: String
    public var borderWidth: Double
    public var radius: Double
    /// Clockwise, in degrees.
    public var tilt: Double
    public var weight: Int
    /// Height of the price's figures.
    public var size: Double

    public init(
      layout: Layout = .stack, background: String, backgroundEnd: String? = nil,
      labelBackground: String? = nil, price: String, label: String, reference: String,
      border: String = "#FFFFFF", borderWidth: Double = 5, radius: Double = 26,
      tilt: Double = -3, weight: Int = 700, size: Double
    ) {
      self.layout = layout
      self.background = background
      self.backgroundEnd = backgroundEnd ?? background
      self.labelBackground = labelBackground ?? background
      self.price = price
      self.label = label
      self.reference = reference
      self.border = border
      self.borderWidth = borderWidth
      self.radius = radius
      self.tilt = tilt
      self.weight = weight
      self.size = size
    }
  }

  public struct EndCard: Sendable, Codable, Hashable {
    public enum Layout: String, Sendable, Codable, CaseIterable {
      /// Everything on the middle axis.
      case center
      /// Words at the left edge below the product.
      case left
      /// The product fills the upper part, a panel with the words lies below.
      case panel
    }

    public var layout: Layout
    public var background: String
    public var backgroundEnd: String
    public var text: String
    public var button: String
    public var buttonText: String
    /// Corner radius of the button.
    public var buttonRadius: Double

    public init(
      layout: Layout = .center, background: String, backgroundEnd: String, text: String,
      button: String, buttonText: String, buttonRadius: Double = 60
    ) {
      self.layout = layout
      self.background = background
      self.backgroundEnd = backgroundEnd
      self.text = text
      self.button = button
      self.buttonText = buttonText
      self.buttonRadius = buttonRadius
    }
  }

  /// How a cover is laid out beside its words' look.
  public struct CoverLook: Sendable, Codable, Hashable {
    public enum Anchor: String, Sendable, Codable, CaseIterable {
      case top, middle, bottom
    }

    public var anchor: Anchor
    /// Shade behind the words.
    public var scrim: String
    /// A frame around the picture; fully transparent for none.
    public var frame: String
    public var frameWidth: Double

    public init(
      anchor: Anchor = .top, scrim: String = "#0000006B", frame: String = "#00000000",
      frameWidth: Double = 0
    ) {
      self.anchor = anchor
      self.scrim = scrim
      self.frame = frame
      self.frameWidth = frameWidth
    }
  }
}
