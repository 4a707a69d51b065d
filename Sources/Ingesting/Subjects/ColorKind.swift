import Foundation
import Pixels

/// Sixty-four kinds of colour: twelve hues, pale and strong, dark and light, and sixteen greys.
enum ColorKind {
  static let count = 64

  static func of(_ luma: UInt8, _ blue: UInt8, _ red: UInt8) -> Int {
    let (u, v) = (Double(blue) - 128, Double(red) - 128)
    let strength = (u * u + v * v).squareRoot()
    guard strength >= 10 else { return 48 + Int(luma) / 16 }
    let turn = (atan2(v, u) / (2 * Double.pi) + 1).truncatingRemainder(dividingBy: 1)
    let hue = min(11, Int(turn * 12))
    return hue * 4 + (strength >= 34 ? 2 : 0) + (luma >= 112 ? 1 : 0)
  }
}

/// How often each kind of colour is on a product, by its photo.
public struct ColorProfile: Sendable, Codable, Hashable {
  /// Share of each kind, 0…1.
  public var shares: [Double]

  /// The colours of a photo less those of its ground, which its border shows; nil where nothing is
  /// left.
  init?(_ photo: Bitmap) {
    var (whole, border) = (
      [Double](repeating: 0, count: ColorKind.count), [Double](repeating: 0, count: ColorKind.count)
    )
    let step = max(1, max(photo.width, photo.height) / 160)
    let edge = (max(1, photo.width / 16), max(1, photo.height / 16))
    for y in stride(from: 0, to: photo.height, by: step) {
      for x in stride(from: 0, to: photo.width, by: step) {
        let at = (y * photo.width + x) * 4
        guard photo.bytes[at + 3] >= 128 else { continue }
        let kind = Self.kind(photo.bytes[at], photo.bytes[at + 1], photo.bytes[at + 2])
        whole[kind] += 1
        let isEdge =
          x < edge.0 || y < edge.1 || x >= photo.width - edge.0 || y >= photo.height - edge.1
        if isEdge { border[kind] += 1 }
      }
    }
    let total = whole.reduce(0, +)
    let ground = border.reduce(0, +)
    guard total > 0 else { return nil }
    // What a good part of the border shows is ground, wherever it stands.
    for kind in whole.indices where ground > 0 && border[kind] / ground > 0.06 { whole[kind] = 0 }
    let own = whole.reduce(0, +)
    guard own / total > 0.02 else { return nil }
    shares = whole.map { ($0 / own).rounded(toPlaces: 4) }
  }

  private static func kind(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
    let (r, g, b) = (Double(red), Double(green), Double(blue))
    let luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
    func byte(_ value: Double) -> UInt8 { UInt8(max(0, min(255, value.rounded()))) }
    return ColorKind.of(
      byte(luma), byte(128 + (b - luma) / 1.8556), byte(128 + (r - luma) / 1.5748))
  }
}
