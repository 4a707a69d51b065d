import CFFmpeg
import CFFmpegShims
import Timing

/// Puts spans that are encoded already into one movie; nothing is encoded again.
public enum MovieJoiner {
  /// Writes an MP4 through `path.part` and a rename.
  ///
  /// The index comes first, there is no edit list, the first picture stands at zero, each picture
  /// lasts one tick of the rate, decoding times rise by one, and there is one set of parameters.
  /// Equal streams give equal bytes with one FFmpeg.
  ///
  /// - Parameters:
  ///   - pictures: Spans in order, each beginning with a key frame.
  ///   - sound: All of the sound, beginning with the first picture; nil for none.
  ///   - path: The movie.
  ///   - metadata: Tags by FFmpeg's names: `title`, `comment`, or any others, `AIGC`.
  /// - Throws: `MediaError.invalid` naming the span and the part of its parameters that differs
  ///   from the first, or when there is no span; `.cannotWrite`.
  public static func join(
    _ pictures: [EncodedStream], sound: EncodedStream? = nil, to path: String,
    metadata: [String: String] = [:]
  ) throws {
    guard let first = pictures.first else {
      throw MediaError(.invalid, "a movie is joined of one span or more", path: path)
    }
    try verify(pictures, sound, path)
    Log.clear()
    let file = try PartFile(path)
    let muxer = try Muxer(file.partPath)
    let video = try Track(muxer, of: first.parameters)
    let audio = try sound.map { try Track(muxer, of: $0.parameters) }
    try muxer.begin(metadata)
    var samples = try sound.map { try StreamQueue([$0]) }
    var spans = try StreamQueue(pictures)
    let base = first.parameters.timeBase.ffmpeg
    let sampleBase = (sound?.parameters.timeBase ?? 1).ffmpeg
    while let decode = spans.decode {
      while let heard = samples?.decode, av_compare_ts(heard, sampleBase, decode, base) < 0 {
        try samples?.next { try audio?.write($0) }
      }
      try spans.next(video.write)
    }
    while samples?.decode != nil { try samples?.next { try audio?.write($0) } }
    try muxer.end()
    try file.commit()
  }

  private static func verify(
    _ pictures: [EncodedStream], _ sound: EncodedStream?, _ path: String
  ) throws {
    for (index, span) in pictures.enumerated() {
      guard case .picture = span.parameters.form else {
        throw MediaError(.invalid, "span '\(index + 1)' is sound, not pictures", path: path)
      }
      if let why = span.parameters.difference(from: pictures[0].parameters) {
        throw MediaError(
          .invalid,
          "span '\(index + 1)' cannot follow the first: \(why); encode both with equal settings",
          path: path)
      }
    }
    guard let sound else { return }
    guard case .sound = sound.parameters.form else {
      throw MediaError(.invalid, "the sound is pictures, not sound", path: path)
    }
  }
}
