import CFFmpeg
import CFFmpegShims

/// Encodes one span of pictures into memory. Not Sendable.
///
/// A span decodes alone: it begins with a key frame, GOPs are closed, and spans encoded with equal
/// settings have equal parameter sets whatever their length, so that `MovieJoiner` can put them in
/// one movie. Equal pictures give equal bytes with one build of the encoder; the encoder's text
/// about itself is left out of them.
public final class VideoEncoder {
  private let encoding: VideoEncoding
  private let encoder: StreamEncoder
  private let promised: Int?
  private let plan: GOPPlan?
  private let parameters: EncodedStream.Parameters
  private var collector = PacketCollector()
  private var isFinished = false

  /// Pictures written so far.
  public private(set) var pictures = 0

  /// x264 takes the first key frame 2.9 quantizer steps coarser than those that follow, which would
  /// be seen at every span's beginning; half of it, in millionths of its 51 steps, is given back.
  /// More costs more bytes than it gains.
  private static let firstPicture: Int32 = -30_000

  /// - Parameters:
  ///   - encoding: The settings; `rotation` must be 0.
  ///   - pictures: How many pictures will be written, so that GOPs come out equally long; nil when
  ///     that is unknown: the encoder then sets key frames where it likes.
  ///   - fullness: Share of the decoder's buffer that is full when the span begins, 0 to 1; needs
  ///     `maxrate` and `bufsize` among the options. Nil takes the encoder's own, 0.9 with x264.
  /// - Throws: `MediaError.componentMissing` without the encoder; `.invalid` for settings that are
  ///   refused.
  public init(_ encoding: VideoEncoding, pictures: Int? = nil, fullness: Double? = nil) throws {
    guard encoding.rotation == 0, pictures.map({ $0 > 0 && $0 <= EncodedStream.longest }) ?? true
    else {
      throw MediaError(
        .invalid,
        "a span of '\(pictures ?? 0)' pictures turned by '\(encoding.rotation)' cannot be encoded;"
          + " it has at least one and is upright")
    }
    Log.clear()
    self.encoding = encoding
    promised = pictures
    plan = pictures.map { GOPPlan(pictures: $0, longest: max(1, encoding.gop)) }
    encoder = try StreamEncoder.video(
      encoding, options: encoding.spanOptions(plan: plan, fullness: fullness))
    var parameters = EncodedStream.Parameters(of: encoder.context)
    // libx265 does not say by how much it reorders; its parameter sets do.
    if parameters.codec == "hevc" { parameters.delay = try parameters.readDelay() }
    self.parameters = parameters
  }

  /// Adds the next picture.
  ///
  /// - Throws: `MediaError.invalid` for a picture of another size, one more than was said, or after
  ///   `finish`; `.cannotWrite` when encoding fails.
  public func write(_ picture: Picture) throws {
    guard !isFinished, pictures < promised ?? .max else {
      throw MediaError(.invalid, "this span takes no more pictures than '\(pictures)'")
    }
    let frame = try encoding.frame(picture, at: pictures)
    if plan?.isKey(pictures) == true { frame.pointer.pointee.pict_type = AV_PICTURE_TYPE_I }
    if pictures == 0, encoding.encoder == "libx264" {
      guard shopreel_frame_set_quality(frame.pointer, VideoEncoder.firstPicture) else {
        throw MediaError(.io, "memory is out; close other programs")
      }
    }
    try encoder.send(frame, to: take)
    pictures += 1
  }

  /// Encodes what is left and hands out the span.
  ///
  /// - Throws: `MediaError.invalid` when called twice, without a picture or with fewer than was
  ///   said; `.cannotWrite` when encoding fails.
  public func finish() throws -> EncodedStream {
    guard !isFinished, pictures > 0, pictures == promised ?? pictures else {
      throw MediaError(
        .invalid,
        "this span cannot be finished: it has '\(pictures)' pictures of"
          + " '\(promised ?? max(1, pictures))'\(isFinished ? " and is finished already" : "")")
    }
    isFinished = true
    try encoder.send(nil, to: take)
    return try collector.stream(parameters)
  }

  /// Decoding runs at the pictures' pace from `delay` pictures before the first; encoders disagree
  /// on that for spans shorter than their delay.
  private func take(_ packet: UnsafeMutablePointer<AVPacket>) throws {
    let decode = Int64(collector.packets.count) - Int64(parameters.delay)
    let isFirst = collector.packets.isEmpty && encoding.encoder == "libx264"
    packet.pointee.duration = 1
    try collector.add(packet, decode: decode) { isFirst ? AVCUnits.versionLength($0) : 0 }
  }
}

extension VideoEncoding {
  /// What a span needs beyond its settings.
  fileprivate func spanOptions(plan: GOPPlan?, fullness: Double?) throws -> [String: String] {
    var own: [String: String] = [:]
    func add(_ option: String, _ parameters: String) {
      own[option] = (options[option].map { $0 + ":" } ?? "") + parameters
    }
    switch encoder {
    case "libx264":
      // Parameter sets must not depend on the rate factor.
      add("x264-params", "stitchable=1")
      // Spans are cut at the pictures' cuts, so the plan alone says where key frames stand.
      if plan != nil { own["sc_threshold"] = options["sc_threshold"] ?? "0" }
    case "libx265":
      add("x265-params", "info=0" + (plan == nil ? "" : ":scenecut=0"))
      if plan != nil { own["forced-idr"] = "1" }
    default:
      if let plan { own["g"] = "\(plan.longest)" }
    }
    guard let fullness else { return own }
    guard (0...1).contains(fullness), let buffer = try BufferModel(self) else {
      throw MediaError(
        .invalid,
        "a buffer that is full to '\(fullness)' needs a share of 0 to 1, 'maxrate' and 'bufsize'")
    }
    own["rc_init_occupancy"] = "\(max(1, Int(fullness * Double(buffer.size))))"
    return own
  }
}
