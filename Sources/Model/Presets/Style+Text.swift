extension Style {
  /// One kind of lettering.
  public struct Text: Sendable, Codable, Hashable {
    /// Families before the style's own.
    public var families: [String]
    public var weight: Int
    public var size: Double
    public var minSize: Double
    /// Lines at most.
    public var lines: Int
    public var color: String
    public var accent: String
    public var stroke: String
    public var strokeWidth: Double
    /// A second line around the first.
    public var outline: String
    public var outlineWidth: Double
    public var shadow: String
    public var shadowBlur: Double
    public var shadowOffset: Double
    /// Fully transparent for none.
    public var plate: String
    public var platePadding: Double
    public var plateRadius: Double
    /// Whether each line has a plate of its own width.
    public var plateHugs: Bool
    /// A bar at the plate's left edge; fully transparent for none.
    public var edge: String
    public var edgeWidth: Double
    /// A marker's stroke behind key words; fully transparent for none.
    public var marker: String
    /// Share of a line's height that the marker covers, from below.
    public var markerShare: Double
    /// Distance of baselines as a multiple of the size.
    public var lineSpacing: Double
    /// Room between letters as a share of the size.
    public var letterSpacing: Double
    public var alignment: Side

    public init(
      families: [String] = [], weight: Int, size: Double, minSize: Double, lines: Int,
      color: String, accent: String, stroke: String, strokeWidth: Double,
      outline: String = "#00000000", outlineWidth: Double = 0, shadow: String,
      shadowBlur: Double, shadowOffset: Double, plate: String, platePadding: Double,
      plateRadius: Double, plateHugs: Bool = false, edge: String = "#00000000",
      edgeWidth: Double = 0, marker: String = "#00000000", markerShare: Double = 1,
      lineSpacing: Double = 1.2, letterSpacing: Double = 0, alignment: Side = .center
    ) {
      self.families = families
      self.weight = weight
      self.size = size
      self.minSize = minSize
      self.lines = lines
      self.color = color
      self.accent = accent
      self.stroke = stroke
      self.strokeWidth = strokeWidth
      self.outline = outline
      self.outlineWidth = outlineWidth
      self.shadow = shadow
      self.shadowBlur = shadowBlur
      self.shadowOffset = shadowOffset
      self.plate = plate
      self.platePadding = platePadding
      self.plateRadius = plateRadius
      self.plateHugs = plateHugs
      self.edge = edge
      self.edgeWidth = edgeWidth
      self.marker = marker
      self.markerShare = markerShare
      self.lineSpacing = lineSpacing
      self.letterSpacing = letterSpacing
      self.alignment = alignment
    }
  }
}
