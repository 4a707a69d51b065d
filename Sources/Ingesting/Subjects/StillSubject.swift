import Model
import Pixels

/// What a photo shows of its product: where it stands, on which ground, in which colours.
struct StillSubject {
  let photo: Bitmap

  /// The box of what is opaque, or of what stands off the photo's border.
  var box: ShareBox? {
    photo.isTransparent ? opaque : distinct
  }

  private var opaque: ShareBox? {
    bounds { photo.bytes[$0 + 3] >= 26 }
  }

  /// Nil where the border is no ground of one kind.
  private var distinct: ShareBox? {
    let edges = border
    guard edges.count >= 16 else { return nil }
    let middle = (0..<3).map { part in edges.map { $0[part] }.sorted()[edges.count / 2] }
    let even = edges.count { edge in
      (0..<3).allSatisfy { abs(Int(edge[$0]) - Int(middle[$0])) <= 28 }
    }
    guard even * 10 >= edges.count * 8 else { return nil }
    let found = bounds { at in
      (0..<3).contains { abs(Int(photo.bytes[at + $0]) - Int(middle[$0])) > 34 }
    }
    return found.flatMap { $0.area < 0.97 ? $0 : nil }
  }

  /// The mean colours of the upper and lower eighth's border; nil for a cut-out.
  var edges: [String]? {
    guard !photo.isTransparent, photo.width > 0, photo.height > 0 else { return nil }
    return [0..<max(1, photo.height / 24), photo.height - max(1, photo.height / 24)..<photo.height]
      .map { rows in
        let places = rows.flatMap { y in
          stride(from: 0, to: photo.width, by: 4).map { (y * photo.width + $0) * 4 }
        }
        let parts = (0..<3).map { part in
          places.map { photo.bytes[$0 + part] }.sorted()[places.count / 2]
        }
        return HexColor.text(parts.map(Int.init))
      }
  }

  private var border: [[UInt8]] {
    let (width, height) = (photo.width, photo.height)
    guard width > 1, height > 1 else { return [] }
    let across = stride(from: 0, to: width, by: max(1, width / 64)).flatMap {
      [($0, 0), ($0, height - 1)]
    }
    let down = stride(from: 0, to: height, by: max(1, height / 64)).flatMap {
      [(0, $0), (width - 1, $0)]
    }
    return (across + down).map { x, y in
      let at = (y * width + x) * 4
      return Array(photo.bytes[at..<at + 3])
    }
  }

  /// The smallest box that leaves out no more than a few stray pixels of each line.
  private func bounds(_ isIn: (Int) -> Bool) -> ShareBox? {
    var columns = [Int](repeating: 0, count: photo.width)
    var rows = [Int](repeating: 0, count: photo.height)
    for y in 0..<photo.height {
      for x in 0..<photo.width where isIn((y * photo.width + x) * 4) {
        columns[x] += 1
        rows[y] += 1
      }
    }
    let (least, high) = (max(1, photo.height / 200), max(1, photo.width / 200))
    guard let left = columns.firstIndex(where: { $0 >= least }),
      let right = columns.lastIndex(where: { $0 >= least }),
      let top = rows.firstIndex(where: { $0 >= high }),
      let bottom = rows.lastIndex(where: { $0 >= high })
    else { return nil }
    let (width, height) = (Double(photo.width), Double(photo.height))
    return ShareBox(
      x: Double(left) / width, y: Double(top) / height, width: Double(right + 1 - left) / width,
      height: Double(bottom + 1 - top) / height
    ).rounded
  }
}

/// Colours as `#rrggbb`.
enum HexColor {
  static func text(_ parts: [Int]) -> String {
    "#"
      + parts.map { part in
        let digits = String(max(0, min(255, part)), radix: 16)
        return digits.count < 2 ? "0" + digits : digits
      }.joined()
  }

  /// Of luma and both colour differences, full range, BT.709.
  static func rgb(_ color: [Int]) -> [Double]? {
    guard color.count == 3 else { return nil }
    let (y, u, v) = (Double(color[0]), Double(color[1]) - 128, Double(color[2]) - 128)
    return [y + 1.5748 * v, y - 0.1873 * u - 0.4681 * v, y + 1.8556 * u]
      .map { max(0, min(255, $0)) }
  }
}
