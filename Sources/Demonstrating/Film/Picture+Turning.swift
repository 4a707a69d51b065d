import Media

extension Picture {
  /// The picture as a camera held sideways stores it.
  ///
  /// - Parameter degrees: Clockwise, to make the result upright again: 90, 180 or 270.
  /// - Throws: `MediaError` when memory is out.
  func stored(turnedBackBy degrees: Int) throws -> Picture {
    let turned = degrees == 90 || degrees == 270
    let result = try Picture.blank(
      width: turned ? height : width, height: turned ? width : height)
    withPlanes { sources in
      result.withPlanes { targets in
        for (source, target) in zip(sources, targets) { source.turn(into: target, degrees) }
      }
    }
    return result
  }
}

extension Plane {
  /// Copies every sample to its place, in tiles that the processor's cache holds.
  fileprivate func turn(into target: Plane, _ degrees: Int) {
    // The target's sample (x, y) is this plane's at start + x × across + y × down.
    let (start, across, down): (Int, Int, Int) =
      switch degrees {
      case 90: (width - 1, stride, -1)
      case 180: ((height - 1) * stride + width - 1, -1, -stride)
      case 270: ((height - 1) * stride, -stride, 1)
      default: (0, 1, stride)
      }
    let tile = 32
    for top in Swift.stride(from: 0, to: target.height, by: tile) {
      for left in Swift.stride(from: 0, to: target.width, by: tile) {
        for y in top..<min(top + tile, target.height) {
          var source = pointer + start + y * down + left * across
          let row = target.pointer + y * target.stride
          for x in left..<min(left + tile, target.width) {
            row[x] = source.pointee
            source += across
          }
        }
      }
    }
  }
}
