import CFFmpeg
import CFFmpegShims

/// A configured chain of filters with one way in and one way out; owns the `AVFilterGraph`.
final class FilterGraph {
  private let graph: UnsafeMutablePointer<AVFilterGraph>
  private let source: UnsafeMutablePointer<AVFilterContext>
  private let sink: UnsafeMutablePointer<AVFilterContext>
  /// The whole graph as text.
  let text: String

  /// Parses and configures a graph whose ends are named `in` and `out`.
  ///
  /// - Throws: `MediaError.componentMissing` when FFmpeg lacks a filter of the text or refuses it.
  private init(text: String, source sourceKind: String, sink sinkKind: String) throws {
    Log.clear()
    self.text = text
    let graph = try allocated(avfilter_graph_alloc())
    var owned: UnsafeMutablePointer<AVFilterGraph>? = graph
    // A worker is one thread; more only contend with the others.
    graph.pointee.nb_threads = 1
    var inputs: UnsafeMutablePointer<AVFilterInOut>?
    var outputs: UnsafeMutablePointer<AVFilterInOut>?
    var status = avfilter_graph_parse2(graph, text, &inputs, &outputs)
    avfilter_inout_free(&inputs)
    avfilter_inout_free(&outputs)
    if status >= 0 { status = avfilter_graph_config(graph, nil) }
    guard status >= 0, let source = avfilter_graph_get_filter(graph, "\(sourceKind)@in"),
      let sink = avfilter_graph_get_filter(graph, "\(sinkKind)@out")
    else {
      avfilter_graph_free(&owned)
      let lines = Log.text.map { ": \($0)" } ?? ""
      throw MediaError(
        .componentMissing, "the filters '\(text)' cannot be set up; run 'shopreel doctor'",
        cause: statusText(status) + lines)
    }
    self.graph = graph
    self.source = source
    self.sink = sink
  }

  deinit {
    var graph: UnsafeMutablePointer<AVFilterGraph>? = graph
    avfilter_graph_free(&graph)
  }

  /// A picture graph set up for frames like `frame`.
  static func picture(_ chain: String, like frame: Frame, base: AVRational) throws -> FilterGraph {
    let aspect = frame.pixelAspect
    var input = "video_size=\(frame.width)x\(frame.height):pix_fmt=\(frame.formatName)"
    input += ":time_base=\(base.num)/\(base.den):pixel_aspect=\(aspect.num)/\(aspect.den)"
    if avfilter_version() >> 16 >= 10, !frame.isRGB {
      let space = frame.pointer.pointee.colorspace
      if space != AVCOL_SPC_UNSPECIFIED, let name = av_color_space_name(space) {
        input += ":colorspace=\(String(cString: name))"
      }
      if frame.pointer.pointee.color_range != AVCOL_RANGE_UNSPECIFIED {
        input += frame.pointer.pointee.color_range == AVCOL_RANGE_JPEG ? ":range=pc" : ":range=tv"
      }
    }
    return try FilterGraph(
      text: "buffer@in=\(input),\(chain),buffersink@out", source: "buffer", sink: "buffersink")
  }

  /// A sound graph set up for frames like `frame`.
  static func sound(_ chain: String, like frame: Frame) throws -> FilterGraph {
    let rate = frame.pointer.pointee.sample_rate
    guard let format = av_get_sample_fmt_name(AVSampleFormat(frame.pointer.pointee.format)) else {
      throw MediaError(.notMedia, "its samples are of an unknown kind")
    }
    var layout = [CChar](repeating: 0, count: 256)
    av_channel_layout_describe(&frame.pointer.pointee.ch_layout, &layout, layout.count)
    let name = String(
      decoding: layout.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let input =
      "time_base=1/\(rate):sample_rate=\(rate):sample_fmt=\(String(cString: format))"
      + ":channel_layout=\(name)"
    return try FilterGraph(
      text: "abuffer@in=\(input),\(chain),abuffersink@out", source: "abuffer", sink: "abuffersink")
  }

  /// The unit of the time stamps that come out.
  var outputBase: AVRational { av_buffersink_get_time_base(sink) }

  /// Hands in a frame, which the caller keeps; nil ends the stream.
  func send(_ frame: Frame?) throws {
    let flags = Int32(AV_BUFFERSRC_FLAG_KEEP_REF)
    try check(
      av_buffersrc_add_frame_flags(source, frame?.pointer, flags), .invalid,
      "a picture or sound does not fit the filters '\(text)'")
  }

  /// The next frame out, or nil when more is needed or all is out.
  func receive() throws -> Frame? {
    let frame = try Frame()
    let status = av_buffersink_get_frame(sink, frame.pointer)
    if status == Status.again || status == Status.end { return nil }
    try check(status, .invalid, "the filters '\(text)' failed")
    return frame
  }

  /// Hands in one frame and takes the one that it becomes.
  func apply(_ frame: Frame) throws -> Frame {
    try send(frame)
    guard let result = try receive() else {
      throw MediaError(.invalid, "the filters '\(text)' gave no picture")
    }
    return result
  }
}
