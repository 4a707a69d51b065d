/// How a source picture becomes a canvas picture.
public struct Framing: Sendable, Hashable, Codable {
  /// What stands behind a picture that does not cover the canvas.
  public enum Background: Sendable, Hashable, Codable {
    /// The same picture, filling, blurred and dimmed.
    case blurred
    /// One colour; red, green and blue from 0 to 255.
    case color(red: UInt8, green: UInt8, blue: UInt8)

    public static let black = Background.color(red: 0, green: 0, blue: 0)
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
    focus: Focus? = nil
  ) {
    self.width = width
    self.height = height
    self.crop = crop
    self.fit = fit
    self.move = move
    self.focus = focus
  }

  /// Whether the picture moves although its source stands still.
  var isMoving: Bool { focus.map { $0.zoomFrom != $0.zoomTo } ?? (move != nil) }

  /// Crop or move in pixels of a source of an upright size.
  func resolved(width: Double, height: Double) -> Framing {
    guard let focus else { return self }
    var framing = self
    framing.focus = nil
    framing.fit = .fill
    let from = rect(focus, focus.zoomFrom, width, height)
    framing.crop = isMoving ? nil : from
    framing.move =
      isMoving ? CropMove(from: from, to: rect(focus, focus.zoomTo, width, height)) : nil
    return framing
  }

  /// The part of a source that fills the canvas at a zoom, about the focus.
  private func rect(_ focus: Focus, _ zoom: Double, _ width: Double, _ height: Double) -> CropRect {
    let aspect = Double(self.width) / Double(self.height)
    let full = width / height > aspect ? (height * aspect, height) : (width, width / aspect)
    let (w, h) = (full.0 / max(1, zoom), full.1 / max(1, zoom))
    let x = max(0, min(width - w, width * focus.x - w / 2))
    let y = max(0, min(height - h, height * focus.y - h / 2))
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
