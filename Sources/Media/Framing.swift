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

  public init(
    width: Int, height: Int, crop: CropRect? = nil, fit: Fit = .fill, move: CropMove? = nil
  ) {
    self.width = width
    self.height = height
    self.crop = crop
    self.fit = fit
    self.move = move
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
