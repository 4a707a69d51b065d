import Pixels

/// Reads the white of the paper that a slate's code is printed on.
enum SlateWhite {
  /// Luma and both colour differences of the quiet ground round the code; nil where it is out of the
  /// picture, over-exposed, or no white.
  static func read(
    _ slate: SlateSighting, width: Int, height: Int, _ colors: TintImage
  ) -> [UInt8]? {
    guard slate.corners.count == 4, width > 0, height > 0 else { return nil }
    let corners = slate.corners.map { (x: Double($0.x), y: Double($0.y)) }
    let middle = (
      x: corners.reduce(0) { $0 + $1.x } / 4, y: corners.reduce(0) { $0 + $1.y } / 4
    )
    var found: [(luma: UInt8, blue: UInt8, red: UInt8)] = []
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % 4]
      for share in stride(from: 0.1, through: 0.9, by: 0.1) {
        let edge = (
          x: corner.x + (next.x - corner.x) * share, y: corner.y + (next.y - corner.y) * share
        )
        // About two modules beyond the code's edge.
        let place = (
          x: middle.x + (edge.x - middle.x) * 1.12, y: middle.y + (edge.y - middle.y) * 1.12
        )
        let column = Int((place.x / Double(width) * Double(colors.columns)).rounded(.down))
        let row = Int((place.y / Double(height) * Double(colors.rows)).rounded(.down))
        guard (0..<colors.columns).contains(column), (0..<colors.rows).contains(row) else {
          continue
        }
        let cell = row * colors.columns + column
        found.append((colors.luma[cell], colors.blue[cell], colors.red[cell]))
      }
    }
    guard found.count >= 12, let most = found.map(\.luma).max() else { return nil }
    let bright = found.filter { Double($0.luma) >= Double(most) * 0.85 }
    func median(_ values: [UInt8]) -> UInt8 { values.sorted()[values.count / 2] }
    let white = [
      median(bright.map(\.luma)), median(bright.map(\.blue)), median(bright.map(\.red)),
    ]
    let isNeutral = abs(Int(white[1]) - 128) < 24 && abs(Int(white[2]) - 128) < 24
    return isNeutral && (90..<246).contains(white[0]) ? white : nil
  }
}
