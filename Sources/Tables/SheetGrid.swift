/// Heights of rows and widths of columns, to find the cell that a place on the sheet lies in.
///
/// All lengths are in EMU, 914,400 to the inch.
struct SheetGrid {
  private static let point = 12_700.0
  private static let pixel = 9_525.0

  /// Of rows that are as the sheet's default.
  var rowHeight = 15.0 * SheetGrid.point
  private var columnWidth = 64.0 * SheetGrid.pixel
  private var runs: [(rows: ClosedRange<Int>, height: Double)] = []
  private var columns: [(columns: ClosedRange<Int>, width: Double)] = []

  /// - Parameter points: the row's height.
  mutating func set(row: Int, points: Double) {
    guard points.isFinite, (0...409.5).contains(points) else { return }
    let height = points * SheetGrid.point
    if let last = runs.last, last.height == height, last.rows.upperBound == row - 1 {
      runs[runs.count - 1].rows = last.rows.lowerBound...row
    } else {
      runs.append((row...row, height))
    }
  }

  mutating func setDefault(points: Double) {
    if points.isFinite, (1...409.5).contains(points) { rowHeight = points * SheetGrid.point }
  }

  /// - Parameter characters: the columns' width in digits of the default face.
  mutating func set(columns range: ClosedRange<Int>, characters: Double) {
    guard characters.isFinite, (0...255).contains(characters) else { return }
    columns.append((range, (characters * 7 + 5) * SheetGrid.pixel))
  }

  /// The row that lies so far below the top of another.
  func row(_ distance: Double, below top: Int) -> Int {
    var (row, rest) = (top, distance)
    while row < CellReference.rows, rest >= height(row) {
      rest -= height(row)
      row += 1
    }
    return row
  }

  func column(at distance: Double) -> Int {
    var (column, rest) = (1, distance)
    while column < CellReference.columns, rest >= width(column) {
      rest -= width(column)
      column += 1
    }
    return column
  }

  /// From the top of one row to the top of another below it.
  func height(from top: Int, to bottom: Int) -> Double {
    guard bottom > top else { return 0 }
    return (top..<min(bottom, top + 10_000)).reduce(0) { $0 + height($1) }
  }

  func height(_ row: Int) -> Double {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].rows.upperBound < row { low = middle + 1 } else { high = middle }
    }
    return low < runs.count && runs[low].rows.contains(row) ? runs[low].height : rowHeight
  }

  private func width(_ column: Int) -> Double {
    columns.first { $0.columns.contains(column) }?.width ?? columnWidth
  }
}
