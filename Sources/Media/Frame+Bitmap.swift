import CFFmpeg
import CFFmpegShims
import Pixels

extension Frame {
  /// Copies an RGBA frame out, multiplying colours by alpha when asked.
  func bitmap(premultiplying: Bool = false) -> Bitmap {
    let row = width * 4
    var bytes = [UInt8](repeating: 0, count: row * height)
    bytes.withUnsafeMutableBufferPointer { target in
      guard let base = target.baseAddress, let source = pointer.pointee.data.0 else { return }
      let stride = Int(pointer.pointee.linesize.0)
      for y in 0..<height {
        (base + y * row).update(from: source + y * stride, count: row)
      }
      if premultiplying { shopreel_premultiply(base, width * height) }
    }
    return Bitmap(width: width, height: height, bytes: bytes)
  }

  /// An RGBA frame with a bitmap's bytes as they are.
  static func from(_ bitmap: Bitmap, unpremultiplying: Bool = false) throws -> Frame {
    guard Limits.admits(width: bitmap.width, height: bitmap.height) else {
      throw MediaError(.invalid, "a picture of '\(bitmap.width)x\(bitmap.height)' cannot be made")
    }
    let frame = try Frame()
    frame.pointer.pointee.width = Int32(bitmap.width)
    frame.pointer.pointee.height = Int32(bitmap.height)
    frame.pointer.pointee.format = AV_PIX_FMT_RGBA.rawValue
    try check(av_frame_get_buffer(frame.pointer, 0), .io, "memory is out; close other programs")
    let stride = Int(frame.pointer.pointee.linesize.0)
    guard let target = frame.pointer.pointee.data.0 else { return frame }
    bitmap.bytes.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      for y in 0..<bitmap.height {
        (target + y * stride).update(from: base + y * bitmap.width * 4, count: bitmap.width * 4)
        if unpremultiplying { shopreel_unpremultiply(target + y * stride, bitmap.width) }
      }
    }
    return frame
  }
}
