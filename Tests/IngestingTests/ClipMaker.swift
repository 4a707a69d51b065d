import Drawing
import Foundation
import Media
import Pixels
import Timing

/// Writes small clips of slates and moving patterns.
enum ClipMaker {
  enum Part {
    case slate(String, seconds: Double, upsideDown: Bool = false)
    case pattern(seconds: Double)
  }

  static let (width, height) = (240, 320)
  static let rate = FrameRate(12)

  /// - Parameters:
  ///   - gop: Pictures from one key frame to the next, at twelve a second.
  ///   - between: Pictures between two that others refer to.
  static func write(
    _ parts: [Part], to path: String, gop: Int = 12, between: Int = 0
  ) throws {
    let encoding = VideoEncoding(
      width: width, height: height, rate: rate,
      options: ["crf": "23", "preset": "ultrafast", "bf": "\(between)"], gop: gop, threads: 1)
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path).deletingLastPathComponent(),
      withIntermediateDirectories: true)
    let writer = try MovieWriter(path: path, video: encoding, sound: nil)
    var frame = 0
    for part in parts {
      switch part {
      case .slate(let payload, let seconds, let upsideDown):
        let picture = try Picture.from(slate(payload, upsideDown: upsideDown))
        for _ in 0..<Int(seconds * 12) { try writer.write(picture) }
        frame += Int(seconds * 12)
      case .pattern(let seconds):
        for _ in 0..<Int(seconds * 12) {
          try writer.write(Picture.from(pattern(frame)))
          frame += 1
        }
      }
    }
    try writer.finish()
  }

  /// The code at 5 pixels a module on gray.
  static func slate(_ payload: String, upsideDown: Bool = false) throws -> Bitmap {
    let code = try QRCode(payload, level: .quartile)
    var bitmap = plain(120)
    let side = (code.side + 8) * 5
    let (left, top) = ((width - side) / 2, (height - side) / 2)
    for y in 0..<side {
      for x in 0..<side {
        let (i, j) = (x / 5 - 4, y / 5 - 4)
        let inside = i >= 0 && j >= 0 && i < code.side && j < code.side
        let level: UInt8 = inside && code.modules[j][i] ? 20 : 235
        let (column, row) = upsideDown ? (side - 1 - x, side - 1 - y) : (x, y)
        let at = ((top + row) * width + left + column) * 4
        for channel in 0..<3 { bitmap.bytes[at + channel] = level }
      }
    }
    return bitmap
  }

  static func plain(_ level: UInt8) -> Bitmap {
    var bitmap = Bitmap(width: width, height: height)
    for at in stride(from: 0, to: bitmap.bytes.count, by: 4) {
      for channel in 0..<3 { bitmap.bytes[at + channel] = level }
      bitmap.bytes[at + 3] = 255
    }
    return bitmap
  }

  /// Stripes and spots that slide two pixels a frame.
  static func pattern(_ frame: Int) -> Bitmap {
    let shift = frame * 2 % width * 4
    var bytes: [UInt8] = []
    bytes.reserveCapacity(width * height * 4)
    for row in rows {
      bytes += row[shift...]
      bytes += row[..<shift]
    }
    return Bitmap(width: width, height: height, bytes: bytes)
  }

  private static let rows: [[UInt8]] = {
    let kinds = (0..<16).map { kind in
      (0..<width).flatMap { x -> [UInt8] in
        let level = UInt8(70 + (x / 5 * 37 + kind * 53 + x / 23 * 71) % 110)
        return [level, level, UInt8(255 - Int(level)), 255]
      }
    }
    return (0..<height).map { kinds[$0 / 9 * 7 % 16] }
  }()
}
