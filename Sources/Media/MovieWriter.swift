import CFFmpeg
import CFFmpegShims
import Timing

/// Writes an MP4 through `path.part` and a rename; a writer that is dropped before `finish` leaves
/// nothing behind. Not Sendable.
///
/// The index comes first, there is no edit list, the picture starts at zero at a constant rate and
/// is tagged BT.709; equal input gives equal bytes with one FFmpeg. Without an edit list the sound
/// encoder's lead-in of about 21 ms would delay the sound, so it takes the place of the first
/// 21 ms, which are lost: sound and picture stay in step to the sample.
public final class MovieWriter {
  private let file: PartFile
  private let muxer: Muxer
  private let video: StreamEncoder?
  private let sound: SoundFeed?
  private let videoEncoding: VideoEncoding?
  private var isFinished = false

  /// Pictures written so far.
  public private(set) var pictures = 0

  /// - Parameters:
  ///   - path: The movie.
  ///   - video: How pictures are encoded; nil for sound alone.
  ///   - sound: How sound is encoded; nil for pictures alone.
  ///   - metadata: Tags by FFmpeg's names: `title`, `comment`, …
  /// - Throws: `MediaError.cannotWrite`; `.componentMissing` without an encoder; `.invalid` for
  ///   settings that an encoder refuses, or with neither picture nor sound.
  public init(
    path: String, video: VideoEncoding?, sound: SoundEncoding?, metadata: [String: String] = [:]
  ) throws {
    guard video != nil || sound != nil else {
      throw MediaError(.invalid, "a movie has a picture or a sound", path: path)
    }
    Log.clear()
    let file = try PartFile(path)
    let muxer = try Muxer(file.partPath)
    self.file = file
    self.muxer = muxer
    self.video = try video.map { encoding in
      let stream = try StreamEncoder.video(encoding, muxer.context)
      if encoding.rotation != 0 { try stream.turn(by: encoding.rotation) }
      return stream
    }
    self.sound = try sound.map { try SoundFeed($0, muxer.context) }
    videoEncoding = video
    try muxer.begin(metadata)
  }

  /// Adds the next picture; its place follows from how many came before.
  ///
  /// - Throws: `MediaError.invalid` for a picture of another size, or after `finish`;
  ///   `.cannotWrite`.
  public func write(_ picture: Picture) throws {
    guard let video, let encoding = videoEncoding, !isFinished else {
      throw MediaError(.invalid, "this movie takes no picture", path: file.path)
    }
    guard picture.width == encoding.width, picture.height == encoding.height else {
      throw MediaError(
        .invalid,
        "a picture of '\(picture.width)x\(picture.height)' does not fit the movie's"
          + " \(encoding.width)x\(encoding.height)", path: file.path)
    }
    let frame = try Frame(sharing: picture.frame)
    frame.pointer.pointee.pts = Int64(pictures)
    frame.pointer.pointee.pict_type = AV_PICTURE_TYPE_NONE
    try video.send(frame)
    pictures += 1
  }

  /// Adds sound after what came before, any number of samples.
  ///
  /// - Throws: `MediaError.invalid` for another rate or channel count, or after `finish`;
  ///   `.cannotWrite`.
  public func write(_ sound: SoundBuffer) throws {
    guard let feed = self.sound, !isFinished else {
      throw MediaError(.invalid, "this movie takes no sound", path: file.path)
    }
    try feed.write(sound)
  }

  /// Encodes what is left, puts the index first and gives the file its name.
  ///
  /// - Throws: `MediaError.cannotWrite`; `.invalid` when called twice.
  public func finish() throws {
    guard !isFinished else {
      throw MediaError(.invalid, "this movie is finished already", path: file.path)
    }
    isFinished = true
    try video?.send(nil)
    try sound?.finish()
    try muxer.end()
    try file.commit()
  }
}

extension StreamEncoder {
  fileprivate static func video(
    _ encoding: VideoEncoding, _ muxer: UnsafeMutablePointer<AVFormatContext>
  ) throws -> StreamEncoder {
    guard Limits.admits(width: encoding.width, height: encoding.height), encoding.width % 2 == 0,
      encoding.height % 2 == 0, (1...64).contains(encoding.threads),
      (1...100_000).contains(encoding.gop), [0, 90, 180, 270].contains(encoding.rotation)
    else {
      throw MediaError(
        .invalid,
        "a movie of '\(encoding.width)x\(encoding.height)', GOP '\(encoding.gop)', threads"
          + " '\(encoding.threads)', rotation '\(encoding.rotation)' cannot be encoded; sides are"
          + " even, threads 1 to 64, rotations 0, 90, 180 and 270")
    }
    var options = encoding.options
    options["g"] = options["g"] ?? "\(encoding.gop)"
    options["threads"] = "\(encoding.threads)"
    options["flags"] = (options["flags"] ?? "") + "+cgop+bitexact+global_header"
    if encoding.encoder == "libx264" {
      // Its lookahead thread races with its rate control: without this, bytes differ run by run.
      let own = options["x264-params"].map { $0 + ":" } ?? ""
      options["x264-params"] = own + "sync-lookahead=0"
    }
    return try StreamEncoder(encoding.encoder, options: options, muxer: muxer) { context in
      context.pointee.width = Int32(encoding.width)
      context.pointee.height = Int32(encoding.height)
      context.pointee.pix_fmt = AV_PIX_FMT_YUV420P
      let rate = encoding.rate.framesPerSecond.ffmpeg
      context.pointee.framerate = rate
      context.pointee.time_base = AVRational(num: rate.den, den: rate.num)
      context.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
      context.pointee.color_range = AVCOL_RANGE_MPEG
      context.pointee.color_primaries = AVCOL_PRI_BT709
      context.pointee.color_trc = AVCOL_TRC_BT709
      context.pointee.colorspace = AVCOL_SPC_BT709
      context.pointee.chroma_sample_location = AVCHROMA_LOC_LEFT
    }
  }
}
