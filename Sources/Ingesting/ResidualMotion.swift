import Pixels

/// What moves in the picture once the camera's own movement is taken out.
enum ResidualMotion {
  /// A part of the picture that has changed.
  struct Place {
    /// Its middle, in shares of the picture.
    var x: Double
    var y: Double
    /// How much, 0…1.
    var size: Double
  }

  /// How much of the picture has changed, 0…1, between two pictures of one size, and where.
  ///
  /// A cell of 16 × 16 pixels has changed when its mean difference stands clear of the picture's
  /// own median, so that neither noise nor a lamp that is dimmed counts.
  ///
  /// - Parameter move: Of the whole picture, in its pixels.
  static func change(
    _ before: GrayImage, _ after: GrayImage, move: GlobalMotion.Move
  ) -> (share: Double, places: [Place]) {
    let (old, new) = (before.reduced(by: 4), after.reduced(by: 4))
    guard old.width == new.width, old.height == new.height, old.width >= 12, old.height >= 12
    else { return (0, []) }
    let differences = cells(old, new, x: move.x / 4, y: move.y / 4)
    guard differences.count >= 4 else { return (0, []) }
    let usual = differences.map(\.mean).sorted()[differences.count / 2]
    // What a moving camera brings nearer or turns does not fit either, the more so the faster.
    let speed = (move.x * move.x + move.y * move.y).squareRoot() * 480
    let slack = 1 + speed / Double(max(after.width, after.height)) / 3
    let moved = differences.filter {
      abs($0.mean - usual) > 4 * slack || $0.spread - abs(usual) > 9 * slack
    }
    let places = moved.map { cell in
      let size = max(abs(cell.mean - usual) - 4 * slack, cell.spread - abs(usual) - 9 * slack)
      return Place(
        x: (Double(cell.column) + 2) / Double(new.width),
        y: (Double(cell.row) + 2) / Double(new.height), size: min(1, 0.3 + max(0, size) / 20))
    }
    return (Double(moved.count) / Double(differences.count), places)
  }

  private struct Cell {
    var column: Int
    var row: Int
    var mean: Double
    /// Mean size of the difference, whatever its sign.
    var spread: Double
  }

  /// Differences in cells of 4 × 4 values; cells whose ground has moved in from outside are left out.
  private static func cells(
    _ old: GrayImage, _ new: GrayImage, x: Double, y: Double
  ) -> [Cell] {
    guard abs(x) < Double(old.width), abs(y) < Double(old.height) else { return [] }
    let (left, top) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
    // Sixteenths of a pixel between the four neighbours.
    let (u, v) = (Int((x - Double(left)) * 16), Int((y - Double(top)) * 16))
    var cells: [Cell] = []
    let width = old.width
    old.bytes.withUnsafeBufferPointer { old in
      new.bytes.withUnsafeBufferPointer { new in
        for row in stride(from: 0, to: new.count / width - 3, by: 4) {
          for column in stride(from: 0, to: width - 3, by: 4) {
            let (fromX, fromY) = (column - left - 1, row - top - 1)
            guard fromX >= 0, fromY >= 0, fromX + 5 <= width, (fromY + 5) * width <= old.count
            else { continue }
            var (sum, size) = (0, 0)
            for j in 0..<4 {
              for i in 0..<4 {
                let at = (fromY + j) * width + fromX + i
                let upper = Int(old[at]) * u + Int(old[at + 1]) * (16 - u)
                let lower = Int(old[at + width]) * u + Int(old[at + width + 1]) * (16 - u)
                let ground = (upper * v + lower * (16 - v) + 128) / 256
                let difference = Int(new[(row + j) * width + column + i]) - ground
                sum += difference
                size += abs(difference)
              }
            }
            cells.append(
              Cell(
                column: column, row: row, mean: Double(sum) / 16, spread: Double(size) / 16))
          }
        }
      }
    }
    return cells
  }
}
