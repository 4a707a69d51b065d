import Foundation
import Pixels

/// What stands out of a picture that stands alone: colours that neither the picture's border nor most
/// of the picture has, and detail, the more so the nearer to the middle.
struct Saliency {
  private let tint: TintImage
  /// Bars of black beside the picture, and their blur, are no part of it.
  private let across: Range<Int>
  private let down: Range<Int>

  /// Where luma is below this in nearly all of a line, it is a bar.
  private static let black = 20
  /// Colours nearer than this are alike.
  private static let alike = 26
  /// A colour that stands this far off the border is wholly its own.
  private static let far = 40.0
  /// Share of the border that may explain a colour.
  private static let ground = 0.3
  /// A colour that this share of the picture has is nothing rare.
  private static let common = 0.16

  init(_ tint: TintImage) {
    self.tint = tint
    let (columns, rows) = (tint.columns, tint.rows)
    func isBar(_ cells: [Int]) -> Bool {
      cells.count(where: { Int(tint.luma[$0]) < Self.black }) * 10 > cells.count * 9
    }
    func bounds(_ length: Int, _ line: (Int) -> [Int]) -> Range<Int> {
      var (first, last) = (0, length)
      while first < length / 4, isBar(line(first)) { first += 1 }
      while last > length - length / 4, isBar(line(last - 1)) { last -= 1 }
      return (first > 0 ? first + 1 : 0)..<(last < length ? last - 1 : length)
    }
    across = bounds(columns) { x in (0..<rows).map { $0 * columns + x } }
    down = bounds(rows) { y in (0..<columns).map { y * columns + $0 } }
  }

  /// Whether a cell belongs to the picture.
  func holds(_ cell: Int) -> Bool {
    across.contains(cell % tint.columns) && down.contains(cell / tint.columns)
  }

  /// - Parameter detail: Of each cell, 0…1.
  func map(detail: [Double]) -> EvidenceMap {
    let cells = tint.luma.indices.filter(holds)
    let border = cells.filter { isBorder($0) }
    var map = EvidenceMap(columns: tint.columns, rows: tint.rows)
    guard !border.isEmpty, detail.count == map.values.count else { return map }
    let explaining = max(1, Int(Double(border.count) * Self.ground))
    for cell in cells {
      let rare = min(1, ownColor(cell, border, explaining) / Self.far)
      let shared = Double(cells.count(where: { distance(cell, $0) < Self.alike }))
      let common = min(1, shared / Double(cells.count) / Self.common)
      let color = rare * (0.35 + 0.65 * (1 - common))
      let mixed = 0.7 * color + 0.3 * detail[cell] * min(1, color + 0.35)
      map.values[cell] = mixed * nearness(cell)
    }
    return map
  }

  private func isBorder(_ cell: Int) -> Bool {
    let (x, y) = (cell % tint.columns, cell / tint.columns)
    return x < across.lowerBound + 2 || x >= across.upperBound - 2 || y < down.lowerBound + 2
      || y >= down.upperBound - 2
  }

  /// Mean distance to the cells of the border that are most like it.
  private func ownColor(_ cell: Int, _ border: [Int], _ count: Int) -> Double {
    var counts = [Int](repeating: 0, count: 128)
    for other in border { counts[min(127, distance(cell, other))] &+= 1 }
    var (left, sum) = (count, 0)
    for (far, here) in counts.enumerated() where left > 0 {
      let taken = min(left, here)
      sum += far * taken
      left -= taken
    }
    return Double(sum) / Double(count)
  }

  /// Colour counts more than light.
  private func distance(_ a: Int, _ b: Int) -> Int {
    abs(Int(tint.luma[a]) - Int(tint.luma[b])) / 2
      + 2 * abs(Int(tint.blue[a]) - Int(tint.blue[b]))
      + 2 * abs(Int(tint.red[a]) - Int(tint.red[b]))
  }

  private func nearness(_ cell: Int) -> Double {
    let x = (Double(cell % tint.columns) + 0.5) / Double(tint.columns) - 0.5
    let y = (Double(cell / tint.columns) + 0.5) / Double(tint.rows) - 0.5
    return exp(-x * x / 0.32 - y * y / 0.405)
  }
}

extension GrayImage {
  /// Edge strength of each cell of a grid, 0…1 where 1 is the picture's strongest twentieth.
  func detail(columns: Int, rows: Int) -> [Double] {
    var sums = [Int](repeating: 0, count: columns * rows)
    guard width > 2, height > 2, columns > 0, rows > 0 else { return sums.map(Double.init) }
    bytes.withUnsafeBufferPointer { luma in
      for y in stride(from: 1, to: height - 1, by: 2) {
        let row = y * rows / height * columns
        for x in stride(from: 1 + y / 2 % 2, to: width - 1, by: 2) {
          let at = y * width + x
          let edge =
            4 * Int(luma[at]) - Int(luma[at - 1]) - Int(luma[at + 1]) - Int(luma[at - width])
            - Int(luma[at + width])
          sums[row + x * columns / width] &+= abs(edge)
        }
      }
    }
    let cell = Double(max(1, width * height / 4 / (columns * rows)))
    let strong = Double(sums.sorted()[sums.count * 95 / 100]) / cell + 2
    return sums.map { min(1, Double($0) / cell / strong) }
  }
}
