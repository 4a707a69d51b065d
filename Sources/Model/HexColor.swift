import Foundation

/// A colour written as `#RRGGBB` or `#RRGGBBAA`, for reckoning with contrast.
public struct HexColor: Sendable, Hashable {
  /// 0…1 each.
  public var red: Double
  public var green: Double
  public var blue: Double
  public var alpha: Double

  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// Nil for other texts.
  public init?(_ text: String) {
    let digits = text.dropFirst()
    guard text.first == "#", [6, 8].contains(digits.utf8.count),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    let rgba = digits.utf8.count == 8 ? value : value << 8 | 255
    func channel(_ shift: UInt32) -> Double { Double(rgba >> shift & 255) / 255 }
    self.init(red: channel(24), green: channel(16), blue: channel(8), alpha: channel(0))
  }

  /// What is seen where the colour lies over another.
  public func over(_ ground: HexColor) -> HexColor {
    func mixed(_ top: Double, _ bottom: Double) -> Double { top * alpha + bottom * (1 - alpha) }
    return HexColor(
      red: mixed(red, ground.red), green: mixed(green, ground.green),
      blue: mixed(blue, ground.blue))
  }

  /// The relative luminance of WCAG 2, 0…1, without regard to alpha.
  public var luminance: Double {
    func linear(_ channel: Double) -> Double {
      channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio of WCAG 2, 1…21.
  public func contrast(with other: HexColor) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
