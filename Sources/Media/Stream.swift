import CFFmpeg
import CFFmpegShims
import Foundation

/// One stream of an open file; lives no longer than its `Demuxer`.
struct Stream {
  let handle: UnsafeMutablePointer<AVStream>
  let index: Int
  let base: AVRational

  init(_ handle: UnsafeMutablePointer<AVStream>) {
    self.handle = handle
    index = Int(handle.pointee.index)
    base = handle.pointee.time_base
  }

  var parameters: UnsafeMutablePointer<AVCodecParameters> { handle.pointee.codecpar }
  /// FFmpeg's name of the codec, or the four letters of the container where FFmpeg knows none.
  var codecName: String {
    let name = String(cString: avcodec_get_name(parameters.pointee.codec_id))
    let tag = parameters.pointee.codec_tag
    guard name == "none" || name == "unknown_codec", tag != 0 else { return name }
    let letters = (0..<4).map { UInt8(truncatingIfNeeded: tag >> (8 * $0)) }
    return String(decoding: letters.map { (33...126).contains($0) ? $0 : 63 }, as: UTF8.self)
  }
  var start: Nanoseconds? { Clock.nanoseconds(handle.pointee.start_time, base) }
  var duration: Nanoseconds? {
    Clock.nanoseconds(handle.pointee.duration, base).flatMap { $0 > 0 ? $0 : nil }
  }
  var canDecode: Bool { avcodec_find_decoder(parameters.pointee.codec_id) != nil }
  fileprivate var isDefault: Bool { has(AV_DISPOSITION_DEFAULT) }

  func has(_ disposition: Int32) -> Bool { handle.pointee.disposition & disposition != 0 }
}

extension Demuxer {
  /// The real picture stream: no cover art, decodable and not empty before default before largest.
  var video: Stream? {
    let candidates = streams.filter {
      $0.pointee.codecpar.pointee.codec_type == AVMEDIA_TYPE_VIDEO
    }.map(Stream.init).filter {
      !$0.has(AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS)
    }
    return candidates.max { rank($0).lexicographicallyPrecedes(rank($1)) }
  }

  private func rank(_ stream: Stream) -> [Int] {
    let parameters = stream.parameters.pointee
    let sized = parameters.width > 0 && parameters.height > 0
    let area = Int(parameters.width).multipliedReportingOverflow(by: Int(parameters.height))
    return [
      stream.canDecode ? 1 : 0, sized && parameters.format >= 0 ? 1 : 0, stream.isDefault ? 1 : 0,
      area.overflow ? 0 : area.partialValue, -stream.index,
    ]
  }

  /// The sound stream: decodable before default before most channels.
  var audio: Stream? {
    let candidates = streams.filter {
      $0.pointee.codecpar.pointee.codec_type == AVMEDIA_TYPE_AUDIO
    }.map(Stream.init)
    func rank(_ stream: Stream) -> [Int] {
      let known = stream.parameters.pointee.sample_rate > 0
      return [stream.canDecode ? 1 : 0, known ? 1 : 0, stream.isDefault ? 1 : 0, -stream.index]
    }
    return candidates.max { rank($0).lexicographicallyPrecedes(rank($1)) }
  }

  /// Zero of media time in the streams' own clock: where the picture starts, else the sound.
  var origin: Nanoseconds {
    let file = Clock.nanoseconds(
      context.pointee.start_time, AVRational(num: 1, den: Int32(AV_TIME_BASE)))
    return video?.start ?? (video == nil ? audio?.start : nil) ?? file ?? 0
  }

  /// Whether the container holds pictures that do not move.
  var isStillContainer: Bool {
    formatName.hasSuffix("_pipe") || formatName == "avif" || isJPEG || isImageBrand
  }

  /// Whether it is a JPEG; one with more pictures appended, as phones write them, looks like raw
  /// motion JPEG to the demuxer.
  var isJPEG: Bool { formatName == "jpeg_pipe" || formatName == "mjpeg" }

  /// How a PNG, WebP or TIFF says it is turned; nil where it does not, or is read by a stand-in
  /// that stands upright.
  var photoTurn: Orientation? {
    guard ["png_pipe", "webp_pipe", "tiff_pipe"].contains(formatName),
      let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe),
      data.count <= 256 << 20
    else { return nil }
    return PhotoTurn.find(in: [UInt8](data))
  }

  private var isImageBrand: Bool {
    guard let brand = pairs(context.pointee.metadata).first(where: { $0.key == "major_brand" })
    else { return false }
    return ["avif", "heic", "heix", "mif1"].contains(brand.value)
  }
}
