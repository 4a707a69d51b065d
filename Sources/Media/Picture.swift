import CFFmpeg
import CFFmpegShims
public import Pixels
public import Timing

/// One picture, 8-bit 4:2:0, BT.709 limited range, that owns its memory. Not Sendable.
public final class Picture {
  /// Presentation time from the start of the range asked for.
  public let time: Time
  let frame: Frame

  init(_ frame: Frame, time: Time = .zero) {
    self.frame = frame
    self.time = time
  }

  /// Width in pixels.
  public var width: Int { frame.width }
  /// Height in pixels.
  public var height: Int { frame.height }

  /// Hands out the planes: luma, then blue and red difference at half size (rounded up).
  ///
  /// Write only into pictures from `blank`, `from` and `writableCopy`: others share memory.
  public func withPlanes<R>(_ body: ([Plane]) throws -> R) rethrows -> R {
    try withExtendedLifetime(frame) { try body((0..<3).map(frame.plane)) }
  }

  /// The picture as opaque RGBA.
  ///
  /// - Throws: `MediaError.componentMissing` when FFmpeg lacks the scale filter.
  public func bitmap() throws -> Bitmap {
    let graph = try FilterGraph.picture(
      "scale=flags=bicubic+accurate_rnd+full_chroma_int:in_color_matrix=bt709:in_range=tv"
        + ",format=rgba", like: frame, base: AVRational(num: 1, den: 25))
    return try graph.apply(frame).bitmap()
  }

  /// A black picture that may be written into.
  ///
  /// - Throws: `MediaError.invalid` when a side is below 1 or beyond 16384 pixels.
  public static func blank(width: Int, height: Int) throws -> Picture {
    let frame = try Frame.canvas(width, height)
    frame.fill(red: 0, green: 0, blue: 0)
    return Picture(frame)
  }

  /// A bitmap as a picture that may be written into; what is transparent comes out black.
  ///
  /// - Throws: `MediaError.invalid` when a side is below 1 or beyond 16384 pixels.
  public static func from(_ bitmap: Bitmap) throws -> Picture {
    let source = try Frame.from(bitmap)
    let graph = try FilterGraph.picture(
      "scale=flags=bicubic+accurate_rnd:out_color_matrix=bt709:out_range=tv,format=yuv420p",
      like: source, base: AVRational(num: 1, den: 25))
    let result = try graph.apply(source)
    result.tagStandard()
    return Picture(result)
  }

  /// A copy with memory of its own, so that layers can be blended in place.
  ///
  /// - Throws: `MediaError.io` when memory is out.
  public func writableCopy() throws -> Picture {
    let copy = try Frame(sharing: frame)
    try check(av_frame_make_writable(copy.pointer), .io, "memory is out; close other programs")
    return Picture(copy, time: time)
  }

  /// The same picture, memory shared, at another time.
  public func retimed(to time: Time) -> Picture { Picture(frame, time: time) }
}
