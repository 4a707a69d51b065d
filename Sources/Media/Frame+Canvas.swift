import CFFmpeg
import CFFmpegShims

extension Frame {
  /// A fresh 4:2:0 picture tagged BT.709 limited; its contents are undefined.
  static func canvas(_ width: Int, _ height: Int) throws -> Frame {
    guard Limits.admits(width: width, height: height) else {
      throw MediaError(.invalid, "a picture of '\(width)x\(height)' cannot be made")
    }
    let frame = try Frame()
    frame.pointer.pointee.width = Int32(width)
    frame.pointer.pointee.height = Int32(height)
    frame.pointer.pointee.format = AV_PIX_FMT_YUV420P.rawValue
    try check(av_frame_get_buffer(frame.pointer, 0), .io, "memory is out; close other programs")
    frame.tagStandard()
    return frame
  }

  /// One plane of an 8-bit 4:2:0 picture: 0 luma, 1 blue difference, 2 red difference.
  func plane(_ index: Int) -> Plane {
    let frame = pointer.pointee
    let data = [frame.data.0, frame.data.1, frame.data.2]
    let strides = [frame.linesize.0, frame.linesize.1, frame.linesize.2]
    let shift = index == 0 ? 0 : 1
    guard let pointer = data[index] else { preconditionFailure("a 4:2:0 picture has three planes") }
    return Plane(
      pointer: pointer, stride: Int(strides[index]), width: (width + shift) >> shift,
      height: (height + shift) >> shift)
  }

  /// Fills with one colour of the sRGB cube, as BT.709 limited.
  func fill(red: UInt8, green: UInt8, blue: UInt8) {
    let color = Framing.RGB(red: red, green: green, blue: blue)
    for (index, level) in color.levels.enumerated() {
      let plane = plane(index)
      let value = UInt8(level.rounded())
      for row in 0..<plane.height {
        (plane.pointer + row * plane.stride).update(repeating: value, count: plane.width)
      }
    }
  }

  /// Fills from a colour at the top to one at the bottom, as BT.709 limited; a fixed pattern breaks
  /// up the bands that eight bits leave.
  func fill(from top: Framing.RGB, to bottom: Framing.RGB) {
    let pattern: [Double] = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]
    for (index, (first, last)) in zip(top.levels, bottom.levels).enumerated() {
      let plane = plane(index)
      for row in 0..<plane.height {
        let share = (Double(row) + 0.5) / Double(plane.height)
        let level = first + (last - first) * share
        let line = plane.pointer + row * plane.stride
        let steps = (0..<4).map { column in
          UInt8(max(16, min(240, level + (pattern[row % 4 * 4 + column] + 0.5) / 16)))
        }
        for column in 0..<plane.width { line[column] = steps[column % 4] }
      }
    }
  }

  /// Copies a smaller 4:2:0 picture to an even place inside this one.
  func copy(_ other: Frame, x: Int, y: Int) {
    for index in 0..<3 {
      let from = other.plane(index)
      let to = plane(index)
      let shift = index == 0 ? 0 : 1
      let (left, top) = (x >> shift, y >> shift)
      let width = min(from.width, to.width - left)
      for row in 0..<min(from.height, to.height - top) {
        (to.pointer + (row + top) * to.stride + left)
          .update(from: from.pointer + row * from.stride, count: width)
      }
    }
  }
}

extension Framing.RGB {
  /// Luma and both colour differences, BT.709 limited.
  var levels: [Double] {
    let (r, g, b) = (Double(red), Double(green), Double(blue))
    let luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
    return [
      16 + luma * 219 / 255, 128 + (b - luma) / 1.8556 * 224 / 255,
      128 + (r - luma) / 1.5748 * 224 / 255,
    ]
  }
}
