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
  private let video: (encoder: StreamEncoder, track: Track)?
  private let sound: (feed: SoundFeed, track: Track)?
  private let videoEncoding: VideoEncoding?
  private var isFinished = false

  /// The next picture's place; where none was skipped, how many were written.
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
      let encoder = try StreamEncoder.video(encoding)
      let track = try Track(muxer, of: encoder)
      if encoding.rotation != 0 { try track.turn(by: encoding.rotation) }
      return (encoder, track)
    }
    self.sound = try sound.map { encoding in
      let feed = try SoundFeed(encoding)
      return (feed, try Track(muxer, of: feed.encoder))
    }
    videoEncoding = video
    try muxer.begin(metadata)
  }

  /// Adds the next picture.
  ///
  /// - Parameter place: Its place on the rate's grid, behind the last one's; nil for the next. A
  ///   movie whose pictures skip places has a variable rate.
  /// - Throws: `MediaError.invalid` for a picture of another size, or after `finish`;
  ///   `.cannotWrite`.
  public func write(_ picture: Picture, at place: Int? = nil) throws {
    guard let video, let encoding = videoEncoding, !isFinished else {
      throw MediaError(.invalid, "this movie takes no picture", path: file.path)
    }
    let frame = try encoding.frame(picture, at: max(pictures, place ?? 0), path: file.path)
    try video.encoder.send(frame, to: video.track.write)
    pictures = max(pictures, place ?? 0) + 1
  }

  /// Adds sound after what came before, any number of samples.
  ///
  /// - Throws: `MediaError.invalid` for another rate or channel count, or after `finish`;
  ///   `.cannotWrite`.
  public func write(_ buffer: SoundBuffer) throws {
    guard let sound = self.sound, !isFinished else {
      throw MediaError(.invalid, "this movie takes no sound", path: file.path)
    }
    try sound.feed.write(buffer, to: sound.track.write)
  }

  /// Encodes what is left, puts the index first and gives the file its name.
  ///
  /// - Throws: `MediaError.cannotWrite`; `.invalid` when called twice.
  public func finish() throws {
    guard !isFinished else {
      throw MediaError(.invalid, "this movie is finished already", path: file.path)
    }
    isFinished = true
    if let video { try video.encoder.send(nil, to: video.track.write) }
    if let sound { try sound.feed.finish(to: sound.track.write) }
    try muxer.end()
    try file.commit()
  }
}

extension VideoEncoding {
  /// A picture as the encoder takes it: memory shared, at its place, its type left to the encoder.
  ///
  /// - Throws: `MediaError.invalid` for a picture of another size.
  func frame(_ picture: Picture, at index: Int, path: String? = nil) throws -> Frame {
    guard picture.width == width, picture.height == height else {
      throw MediaError(
        .invalid,
        "a picture of '\(picture.width)x\(picture.height)' does not fit the movie's"
          + " \(width)x\(height)", path: path)
    }
    let frame = try Frame(sharing: picture.frame)
    frame.pointer.pointee.pts = Int64(index)
    frame.pointer.pointee.pict_type = AV_PICTURE_TYPE_NONE
    return frame
  }
}
