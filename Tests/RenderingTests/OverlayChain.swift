import CFFmpeg
import Pixels
import Testing

/// libavfilter's `overlay`, on one thread: a yuva420p bitmap on yuv420p frames, in place.
final class OverlayChain {
  private var graph: UnsafeMutablePointer<AVFilterGraph>?
  private var frame: UnsafeMutablePointer<AVFrame>?
  private let source: UnsafeMutablePointer<AVFilterContext>
  private let sink: UnsafeMutablePointer<AVFilterContext>
  private var index: Int64 = 0

  init(_ bitmap: Bitmap, x: Int, y: Int, canvas: (Int, Int)) throws {
    graph = avfilter_graph_alloc()
    let filters = try #require(graph)
    filters.pointee.nb_threads = 1
    let text =
      "buffer@main=video_size=\(canvas.0)x\(canvas.1):pix_fmt=yuv420p:time_base=1/30[m];"
      + "buffer@over=video_size=\(bitmap.width)x\(bitmap.height):pix_fmt=yuva420p:time_base=1/30[o];"
      + "[m][o]overlay=\(x):\(y):format=yuv420:eval=init,buffersink@out"
    var (inputs, outputs): (UnsafeMutablePointer<AVFilterInOut>?, _) = (
      nil, nil as UnsafeMutablePointer<AVFilterInOut>?
    )
    try #require(avfilter_graph_parse2(filters, text, &inputs, &outputs) >= 0)
    avfilter_inout_free(&inputs)
    avfilter_inout_free(&outputs)
    try #require(avfilter_graph_config(filters, nil) >= 0)
    source = try #require(avfilter_graph_get_filter(filters, "buffer@main"))
    sink = try #require(avfilter_graph_get_filter(filters, "buffersink@out"))
    let over = try #require(avfilter_graph_get_filter(filters, "buffer@over"))
    var layer: UnsafeMutablePointer<AVFrame>? = try OverlayChain.converted(bitmap)
    defer { av_frame_free(&layer) }
    try #require(av_buffersrc_add_frame(over, layer) >= 0)
    // The bitmap is held to the end, as for an input of one picture.
    try #require(av_buffersrc_add_frame(over, nil) >= 0)
    frame = try OverlayChain.frame(canvas.0, canvas.1, AV_PIX_FMT_YUV420P)
  }

  deinit {
    av_frame_free(&frame)
    avfilter_graph_free(&graph)
  }

  /// Sends the frame through; the chain owns it meanwhile, so that nothing is copied.
  func blend() throws {
    let frame = try #require(frame)
    frame.pointee.pts = index
    index += 1
    try #require(av_buffersrc_add_frame(source, frame) >= 0)
    try #require(av_buffersink_get_frame(sink, frame) >= 0)
  }

  private static func frame(_ width: Int, _ height: Int, _ format: AVPixelFormat) throws
    -> UnsafeMutablePointer<AVFrame>
  {
    let frame = try #require(av_frame_alloc())
    frame.pointee.width = Int32(width)
    frame.pointee.height = Int32(height)
    frame.pointee.format = format.rawValue
    try #require(av_frame_get_buffer(frame, 0) == 0)
    return frame
  }

  /// As straight alpha, which the filter expects.
  private static func converted(_ bitmap: Bitmap) throws -> UnsafeMutablePointer<AVFrame> {
    let result = try frame(bitmap.width, bitmap.height, AV_PIX_FMT_YUVA420P)
    let (width, height) = (Int32(bitmap.width), Int32(bitmap.height))
    let scaler = sws_getContext(
      width, height, AV_PIX_FMT_RGBA, width, height, AV_PIX_FMT_YUVA420P, 4, nil, nil, nil)
    defer { sws_freeContext(scaler) }
    bitmap.bytes.withUnsafeBufferPointer { bytes in
      withUnsafePointer(to: &result.pointee.data) { data in
        withUnsafePointer(to: &result.pointee.linesize) { strides in
          data.withMemoryRebound(to: UnsafeMutablePointer<UInt8>?.self, capacity: 4) { data in
            strides.withMemoryRebound(to: Int32.self, capacity: 4) { strides in
              _ = sws_scale(
                scaler, [bytes.baseAddress, nil, nil, nil], [width * 4, 0, 0, 0], 0, height, data,
                strides)
            }
          }
        }
      }
    }
    return result
  }
}
