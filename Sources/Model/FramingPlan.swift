/// How a source fills the canvas.
public struct FramingPlan: Sendable, Hashable {
  public enum Fit: String, Sendable, Codable {
    /// Covers the canvas; what stands over is cut.
    case fill
    /// Whole picture, or a region of it, before a ground.
    case contain
  }

  public var fit: Fit
  /// Scale of the picture at the start and at the end; 1 is the plain fit.
  public var zoomFrom: Double
  public var zoomTo: Double
  /// Where in the source the crop's centre lies, 0…1 across and down.
  public var centerX: Double
  public var centerY: Double
  /// Where the crop lies over time, in order; empty where centre and zooms say all.
  public var path: [CropKey]
  /// The part of the source that a contained picture shows; nil for all of it.
  public var region: ShareBox?
  /// What stands behind a contained picture.
  public var ground: GroundPlan
  /// How far a cut-out moves against its ground, in shares of the canvas's width; 0 for a board
  /// that moves as one.
  public var parallax: Double

  public init(
    fit: Fit, zoomFrom: Double = 1, zoomTo: Double = 1, centerX: Double = 0.5,
    centerY: Double = 0.5, path: [CropKey] = [], region: ShareBox? = nil,
    ground: GroundPlan = .blurred, parallax: Double = 0
  ) {
    self.fit = fit
    self.zoomFrom = zoomFrom
    self.zoomTo = zoomTo
    self.centerX = centerX
    self.centerY = centerY
    self.path = path
    self.region = region
    self.ground = ground
    self.parallax = parallax
  }
}

/// One place on a crop's way; between two places it goes straight.
public struct CropKey: Sendable, Hashable, Codable {
  /// Share of the shot's pictures that have gone by, 0…1.
  public var at: Double
  /// Where the crop's centre lies in the source, 0…1 across and down.
  public var x: Double
  public var y: Double
  /// How much closer than the plain fit, 1 or more.
  public var zoom: Double

  public init(at: Double, x: Double, y: Double, zoom: Double = 1) {
    self.at = at
    self.x = x
    self.y = y
    self.zoom = zoom
  }
}

/// What stands behind a picture that does not cover the canvas.
public struct GroundPlan: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable {
    /// The same picture, filling, blurred and dimmed.
    case blurred
    /// From one colour at the top to one at the bottom.
    case gradient
  }

  public var kind: Kind
  /// `#rrggbb`; nil for a blurred ground.
  public var top: String?
  public var bottom: String?

  public init(kind: Kind, top: String? = nil, bottom: String? = nil) {
    self.kind = kind
    self.top = top
    self.bottom = bottom
  }

  public static let blurred = GroundPlan(kind: .blurred)
}

extension FramingPlan: Codable {
  private enum CodingKeys: String, CodingKey {
    case fit, zoomFrom, zoomTo, centerX, centerY, path, region, ground, parallax
  }

  /// Reads what is there; what is missing has its default.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    func number(_ key: CodingKeys, _ usual: Double) throws -> Double {
      try box.decodeIfPresent(Double.self, forKey: key) ?? usual
    }
    self.init(
      fit: try box.decode(Fit.self, forKey: .fit), zoomFrom: try number(.zoomFrom, 1),
      zoomTo: try number(.zoomTo, 1), centerX: try number(.centerX, 0.5),
      centerY: try number(.centerY, 0.5),
      path: try box.decodeIfPresent([CropKey].self, forKey: .path) ?? [],
      region: try box.decodeIfPresent(ShareBox.self, forKey: .region),
      ground: try box.decodeIfPresent(GroundPlan.self, forKey: .ground) ?? .blurred,
      parallax: try number(.parallax, 0))
  }

  /// Leaves out what is as usual.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(fit, forKey: .fit)
    try box.encode(zoomFrom, forKey: .zoomFrom)
    try box.encode(zoomTo, forKey: .zoomTo)
    try box.encode(centerX, forKey: .centerX)
    try box.encode(centerY, forKey: .centerY)
    if !path.isEmpty { try box.encode(path, forKey: .path) }
    try box.encodeIfPresent(region, forKey: .region)
    if ground != .blurred { try box.encode(ground, forKey: .ground) }
    if parallax != 0 { try box.encode(parallax, forKey: .parallax) }
  }
}
