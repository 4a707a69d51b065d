/// How words on the picture look: lengths are pixels on a canvas 1080 wide and scale with it.
public struct Style: Sendable, Codable, Hashable {
  public var id: String
  public var families: [String]
  public var title: Text
  public var caption: Text
  public var label: Text
  public var cover: Text
  public var sticker: Sticker
  public var endCard: EndCard
  /// Where in the safe box each kind stands: 0 at its top edge, 1 at its bottom edge.
  public var anchors: [String: Double]
  public var motion: Motion

  /// One kind of lettering.
  public struct Text: Sendable, Codable, Hashable {
    public var weight: Int
    public var size: Double
    public var minSize: Double
    /// Lines at most.
    public var lines: Int
    /// `#RRGGBB[AA]`, as all colours here.
    public var color: String
    public var accent: String
    public var stroke: String
    public var strokeWidth: Double
    public var shadow: String
    public var shadowBlur: Double
    public var shadowOffset: Double
    /// Fully transparent for none.
    public var plate: String
    public var platePadding: Double
    public var plateRadius: Double

    public init(
      weight: Int, size: Double, minSize: Double, lines: Int, color: String, accent: String,
      stroke: String, strokeWidth: Double, shadow: String, shadowBlur: Double,
      shadowOffset: Double, plate: String, platePadding: Double, plateRadius: Double
    ) {
      self.weight = weight
      self.size = size
      self.minSize = minSize
      self.lines = lines
      self.color = color
      self.accent = accent
      self.stroke = stroke
      self.strokeWidth = strokeWidth
      self.shadow = shadow
      self.shadowBlur = shadowBlur
      self.shadowOffset = shadowOffset
      self.plate = plate
      self.platePadding = platePadding
      self.plateRadius = plateRadius
    }
  }

  public struct Sticker: Sendable, Codable, Hashable {
    public var background: String
    public var price: String
    public var label: String
    public var reference: String
    /// Height of the price's figures.
    public var size: Double

    public init(
      background: String, price: String, label: String, reference: String, size: Double
    ) {
      self.background = background
      self.price = price
      self.label = label
      self.reference = reference
      self.size = size
    }
  }

  public struct EndCard: Sendable, Codable, Hashable {
    public var background: String
    public var backgroundEnd: String
    public var text: String
    public var button: String
    public var buttonText: String

    public init(
      background: String, backgroundEnd: String, text: String, button: String, buttonText: String
    ) {
      self.background = background
      self.backgroundEnd = backgroundEnd
      self.text = text
      self.button = button
      self.buttonText = buttonText
    }
  }

  /// How layers come and go, in frames at 30 a second.
  public struct Motion: Sendable, Codable, Hashable {
    public var popFrames: Int
    /// Largest scale while popping in.
    public var popScale: Double
    public var fadeFrames: Int

    public init(popFrames: Int, popScale: Double, fadeFrames: Int) {
      self.popFrames = popFrames
      self.popScale = popScale
      self.fadeFrames = fadeFrames
    }
  }

  public init(
    id: String, families: [String], title: Text, caption: Text, label: Text, cover: Text,
    sticker: Sticker, endCard: EndCard, anchors: [String: Double], motion: Motion
  ) {
    self.id = id
    self.families = families
    self.title = title
    self.caption = caption
    self.label = label
    self.cover = cover
    self.sticker = sticker
    self.endCard = endCard
    self.anchors = anchors
    self.motion = motion
  }
}
