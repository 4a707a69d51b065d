import Media

/// Rushes a picture sideways with the blur of the movement; beyond its edges it is mirrored.
struct PictureWhip {
  /// 0…1.
  let strength: Double
  let isEntry: Bool

  /// Shares of the picture's width, at the cut.
  private static let travel = 0.5
  private static let blur = 0.11

  func apply(to picture: Picture) {
    picture.withPlanes { planes in
      let width = planes.first?.width ?? 0
      // Out to the left ever faster, in from the right ever slower.
      let shift = Self.travel * strength * strength * (isEntry ? -1 : 1)
      for plane in planes {
        let scale = Double(plane.width) / Double(max(1, width))
        smear(
          plane, shift: Int((shift * Double(width) * scale).rounded()),
          radius: Int((Self.blur * strength * Double(width) * scale).rounded()))
      }
    }
  }

  /// Each sample becomes the mean of its neighbours on both sides, by running sums.
  private func smear(_ plane: Plane, shift: Int, radius: Int) {
    let width = plane.width
    guard width > 1, radius > 0 || shift != 0 else { return }
    let places = (0..<width + 2 * radius + 1).map { mirrored($0 - radius + shift, width) }
    let count = 2 * radius + 1
    var copy = [UInt8](repeating: 0, count: width)
    places.withUnsafeBufferPointer { places in
      copy.withUnsafeMutableBufferPointer { copy in
        for row in 0..<plane.height {
          let line = plane.pointer + row * plane.stride
          for column in 0..<width { copy[column] = line[column] }
          var sum = count / 2
          for index in 0..<count { sum += Int(copy[places[index]]) }
          for column in 0..<width {
            line[column] = UInt8(sum / count)
            sum += Int(copy[places[column + count]]) - Int(copy[places[column]])
          }
        }
      }
    }
  }

  private func mirrored(_ place: Int, _ width: Int) -> Int {
    let period = 2 * width
    let inside = ((place % period) + period) % period
    return inside < width ? inside : period - 1 - inside
  }
}
