import Drawing
import Foundation
import Pixels

/// A made picture of a slate on a busy ground, damaged in known ways.
struct SlatePicture {
  var payload: String
  var width = 360
  var height = 480
  /// Pixels a module.
  var module = 5.0
  /// Clockwise degrees.
  var angle = 0.0
  /// How much shorter the far side is than the near one, 0…1.
  var perspective = 0.0
  /// Gaussian blur in modules.
  var blur = 0.0
  var brightness = 1.0
  /// Amplitude of even noise, in levels.
  var noise = 0
  /// As a front camera may store it.
  var isMirrored = false
  /// Light modules on a dark page.
  var isInverted = false
  /// Share of the code that a hand hides, from its left.
  var covered = 0.0

  func image() throws -> GrayImage {
    let code = try QRCode(payload, level: .quartile)
    var luma = ground()
    let size = Double(code.side + 2 * QRCode.quietZone)
    let (sine, cosine) = (sin(angle * .pi / 180), cos(angle * .pi / 180))
    for y in 0..<height {
      for x in 0..<width {
        var (dx, dy) = (Double(x) + 0.5 - Double(width) / 2, Double(y) + 0.5 - Double(height) / 2)
        if isMirrored { dx = -dx }
        var u = (dx * cosine + dy * sine) / module
        var v = (dy * cosine - dx * sine) / module
        let depth = 1 / (1 - perspective * v / size)
        (u, v) = (u * depth, v * depth)
        let (column, row) = (u + size / 2, v + size / 2)
        guard column >= 0, row >= 0, column < size, row < size else { continue }
        let (i, j) = (Int(column) - QRCode.quietZone, Int(row) - QRCode.quietZone)
        let inside = i >= 0 && j >= 0 && i < code.side && j < code.side
        let isDark = (inside && code.modules[j][i]) != isInverted
        luma[y * width + x] = isDark ? 25 : 220
        if Double(i) < covered * Double(code.side) { luma[y * width + x] = 140 }
      }
    }
    return finished(blurred(luma))
  }

  private func ground() -> [Double] {
    (0..<width * height).map { at in
      let (x, y) = (Double(at % width), Double(at / width))
      return 110 + 40 * sin(x * 0.07) * cos(y * 0.05)
    }
  }

  private func blurred(_ luma: [Double]) -> [Double] {
    let spread = blur * module
    guard spread > 0 else { return luma }
    let reach = Int((3 * spread).rounded(.up))
    let kernel = (-reach...reach).map { exp(-Double($0 * $0) / (2 * spread * spread)) }
    let sum = kernel.reduce(0, +)
    func pass(_ source: [Double], _ dx: Int, _ dy: Int) -> [Double] {
      source.indices.map { at in
        let (x, y) = (at % width, at / width)
        var value = 0.0
        for k in -reach...reach {
          let i = min(max(0, x + k * dx), width - 1)
          let j = min(max(0, y + k * dy), height - 1)
          value += kernel[k + reach] * source[j * width + i]
        }
        return value / sum
      }
    }
    return pass(pass(luma, 1, 0), 0, 1)
  }

  private func finished(_ luma: [Double]) -> GrayImage {
    var seed: UInt32 = 7
    let bytes = luma.map { value in
      seed = seed &* 1_664_525 &+ 1_013_904_223
      let grain = noise == 0 ? 0 : Int(seed >> 16) % (2 * noise + 1) - noise
      return UInt8(min(255, max(0, Int(value * brightness) + grain)))
    }
    return GrayImage(width: width, height: height, bytes: bytes)
  }
}
