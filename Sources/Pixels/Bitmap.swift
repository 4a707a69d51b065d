/// A picture in memory: rows of premultiplied RGBA, eight bits a channel, no padding.
public struct Bitmap: Sendable, Equatable {
  /// Width in pixels.
  public let width: Int
  /// Height in pixels.
  public let height: Int
  /// `width × height × 4` bytes: red, green, blue, alpha, each colour multiplied by its alpha.
  public var bytes: [UInt8]

  /// A transparent picture.
  public init(width: Int, height: Int) {
    self.init(width: width, height: height, bytes: [UInt8](repeating: 0, count: width * height * 4))
  }

  /// - Precondition: `bytes` holds exactly `width × height × 4` values.
  public init(width: Int, height: Int, bytes: [UInt8]) {
    precondition(bytes.count == width * height * 4, "a bitmap holds four bytes a pixel")
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}

/// A picture of luma alone: one byte a pixel, no padding.
public struct GrayImage: Sendable, Equatable {
  public let width: Int
  public let height: Int
  public var bytes: [UInt8]

  /// - Precondition: `bytes` holds exactly `width × height` values.
  public init(width: Int, height: Int, bytes: [UInt8]) {
    precondition(bytes.count == width * height, "a gray image holds one byte a pixel")
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  public subscript(x: Int, y: Int) -> UInt8 { bytes[y * width + x] }
}
