import Foundation
import Media

/// Burns a picture out towards white.
struct PictureFlash {
  /// 0…1.
  let strength: Double

  /// White of limited range.
  private static let white = (luma: 235, chroma: 128)

  func apply(to picture: Picture) {
    // Light comes up faster than it goes, as in a lens.
    let share = Int((sin(strength * .pi / 2) * 250).rounded())
    picture.withPlanes { planes in
      for (index, plane) in planes.enumerated() {
        let white = index == 0 ? Self.white.luma : Self.white.chroma
        let table = (0..<256).map { UInt8(($0 * (256 - share) + white * share + 128) >> 8) }
        table.withUnsafeBufferPointer { table in
          for row in 0..<plane.height {
            let line = plane.pointer + row * plane.stride
            for column in 0..<plane.width { line[column] = table[Int(line[column])] }
          }
        }
      }
    }
  }
}
