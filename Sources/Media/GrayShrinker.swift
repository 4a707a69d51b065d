import CFFmpeg
import CFFmpegShims
import Pixels

/// Makes small upright luma pictures; one graph a kind of source picture.
final class GrayShrinker {
  private let longSide: Int
  private let reducesWhole: Bool
  private var graph: FilterGraph?
  private var key = ""

  /// - Parameter reducesWhole: Whether a picture may become smaller than asked for, so that every
  ///   pixel is the mean of a whole square.
  init(_ longSide: Int, reducesWhole: Bool = false) {
    self.longSide = longSide
    self.reducesWhole = reducesWhole
  }

  func image(_ source: TimedFrame, _ orientation: Orientation) throws -> GrayImage {
    let frame = source.frame
    if reducesWhole, let image = frame.reducedLuma(within: longSide) {
      return image.turned(orientation)
    }
    let color = SourceColor(frame)
    let key = "\(frame.width)x\(frame.height) \(frame.formatName) \(orientation) \(color)"
    if key != self.key || graph == nil {
      let size = Probe.displaySize((frame.width, frame.height), frame.pixelAspect, .upright)
      let fitted = StillReader.fit(size, longSide)
      let scale =
        "scale=\(fitted.0):\(fitted.1):flags=area"
        + ":in_range=\(color.isFullRange ? "pc" : "tv"):out_range=pc"
      let chain = [scale, "format=gray", orientation.filters].compactMap(\.self)
      graph = try FilterGraph.picture(
        chain.joined(separator: ","), like: frame, base: source.base)
      self.key = key
    }
    guard let graph else { throw MediaError(.invalid, "no picture filters are set up") }
    return try graph.apply(frame).gray()
  }
}

extension Frame {
  /// Copies a luma frame out.
  func gray() -> GrayImage {
    var bytes = [UInt8](repeating: 0, count: width * height)
    bytes.withUnsafeMutableBufferPointer { target in
      guard let base = target.baseAddress, let source = pointer.pointee.data.0 else { return }
      let stride = Int(pointer.pointee.linesize.0)
      for y in 0..<height { (base + y * width).update(from: source + y * stride, count: width) }
    }
    return GrayImage(width: width, height: height, bytes: bytes)
  }
}
