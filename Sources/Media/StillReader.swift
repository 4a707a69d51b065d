import CFFmpeg
import CFFmpegShims
public import Pixels

/// Reads photos.
public enum StillReader {
  /// The picture of a photo, or the first of a clip, upright with square pixels, as premultiplied
  /// RGBA.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - longSide: Greatest length of the longer side in pixels; a smaller picture stays as it is.
  /// - Throws: `MediaError` as `Probe.facts` does, `.noPicture` when none can be decoded, and
  ///   `.truncated` for a JPEG of which a part is missing.
  public static func bitmap(of path: String, longSide: Int? = nil) throws -> Bitmap {
    let source = try PictureSource(path: path)
    Log.clear()
    guard let first = try source.next(), !isMadeUp(source) else {
      throw source.jpeg != nil
        ? MediaError(
          .truncated, "is cut off or damaged: a part of its picture is missing; copy it again",
          path: path, cause: Log.text, subject: "JPEG")
        : MediaError(.noPicture, "its picture cannot be decoded", path: path, cause: Log.text)
    }
    let frame = first.frame
    let orientation = source.orientation(of: frame)
    let size = Probe.displaySize((frame.width, frame.height), frame.pixelAspect, .upright)
    let fitted = fit(size, longSide)
    let color = SourceColor(frame)
    let scale =
      "scale=\(fitted.0):\(fitted.1):flags=bicubic+accurate_rnd+full_chroma_int"
    let convert =
      color.toneMap.map { "\(scale),\($0),scale=in_color_matrix=bt709:in_range=tv" }
      ?? scale + ":in_color_matrix=\(color.matrix):in_range=\(color.isFullRange ? "pc" : "tv")"
    let chain = [convert, "format=rgba", orientation.filters].compactMap(\.self)
    let graph = try FilterGraph.picture(
      chain.joined(separator: ","), like: frame, base: first.base)
    return try graph.apply(frame).bitmap(premultiplying: frame.hasAlpha)
  }

  /// Whether the decoder made up a part of a JPEG, the rest of it being lost to it. Where the mark
  /// of the end alone is missing, nothing is.
  private static func isMadeUp(_ source: PictureSource) -> Bool {
    guard let jpeg = source.jpeg else { return false }
    let lines = Log.text ?? ""
    return jpeg.isCutOff ? source.damaged > 0 || !lines.isEmpty : lines.contains("error y=")
  }

  static func fit(_ size: (Int, Int), _ longSide: Int?) -> (Int, Int) {
    let long = max(size.0, size.1)
    guard let longSide, longSide > 0, long > longSide else { return size }
    func scaled(_ side: Int) -> Int { max(1, (side * longSide + long / 2) / long) }
    return (scaled(size.0), scaled(size.1))
  }
}
