import CFFmpeg
import CFFmpegShims
import Timing

/// Looks at media files without converting them.
public enum Probe {
  /// What a file is: by its content, not by its ending; other files it refers to are not opened.
  ///
  /// The first picture is decoded to learn what the container does not say or says wrongly.
  ///
  /// - Throws: `MediaError` `.io` when it cannot be read, `.empty` without bytes, `.notMedia` when
  ///   it is nothing that is read here, `.truncated` when its index is lost, `.unsupportedCodec`
  ///   when this FFmpeg decodes neither its picture nor its sound.
  public static func facts(of path: String) throws -> MediaFacts {
    let demuxer = try Demuxer(path: path)
    let video = demuxer.video
    let audio = demuxer.audio
    guard video != nil || audio != nil else {
      throw MediaError(.notMedia, "holds neither picture nor sound", path: path)
    }
    let first = try video.flatMap { try firstPicture(demuxer, $0) }
    var facts = MediaFacts(
      format: demuxer.standIn?.format ?? demuxer.formatName, duration: nil,
      isStill: demuxer.isStillContainer,
      video: video.map { videoFacts(demuxer, $0, first) }, audio: audio.map(audioFacts))
    if let size = facts.video, size.width == 0 || size.height == 0 {
      throw MediaError(
        .unsupportedCodec,
        "its '\(size.codec)' picture cannot be decoded; convert it to MP4 or JPEG", path: path,
        subject: size.codec)
    }
    if let size = facts.video, !Limits.admits(width: size.width, height: size.height) {
      throw Limits.refusal((size.width, size.height), path)
    }
    if demuxer.formatName == "gif" || demuxer.formatName == "apng" {
      facts.isStill = packets(demuxer, video, atMost: 2) < 2
    }
    if facts.isStill {
      facts.video?.rate = nil
    } else {
      facts.duration = duration(demuxer, video, audio).map(Clock.time)
    }
    return facts
  }

  /// The first picture of a stream, and how it is turned; nil when none can be decoded.
  private static func firstPicture(
    _ demuxer: Demuxer, _ stream: Stream
  ) throws -> (frame: Frame, orientation: Orientation, damaged: Int)? {
    guard stream.canDecode else {
      throw MediaError(
        .unsupportedCodec,
        "is coded as '\(stream.codecName)', which this FFmpeg cannot decode; convert it to H.264",
        path: demuxer.path, subject: stream.codecName)
    }
    // A photo is read once; of a clip, packets are wanted again from the start.
    let source =
      demuxer.isStillContainer
      ? try? PictureSource(demuxer, threads: 1)
      : try? PictureSource(path: demuxer.path, threads: 1)
    guard let source, let first = try? source.next() else { return nil }
    return (first.frame, source.orientation(of: first.frame), source.damaged)
  }

  private static func audioFacts(_ stream: Stream) -> AudioFacts {
    AudioFacts(
      codec: stream.codecName, sampleRate: Int(stream.parameters.pointee.sample_rate),
      channels: Int(stream.parameters.pointee.ch_layout.nb_channels))
  }

  /// Length in media time, counted from the first picture where there is one.
  private static func duration(
    _ demuxer: Demuxer, _ video: Stream?, _ audio: Stream?
  ) -> Nanoseconds? {
    if let length = video?.duration { return length }
    let whole = AVRational(num: 1, den: Int32(AV_TIME_BASE))
    if let length = Clock.nanoseconds(demuxer.context.pointee.duration, whole), length > 0 {
      return length
    }
    if let length = audio?.duration, video == nil { return length }
    return (video ?? audio).flatMap { scannedDuration(demuxer, $0) }
  }

  /// Reads every packet to find the end of the last.
  private static func scannedDuration(_ demuxer: Demuxer, _ stream: Stream) -> Nanoseconds? {
    demuxer.keep([stream])
    _ = demuxer.rewind(stream)
    var end: Nanoseconds?
    while let packet = demuxer.next() {
      guard packet.pointee.stream_index == Int32(stream.index),
        let time = Clock.nanoseconds(packet.pointee.pts, stream.base)
      else { continue }
      let length = Clock.nanoseconds(packet.pointee.duration, stream.base) ?? 0
      end = max(end ?? time, time + length)
    }
    return end.map { $0 - demuxer.origin }.flatMap { $0 > 0 ? $0 : nil }
  }

  private static func packets(_ demuxer: Demuxer, _ stream: Stream?, atMost limit: Int) -> Int {
    guard let stream else { return 0 }
    _ = demuxer.rewind(stream)
    var count = 0
    while count < limit, let packet = demuxer.next() {
      if packet.pointee.stream_index == Int32(stream.index) { count += 1 }
    }
    return count
  }
}
