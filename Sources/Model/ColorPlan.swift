/// What is done to a shot's colours once they are BT.709.
public struct ColorPlan: Sendable, Hashable, Codable {
  /// Stops brighter, or darker below zero; 0 leaves it.
  public var exposure: Double
  /// Gains of red and blue in linear light, green standing still; 1 leaves them.
  public var red: Double
  public var blue: Double
  /// A `.cube` file inside the workspace, applied last; nil for none.
  public var lut: String?

  public init(exposure: Double = 0, red: Double = 1, blue: Double = 1, lut: String? = nil) {
    self.exposure = exposure
    self.red = red
    self.blue = blue
    self.lut = lut
  }

  /// Whether it changes nothing.
  public var isPlain: Bool { exposure == 0 && red == 1 && blue == 1 && lut == nil }
}
