import Foundation

/// What is done to a picture's colours once they are BT.709.
public struct Grade: Sendable, Hashable, Codable {
  /// Stops brighter, or darker below zero; black and white stay where they are.
  public var exposure: Double
  /// Gains of red and blue in linear light.
  public var red: Double
  public var blue: Double
  /// A table that is applied last.
  public var table: Table?

  /// A `.cube` file.
  public struct Table: Sendable, Hashable, Codable {
    /// What tells its content from another's.
    public var identity: String
    /// Where it lies; no part of what is compared or written.
    public var path = ""

    private enum CodingKeys: String, CodingKey { case identity }

    public init(identity: String, path: String) {
      self.identity = identity
      self.path = path
    }

    public static func == (a: Table, b: Table) -> Bool { a.identity == b.identity }

    public func hash(into hasher: inout Hasher) { hasher.combine(identity) }
  }

  public init(exposure: Double = 0, red: Double = 1, blue: Double = 1, table: Table? = nil) {
    self.exposure = exposure
    self.red = red
    self.blue = blue
    self.table = table
  }

  /// The filters, from limited BT.709 to the same in 4:2:0; nil when nothing is to be done.
  var filters: String? {
    let isFinite = exposure.isFinite && red.isFinite && blue.isFinite
    let plain = exposure == 0 && red == 1 && blue == 1 || !isFinite
    guard !plain || table != nil else { return nil }
    var steps = [
      "scale=in_color_matrix=bt709:in_range=tv:flags=bicubic+accurate_rnd+full_chroma_int",
      "format=gbrp",
    ]
    if !plain {
      let parts = [("r", red), ("g", 1), ("b", blue)].map { "\($0.0)='\(curve(gain: $0.1))'" }
      steps.append("lutrgb=" + parts.joined(separator: ":"))
    }
    if let table {
      steps.append("lut3d=file=\(Grade.quoted(table.path)):interp=tetrahedral")
    }
    steps.append("scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd")
    steps.append("format=yuv420p")
    return steps.joined(separator: ",")
  }

  /// A gain in linear light is one of the coded values too where the display's curve is a power.
  private func curve(gain: Double) -> String {
    func coded(_ value: Double) -> Double { pow(value, 1 / ToneMap.display) }
    let lift = coded(pow(2, max(-2, min(2, exposure))))
    let tint = coded(max(0.5, min(2, gain)))
    let x = "(val/255)"
    return "clip(255*\(tint)*\(lift)*\(x)/(1+\(lift - 1)*\(x)*\(x))+0.5,0,255)"
  }

  /// A value of a filter's option, told to both readers of filter texts.
  static func quoted(_ path: String) -> String {
    func escaped(_ text: String, _ special: Set<Character>) -> String {
      String(text.flatMap { special.contains($0) ? ["\\", $0] : [$0] })
    }
    return escaped(escaped(path, ["\\", "'", ":"]), ["\\", "'", "[", "]", ",", ";"])
  }
}
