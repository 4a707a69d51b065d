import CFFmpeg
import Foundation
import Testing

/// Clips of plain patches whose numbers are known, tagged and turned as asked for.
struct MadeColor {
  enum Matrix: String, CaseIterable {
    case bt601, bt709, bt2020

    var weights: (red: Double, blue: Double) {
      switch self {
      case .bt601: (0.299, 0.114)
      case .bt709: (0.2126, 0.0722)
      case .bt2020: (0.2627, 0.0593)
      }
    }

    var tag: AVColorSpace {
      switch self {
      case .bt601: AVCOL_SPC_SMPTE170M
      case .bt709: AVCOL_SPC_BT709
      case .bt2020: AVCOL_SPC_BT2020_NCL
      }
    }
  }

  var width = 256
  var height = 128
  var matrix = Matrix.bt709
  var isFull = false
  var isTagged = true
  var transfer = AVCOL_TRC_BT709
  var primaries = AVCOL_PRI_BT709
  /// Bits a sample, 8 or 10.
  var depth = 8
  var aspect = AVRational(num: 1, den: 1)

  /// Red, green and blue of each patch, 0…1, from left to right; each as wide as all others.
  func write(_ patches: [[Double]], to path: String) throws {
    let codec = try #require(avcodec_find_encoder_by_name("libx264"))
    let context = try #require(avcodec_alloc_context3(codec))
    defer {
      var context: UnsafeMutablePointer<AVCodecContext>? = context
      avcodec_free_context(&context)
    }
    context.pointee.width = Int32(width)
    context.pointee.height = Int32(height)
    context.pointee.pix_fmt = depth == 8 ? AV_PIX_FMT_YUV420P : AV_PIX_FMT_YUV420P10LE
    context.pointee.time_base = AVRational(num: 1, den: 30)
    context.pointee.framerate = AVRational(num: 30, den: 1)
    context.pointee.sample_aspect_ratio = aspect
    if isTagged {
      context.pointee.colorspace = matrix.tag
      context.pointee.color_trc = transfer
      context.pointee.color_primaries = primaries
      context.pointee.color_range = isFull ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG
    }
    context.pointee.flags |= 1 << 22  // global header
    av_opt_set(context.pointee.priv_data, "qp", "0", 0)
    av_opt_set(context.pointee.priv_data, "preset", "ultrafast", 0)
    try #require(avcodec_open2(context, codec, nil) >= 0)
    try mux(context, try frame(patches), to: path)
  }

  private func mux(
    _ context: UnsafeMutablePointer<AVCodecContext>, _ frame: UnsafeMutablePointer<AVFrame>,
    to path: String
  ) throws {
    var format: UnsafeMutablePointer<AVFormatContext>?
    avformat_alloc_output_context2(&format, nil, "mp4", path)
    let output = try #require(format)
    let stream = try #require(avformat_new_stream(output, nil))
    avcodec_parameters_from_context(stream.pointee.codecpar, context)
    stream.pointee.time_base = context.pointee.time_base
    stream.pointee.sample_aspect_ratio = aspect
    try #require(avio_open(&output.pointee.pb, path, AVIO_FLAG_WRITE) >= 0)
    try #require(avformat_write_header(output, nil) >= 0)
    var packet = av_packet_alloc()
    for index in 0...4 {
      frame.pointee.pts = Int64(index)
      avcodec_send_frame(context, index < 4 ? frame : nil)
      while let packet, avcodec_receive_packet(context, packet) >= 0 {
        packet.pointee.duration = 1
        av_packet_rescale_ts(packet, context.pointee.time_base, stream.pointee.time_base)
        av_interleaved_write_frame(output, packet)
      }
    }
    av_write_trailer(output)
    av_packet_free(&packet)
    avio_closep(&output.pointee.pb)
    avformat_free_context(output)
    var spent: UnsafeMutablePointer<AVFrame>? = frame
    av_frame_free(&spent)
  }

  private func frame(_ patches: [[Double]]) throws -> UnsafeMutablePointer<AVFrame> {
    let frame = try #require(av_frame_alloc())
    frame.pointee.width = Int32(width)
    frame.pointee.height = Int32(height)
    frame.pointee.format = (depth == 8 ? AV_PIX_FMT_YUV420P : AV_PIX_FMT_YUV420P10LE).rawValue
    try #require(av_frame_get_buffer(frame, 0) >= 0)
    let levels = patches.map(levels)
    let planes = [
      (frame.pointee.data.0, Int(frame.pointee.linesize.0), width, height),
      (frame.pointee.data.1, Int(frame.pointee.linesize.1), width / 2, height / 2),
      (frame.pointee.data.2, Int(frame.pointee.linesize.2), width / 2, height / 2),
    ]
    for (part, (data, stride, columns, rows)) in planes.enumerated() {
      let base = try #require(data)
      for y in 0..<rows {
        for x in 0..<columns {
          let value = levels[x * patches.count / columns][part]
          if depth == 8 {
            base[y * stride + x] = UInt8(value)
          } else {
            base[y * stride + 2 * x] = UInt8(value & 255)
            base[y * stride + 2 * x + 1] = UInt8(value >> 8)
          }
        }
      }
    }
    return frame
  }

  /// Luma and both differences of a colour as they are stored.
  private func levels(_ rgb: [Double]) -> [Int] {
    let (red, blue) = matrix.weights
    let y = red * rgb[0] + (1 - red - blue) * rgb[1] + blue * rgb[2]
    let u = (rgb[2] - y) / (2 * (1 - blue))
    let v = (rgb[0] - y) / (2 * (1 - red))
    let unit = Double(1 << (depth - 8))
    let most = 256 * unit - 1
    let values =
      isFull
      ? [y * most, 128 * unit + u * most, 128 * unit + v * most]
      : [(16 + 219 * y) * unit, (128 + 224 * u) * unit, (128 + 224 * v) * unit]
    return values.map { Int(min(most, max(0, $0.rounded()))) }
  }

  /// The same in BT.709, limited, eight bits: what is to come out.
  static func standard(_ rgb: [Double]) -> [Double] {
    let y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
    return [16 + 219 * y, 128 + 224 * (rgb[2] - y) / 1.8556, 128 + 224 * (rgb[0] - y) / 1.5748]
  }

  /// Seven bars of three quarters, black and white, and a ramp of nine greys.
  static let bars: [[Double]] =
    [
      [1, 1, 1], [0.75, 0.75, 0], [0, 0.75, 0.75], [0, 0.75, 0], [0.75, 0, 0.75], [0.75, 0, 0],
      [0, 0, 0.75], [0, 0, 0],
    ] + stride(from: 0.1, to: 0.95, by: 0.1).map { [$0, $0, $0] }
}
