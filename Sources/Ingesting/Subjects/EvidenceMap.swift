import Model

/// How much speaks for the subject, cell by cell, 0…1.
struct EvidenceMap {
  let columns: Int
  let rows: Int
  var values: [Double]

  init(columns: Int, rows: Int, values: [Double]) {
    self.columns = columns
    self.rows = rows
    self.values = values
  }

  init(columns: Int, rows: Int) {
    self.init(
      columns: columns, rows: rows, values: [Double](repeating: 0, count: columns * rows))
  }

  /// What one clear subject fills: the strongest connected cells, and those nearly as strong.
  ///
  /// - Returns: Its box, and how far it stands out, 0…1; nil where nothing does.
  func subject() -> (box: ShareBox, confidence: Double)? {
    let most = values.max() ?? 0
    guard most > 0.02, columns > 0, rows > 0 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let spread =
      (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
    let limit = max(min(mean + 0.9 * spread, most * 0.6), most * 0.35)
    let parts = connected { values[$0] >= limit }
    let weights = parts.map { $0.reduce(0) { $0 + values[$1] } }
    guard let heaviest = weights.max() else { return nil }
    let kept = zip(parts, weights).filter { $0.1 >= 0.45 * heaviest }.flatMap(\.0)
    let inside = kept.reduce(0) { $0 + values[$1] }
    let outside = values.reduce(0, +) - inside
    let dense = inside / Double(kept.count)
    let thin = outside / Double(max(1, values.count - kept.count))
    let box = self.box(of: kept)
    let cells = box.area * Double(values.count)
    let filled = min(1, Double(kept.count) / cells / 0.5)
    let apart = (dense - thin) / (dense + thin + 1e-6)
    return (box, min(1, max(0, apart * filled * dense / 0.35)))
  }

  private func box(of cells: [Int]) -> ShareBox {
    let xs = cells.map { $0 % columns }
    let ys = cells.map { $0 / columns }
    let (left, right) = (xs.min() ?? 0, (xs.max() ?? 0) + 1)
    let (top, bottom) = (ys.min() ?? 0, (ys.max() ?? 0) + 1)
    return ShareBox(
      x: Double(left) / Double(columns), y: Double(top) / Double(rows),
      width: Double(right - left) / Double(columns), height: Double(bottom - top) / Double(rows))
  }

  /// Cells that touch each other, corners included, in the order of their first cell.
  private func connected(_ isIn: (Int) -> Bool) -> [[Int]] {
    var seen = values.indices.map { !isIn($0) }
    var parts: [[Int]] = []
    for start in values.indices where !seen[start] {
      var part: [Int] = []
      var open = [start]
      seen[start] = true
      while let cell = open.popLast() {
        part.append(cell)
        let (x, y) = (cell % columns, cell / columns)
        for row in max(0, y - 1)...min(rows - 1, y + 1) {
          for column in max(0, x - 1)...min(columns - 1, x + 1) where !seen[row * columns + column]
          {
            seen[row * columns + column] = true
            open.append(row * columns + column)
          }
        }
      }
      parts.append(part)
    }
    return parts
  }
}
