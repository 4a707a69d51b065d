internal import CQREncode
public import Foundation
public import Pixels

/// A QR code: its modules, and how it is drawn.
public struct QRCode: Sendable, Hashable {
  /// How much of the code may be damaged: 7, 15, 25 or 30 percent.
  public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
    case low, medium, quartile, high
  }

  /// Rows of modules from the top, true for dark, without the quiet zone.
  public let modules: [[Bool]]
  public let level: Level

  /// Modules on a side: 21 for version 1, four more for each version above.
  public var side: Int { modules.count }
  /// 1 to 40.
  public var version: Int { (side - 17) / 4 }

  /// Modules of white that a reader needs around the code.
  public static let quietZone = 4

  /// Encodes a text in the smallest version that holds it, at the level asked for.
  ///
  /// Upper-case letters, digits and ` $%*+-./:` alone take the dense alphanumeric mode: 25 such
  /// characters and fewer make version 2 at `.quartile`.
  /// - Throws: `DrawingError` `.payloadInvalid` for an empty text or one with NUL,
  ///   `.payloadTooLong` when no version holds it.
  public init(_ payload: String, level: Level = .quartile) throws {
    guard !payload.isEmpty, !payload.utf8.contains(0) else {
      throw DrawingError(.payloadInvalid, "a QR code needs a text of at least one character")
    }
    let fits = payload.utf8.count <= 3000
    guard fits, let code = QRcode_encodeString(payload, 0, level.library, QR_MODE_8, 1) else {
      throw DrawingError(
        .payloadTooLong,
        "'\(payload.prefix(24))…' has \(payload.utf8.count) bytes, more than a QR code holds")
    }
    defer { QRcode_free(code) }
    let side = Int(code.pointee.width)
    let data = code.pointee.data
    modules = (0..<side).map { y in (0..<side).map { x in (data?[y * side + x] ?? 0) & 1 == 1 } }
    self.level = level
  }

  /// The code with its quiet zone, black on white.
  ///
  /// - Throws: `DrawingError` `.sizeInvalid` when a module has no size or the picture is too large.
  public func bitmap(pixelsPerModule: Int) throws -> Bitmap {
    let modules = side + 2 * QRCode.quietZone
    let (width, overflow) = modules.multipliedReportingOverflow(by: max(0, pixelsPerModule))
    let canvas = try Canvas(width: overflow ? 0 : width, height: overflow ? 0 : width)
    canvas.draw(self, in: CGRect(x: 0, y: 0, width: width, height: width))
    return canvas.bitmap
  }

  /// The dark modules as rectangles, one for each run in a row, in modules from the corner of the
  /// quiet zone.
  public var runs: [CGRect] {
    modules.enumerated().flatMap { y, row in
      var runs: [CGRect] = []
      var x = 0
      while x < row.count {
        let length = row[x...].prefix { $0 }.count
        if length > 0 {
          runs.append(
            CGRect(x: x + QRCode.quietZone, y: y + QRCode.quietZone, width: length, height: 1))
        }
        x += length + 1
      }
      return runs
    }
  }
}

extension QRCode.Level {
  fileprivate var library: QRecLevel {
    switch self {
    case .low: QR_ECLEVEL_L
    case .medium: QR_ECLEVEL_M
    case .quartile: QR_ECLEVEL_Q
    case .high: QR_ECLEVEL_H
    }
  }
}

extension GraphicsContext {
  /// Draws a QR code with its quiet zone into a square, edges sharp.
  public func draw(
    _ code: QRCode, in rect: CGRect, dark: Color = .black, light: Color = .white
  ) {
    fill(.rect(rect), with: light)
    let unit = min(rect.width, rect.height) / Double(code.side + 2 * QRCode.quietZone)
    var path = Path()
    for run in code.runs {
      path.append(
        .rect(
          CGRect(
            x: rect.minX + run.minX * unit, y: rect.minY + run.minY * unit,
            width: run.width * unit, height: run.height * unit)))
    }
    withoutAntialiasing { fill(path, with: dark) }
  }
}
