/// How a source picture becomes a canvas picture.
public struct Framing: Sendable, Hashable, Codable {
  /// What stands behind a picture that does not cover the canvas.
  public enum Background: Sendable, Hashable, Codable {
    /// The same picture, filling, blurred and dimmed.
    case blurred
    /// One colour; red, green and blue from 0 to 255.
    case color(red: UInt8, green: UInt8, blue: UInt8)

    /// From a colour at the top to one at the bottom.
    case gradient(top: RGB, bottom: RGB)

    public static let black = Background.color(red: 0, green: 0, blue: 0)
  }

  /// A colour of the sRGB cube, each part from 0 to 255.
  public struct RGB: Sendable, Hashable, Codable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  public enum Fit: Sendable, Hashable, Codable {
    /// Covers the canvas; what stands over is cut off evenly on both sides.
    case fill
    /// Shows the whole crop, with a background where it does not reach.
    case contain(background: Background)
  }

  /// Canvas width in pixels, even.
  public var width: Int
  /// Canvas height in pixels, even.
  public var height: Int
  /// The part of the source that is shown, in upright square source pixels; nil for all of it.
  public var crop: CropRect?
  /// How the crop meets the canvas.
  public var fit: Fit
  /// A slow straight move from one crop to another, which takes the place of `crop` and fills.
  public var move: CropMove?
  /// Crop and move for a source whose size need not be known; takes the place of both, and fills.
  public var focus: Focus?
  /// A crop for each picture of the lane, the last one holding; takes the place of all three, and
  /// fills.
  public var track: [Point]?
  /// The part of the source that is shown, in shares of it; takes the place of `crop`.
  public var region: CropRect?
  /// What is done to colours once they are BT.709.
  public var grade: Grade?

  /// One picture's crop, in shares of the source.
  public struct Point: Sendable, Hashable, Codable {
    /// Where the crop's centre lies across and down, 0 to 1; the crop stays inside the source.
    public var x: Double
    public var y: Double
    /// How much closer than the plain fit, 1 or more.
    public var zoom: Double

    public init(x: Double, y: Double, zoom: Double = 1) {
      self.x = x
      self.y = y
      self.zoom = zoom
    }
  }

  /// What a picture is filled about, in shares of the source.
  public struct Focus: Sendable, Hashable, Codable {
    /// Where the crop's centre lies across and down, 0 to 1; the crop stays inside the source.
    public var x: Double
    public var y: Double
    /// How much closer than the plain fit at the first picture and at the last, 1 or more.
    public var zoomFrom: Double
    public var zoomTo: Double

    public init(x: Double = 0.5, y: Double = 0.5, zoomFrom: Double = 1, zoomTo: Double = 1) {
      self.x = x
      self.y = y
      self.zoomFrom = zoomFrom
      self.zoomTo = zoomTo
    }
  }

  public init(
    width: Int, height: Int, crop: CropRect? = nil, fit: Fit = .fill, move: CropMove? = nil,
    focus: Focus? = nil, track: [Point]? = nil, region: CropRect? = nil, grade: Grade? = nil
  ) {
    self.width = width
    self.height = height
    self.crop = crop
    self.fit = fit
    self.move = move
    self.focus = focus
    self.track = track
    self.region = region
    self.grade = grade
  }

  /// Whether the picture moves although its source stands still.
  var isMoving: Bool {
    if let track { return track.contains { $0 != track[0] } }
    return focus.map { $0.zoomFrom != $0.zoomTo } ?? (move != nil)
  }

  /// Crop, move or track in pixels of a source of an upright size.
  func resolved(width: Double, height: Double) -> Framing {
    var framing = self
    framing.region = nil
    if let region {
      framing.crop = CropRect(
        x: region.x * width, y: region.y * height, width: region.width * width,
        height: region.height * height)
    }
    if let track, let first = track.first {
      framing.fit = .fill
      framing.focus = nil
      framing.move = nil
      guard !isMoving else { return framing }
      framing.track = nil
      framing.crop = rect(first, width, height)
      return framing
    }
    guard let focus else { return framing }
    framing.focus = nil
    framing.fit = .fill
    let from = rect(Point(x: focus.x, y: focus.y, zoom: focus.zoomFrom), width, height)
    let to = rect(Point(x: focus.x, y: focus.y, zoom: focus.zoomTo), width, height)
    framing.crop = isMoving ? nil : from
    framing.move = isMoving ? CropMove(from: from, to: to) : nil
    return framing
  }

  /// The part of a source that fills the canvas at a zoom, about a point.
  func rect(_ point: Point, _ width: Double, _ height: Double) -> CropRect {
    func sane(_ value: Double, _ usual: Double) -> Double { value.isFinite ? value : usual }
    let aspect = Double(self.width) / Double(self.height)
    let full = width / height > aspect ? (height * aspect, height) : (width, width / aspect)
    let zoom = min(64, max(1, sane(point.zoom, 1)))
    let (w, h) = (full.0 / zoom, full.1 / zoom)
    let x = max(0, min(width - w, width * sane(point.x, 0.5) - w / 2))
    let y = max(0, min(height - h, height * sane(point.y, 0.5) - h / 2))
    return CropRect(x: x, y: y, width: w, height: h)
  }

  /// - Throws: `MediaError.invalid` when the canvas is odd, empty or beyond 16384 pixels a side.
  func validate() throws {
    guard Limits.admits(width: width, height: height), width % 2 == 0, height % 2 == 0 else {
      throw MediaError(
        .invalid,
        "a canvas of '\(width)x\(height)' cannot be made; both sides are even, 2 to \(Limits.side)")
    }
  }
}
