import CFFmpeg
import CFFmpegShims
public import Foundation
public import Pixels

/// Writes photos.
public enum StillWriter {
  /// Writes a bitmap as JPEG or PNG, by the ending of `path`, through `path.part` and a rename.
  ///
  /// A JPEG has no alpha: what is transparent comes out white.
  ///
  /// - Parameters:
  ///   - bitmap: The picture, premultiplied.
  ///   - path: A name that ends in `.jpg`, `.jpeg` or `.png`.
  ///   - quality: Of a JPEG, 1 to 100.
  /// - Throws: `MediaError.invalid` for another ending or an empty picture, `.cannotWrite`.
  public static func write(_ bitmap: Bitmap, to path: String, quality: Int = 92) throws {
    Log.clear()
    let file = try PartFile(path)
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    switch ending {
    case "png":
      let frame = try Frame.from(bitmap, unpremultiplying: true)
      try file.write(encode(frame, with: "png", ["pred": "mixed"]))
    case "jpg", "jpeg": try file.write(jpeg(bitmap, quality: quality))
    default:
      throw MediaError(
        .invalid, "the ending '\(ending)' is no picture that is written; use '.jpg' or '.png'",
        path: path)
    }
  }

  /// A bitmap as JPEG; what is transparent comes out white.
  ///
  /// - Parameter quality: 1 to 100.
  /// - Throws: `MediaError.invalid` for an empty picture.
  public static func jpeg(_ bitmap: Bitmap, quality: Int = 92) throws -> Data {
    let frame = try Frame.from(bitmap, unpremultiplying: true)
    shopreel_flatten(
      frame.pointer.pointee.data.0, Int(frame.pointer.pointee.linesize.0), Int32(bitmap.width),
      Int32(bitmap.height), 255, 255, 255)
    let scale = 1 + (100 - min(max(quality, 1), 100)) / 5
    let options = ["qmin": "1", "global_quality": "\(scale * 118)", "huffman": "optimal"]
    return try encode(jpegFrame(frame), with: "mjpeg", options, flags: "+qscale")
  }

  /// The frame as JFIF wants it: BT.601, full range, 4:2:0.
  private static func jpegFrame(_ frame: Frame) throws -> Frame {
    let graph = try FilterGraph.picture(
      "scale=flags=bicubic+accurate_rnd:out_color_matrix=bt601:out_range=pc,format=yuv420p",
      like: frame, base: AVRational(num: 1, den: 25))
    let result = try graph.apply(frame)
    result.tagStandard()
    result.pointer.pointee.color_range = AVCOL_RANGE_JPEG
    result.pointer.pointee.colorspace = AVCOL_SPC_BT470BG
    return result
  }

  private static func encode(
    _ frame: Frame, with encoder: String, _ options: [String: String], flags: String = ""
  ) throws -> Data {
    guard let codec = avcodec_find_encoder_by_name(encoder) else {
      throw MediaError(.componentMissing, "this FFmpeg has no '\(encoder)' encoder")
    }
    var context: UnsafeMutablePointer<AVCodecContext>? = try allocated(
      avcodec_alloc_context3(codec))
    var packet = av_packet_alloc()
    defer {
      avcodec_free_context(&context)
      av_packet_free(&packet)
    }
    context?.pointee.width = frame.pointer.pointee.width
    context?.pointee.height = frame.pointer.pointee.height
    context?.pointee.pix_fmt = frame.format
    context?.pointee.color_range = frame.pointer.pointee.color_range
    context?.pointee.colorspace = frame.pointer.pointee.colorspace
    context?.pointee.time_base = AVRational(num: 1, den: 25)
    var all = options
    all["flags"] = "+bitexact" + flags
    all["threads"] = "1"
    frame.pointer.pointee.quality = Int32(options["global_quality"] ?? "") ?? 0
    let opened = withOptions(all) { avcodec_open2(context, codec, &$0) }.result
    try check(opened, .invalid, "the '\(encoder)' encoder refuses this picture")
    try check(avcodec_send_frame(context, frame.pointer), .invalid, "a picture cannot be coded")
    try check(avcodec_send_frame(context, nil), .invalid, "a picture cannot be coded")
    try check(avcodec_receive_packet(context, packet), .invalid, "a picture cannot be coded")
    guard let packet, let bytes = packet.pointee.data else { return Data() }
    return Data(bytes: bytes, count: Int(packet.pointee.size))
  }
}
