/// How a piece of text looks: every length in pixels of the surface it is drawn on.
public struct TextStyle: Sendable, Hashable, Codable {
  /// A line around the letters, outside their shape.
  public struct Stroke: Sendable, Hashable, Codable {
    public var color: Color
    /// How far the line stands out of the letters, in pixels.
    public var width: Double

    public init(color: Color, width: Double) {
      self.color = color
      self.width = width
    }
  }

  /// A soft copy of the letters below them.
  public struct Shadow: Sendable, Hashable, Codable {
    public var color: Color
    /// Offset to the right and downwards, in pixels.
    public var dx: Double
    public var dy: Double
    /// Standard deviation of the blur, in pixels.
    public var blur: Double

    public init(color: Color, dx: Double = 0, dy: Double = 0, blur: Double = 0) {
      self.color = color
      self.dx = dx
      self.dy = dy
      self.blur = blur
    }
  }

  /// A rounded ground behind all lines.
  public struct Plate: Sendable, Hashable, Codable {
    public var color: Color
    /// Room between the letters and the left and right edge, in pixels.
    public var paddingX: Double
    /// Room between the letters and the upper and lower edge, in pixels.
    public var paddingY: Double
    /// Corner radius in pixels.
    public var radius: Double
    /// Whether each line has a plate of its own width.
    public var hugsLines: Bool

    public init(
      color: Color, paddingX: Double, paddingY: Double, radius: Double, hugsLines: Bool = false
    ) {
      self.color = color
      self.paddingX = paddingX
      self.paddingY = paddingY
      self.radius = radius
      self.hugsLines = hugsLines
    }
  }

  /// A marker's stroke behind key words, as by a felt pen.
  public struct Marker: Sendable, Hashable, Codable {
    public var color: Color
    /// Share of the letters' height that it covers, from below; 1 covers them whole.
    public var share: Double

    public init(color: Color, share: Double = 1) {
      self.color = color
      self.share = share
    }
  }

  public enum Alignment: String, Sendable, Hashable, Codable, CaseIterable {
    case left, center, right
  }

  /// Font families in order of preference; what none of them has comes from the system.
  public var families: [String]
  /// Weight from 100 to 1000; 400 is regular, 700 bold.
  public var weight: Int
  /// The size aimed for, in pixels of the em.
  public var size: Double
  /// The smallest size that text may shrink to, in pixels.
  public var minSize: Double
  /// How much smaller each trial is, in pixels.
  public var step: Double
  /// The size down to which text shrinks before it begins another line; nil wraps at once.
  public var wrapSize: Double?
  public var color: Color
  /// The colour of key words; nil draws them as the rest.
  public var accent: Color?
  public var stroke: Stroke?
  /// A second line around the first.
  public var outline: Stroke?
  public var shadow: Shadow?
  public var plate: Plate?
  /// A bar at the left of the letters, as wide as the stroke says.
  public var edge: Stroke?
  public var marker: Marker?
  /// Distance of baselines as a multiple of the font size.
  public var lineSpacing: Double
  /// Extra room between letters as a share of the font size.
  public var letterSpacing: Double
  public var alignment: Alignment
  public var maxLines: Int
  /// Whether lines are made of like width; a running paragraph is not.
  public var balanced: Bool
  /// Language of the text (BCP 47): decides between regional forms of the same character.
  public var language: String

  public init(
    families: [String], weight: Int = 700, size: Double, minSize: Double? = nil, step: Double = 2,
    wrapSize: Double? = nil, color: Color = .white, accent: Color? = nil, stroke: Stroke? = nil,
    outline: Stroke? = nil, shadow: Shadow? = nil, plate: Plate? = nil, edge: Stroke? = nil,
    marker: Marker? = nil, lineSpacing: Double = 1.2, letterSpacing: Double = 0, alignment: Alignment = .center, maxLines: Int = 2,
    balanced: Bool = true, language: String = "zh-cn"
  ) {
    self.families = families
    self.weight = weight
    self.size = size
    self.minSize = minSize ?? size
    self.step = step
    self.wrapSize = wrapSize
    self.color = color
    self.accent = accent
    self.stroke = stroke
    self.outline = outline
    self.shadow = shadow
    self.plate = plate
    self.edge = edge
    self.marker = marker
    self.lineSpacing = lineSpacing
    self.letterSpacing = letterSpacing
    self.alignment = alignment
    self.maxLines = maxLines
    self.balanced = balanced
    self.language = language
  }

  /// How far strokes stand out of the letters, in pixels.
  var strokeReach: Double { max(0, stroke?.width ?? 0) + max(0, outline?.width ?? 0) }

  /// How far a marker stands out of its words to both sides, as a share of the size.
  static let markerReach = 0.08

  /// Room on the left and on the right of the letters that strokes, marker and plate take, in
  /// pixels.
  var insetX: Double {
    let marked = marker == nil ? 0 : size * TextStyle.markerReach
    return max(strokeReach, plate?.paddingX ?? 0, marked) + (edge.map { $0.width * 2 } ?? 0)
  }

  /// Room above and below the letters that strokes, marker and plate take, in pixels.
  var insetY: Double {
    max(strokeReach, plate?.paddingY ?? 0, marker == nil ? 0 : size * TextStyle.markerReach)
  }
}
