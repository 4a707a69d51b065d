/// A picture's colours on a coarse grid: luma and both colour differences, full range, 128 at the
/// middle of a difference.
public struct TintImage: Sendable, Equatable {
  public let columns: Int
  public let rows: Int
  public let luma: [UInt8]
  /// Blue less luma.
  public let blue: [UInt8]
  /// Red less luma.
  public let red: [UInt8]

  /// - Precondition: Each list holds exactly `columns × rows` values.
  public init(columns: Int, rows: Int, luma: [UInt8], blue: [UInt8], red: [UInt8]) {
    let count = columns * rows
    precondition(
      luma.count == count && blue.count == count && red.count == count,
      "a tint image holds three bytes a cell")
    self.columns = columns
    self.rows = rows
    self.luma = luma
    self.blue = blue
    self.red = red
  }

  /// A grid of cells about square, `longSide` of them along a picture's longer side.
  public static func grid(width: Int, height: Int, longSide: Int) -> (columns: Int, rows: Int) {
    let (long, short) = (max(width, height, 1), max(1, min(width, height)))
    let across = max(min(6, longSide), (longSide * short + long / 2) / long)
    return width >= height ? (longSide, across) : (across, longSide)
  }
}
