import Foundation

/// From HLG, PQ or wide-gamut pictures to BT.709: light is taken apart, laid on a curve that keeps
/// what is lit as usual and rolls highlights off, and brought to BT.709's primaries.
///
/// Made of filters that every FFmpeg has, in sixteen bits, so that all give the same.
public struct ToneMap: Sendable, Hashable {
  /// How a picture's numbers become light.
  public enum Source: String, Sendable, Hashable {
    case hlg, pq
    /// A standard range in BT.2020's primaries.
    case wide
  }

  public let source: Source

  public init(_ source: Source) { self.source = source }

  /// Light of a white sheet of paper, and the brightest that is told apart, in candela a square
  /// metre.
  static let white = 203.0
  static let peak = 1000.0
  /// Share of full light that paper would have without the roll-off, and where that begins.
  static let level = 0.85
  static let knee = 0.45
  /// The exponent of BT.1886.
  static let display = 2.4

  /// The BT.709 signal, 0…1, of a grey patch of so many candela a square metre.
  public static func signal(ofNits nits: Double) -> Double {
    let light = level * nits / white
    return pow(
      min(1, max(0, light <= knee ? light : knee + (1 - knee) * rolled(light))), 1 / display)
  }

  private static func rolled(_ light: Double) -> Double {
    log(1 + bend * (light - knee) / (1 - knee)) / bend
  }

  /// How far the brightest light lies beyond the knee, where what is left of the range is one.
  private static let span = (level * peak / white - knee) / (1 - knee)

  /// The logarithm's bend with which it leaves the straight part smoothly and ends at full light:
  /// b = ln(1 + b · span).
  private static let bend = (0..<64).reduce(1.0) { bend, _ in log(1 + bend * span) }

  /// The filters, to limited BT.709 4:2:0.
  ///
  /// - Parameter range: `pc` or `tv`, of what comes in.
  func filters(range: String) -> String {
    let light = source == .wide ? "pow(val/65535,\(Self.display))" : Self.curve(nits)
    let matrix =
      "rr=1.660491:rg=-0.587641:rb=-0.072850:gr=-0.124550:gg=1.132900:gb=-0.008349"
      + ":br=-0.018151:bg=-0.100579:bb=1.118730"
    let back = "65535*pow(val/65535,\(1 / Self.display))"
    return "scale=in_color_matrix=bt2020:in_range=\(range)"
      + ":flags=bicubic+accurate_rnd+full_chroma_int,format=gbrp16le"
      + "," + Self.table("65535*\(light)") + ",colorchannelmixer=\(matrix)," + Self.table(back)
      + ",scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd,format=yuv420p"
  }

  private static func table(_ expression: String) -> String {
    "lutrgb=r='\(expression)':g='\(expression)':b='\(expression)'"
  }

  /// The light of one colour's number on the curve, 0…1, by its nits in variable 0.
  private static func curve(_ nits: String) -> String {
    let low = "ld(1)"
    let far = "(ld(1)-\(knee))/\(1 - knee)"
    let high = "\(knee)+\(1 - knee)*log(1+\(bend)*\(far))/\(bend)"
    let light = "st(0,\(nits))*0+st(1,ld(0)*\(level / white))*0"
    return "(\(light)+clip(if(lte(ld(1),\(knee)),\(low),\(high)),0,1))"
  }

  /// Candela a square metre of one colour's number.
  private var nits: String {
    switch source {
    case .hlg:
      // On a display of a thousand candela, whose system gamma is 1.2.
      return "1000*pow(if(lte(val/65535,0.5),pow(val/65535,2)/3"
        + ",(exp((val/65535-0.55991073)/0.17883277)+0.28466892)/12),1.2)"
    case .pq:
      let root = "pow(val/65535,1/78.84375)"
      return "10000*pow(max(\(root)-0.8359375,0)/(18.8515625-18.6875*\(root)),1/0.1593017578125)"
    case .wide: return "0"
    }
  }
}
