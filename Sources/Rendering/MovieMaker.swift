import Foundation
import Media
import Model
import Timing

/// Writes the video: shot after shot, layers blended only on the pictures they stand on.
struct MovieMaker {
  let request: RenderRequest
  let layers: [PlacedLayer]
  let scratch: URL
  let isStopped: @Sendable () -> Bool

  private var timeline: Timeline { request.timeline }

  /// - Returns: The clean picture for the cover, without layers.
  /// - Throws: `RenderError` naming the shot and its place, `MediaError` for the encoder.
  func make(_ sound: SoundBuffer) throws -> Picture? {
    let clocks = try layers.map {
      try LayerClock($0, motion: request.style.motion, rate: timeline.rate)
    }
    let writer = try MovieWriter(
      path: request.movie.path, video: encoding, sound: request.soundEncoding,
      metadata: ["comment": "shopreel \(timeline.id)"])
    let reader = ShotReader(
      canvas: timeline.canvas, rate: timeline.rate, scratch: scratch, resolve: request.resolve)
    let coverFrame = timeline.cover.at.frames(at: timeline.rate)
    var cover: Picture?
    var frame = 0
    for shot in timeline.shots {
      let pictures = try named(shot) { try reader.open(shot) }
      let end = shot.range.end.frames(at: timeline.rate)
      var last: Picture?
      while frame < end {
        if isStopped() { throw RenderError(code: .cancelled, message: "interrupted") }
        guard let picture = try named(shot, { try pictures.next() }) ?? last else {
          throw RenderError(
            code: .source, message: "'\(shot.file)' gives no picture at \(shot.source.start)",
            path: shot.file)
        }
        last = picture
        if frame == coverFrame { cover = picture }
        try writer.write(composed(picture, clocks, frame))
        frame += 1
      }
    }
    try writer.write(sound)
    try writer.finish()
    return cover
  }

  private func composed(_ picture: Picture, _ clocks: [LayerClock], _ frame: Int) throws
    -> Picture
  {
    let active = clocks.filter { $0.isActive(at: frame) }
    guard !active.isEmpty else { return picture }
    let copy = try picture.writableCopy()
    for clock in active { clock.draw(on: copy, at: frame) }
    return copy
  }

  private func named<T>(_ shot: TimelineShot, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as RenderError {
      throw error
    } catch {
      throw RenderError(
        code: .source, message: "'\(shot.file)' at \(shot.source.start): \(error)",
        path: shot.file)
    }
  }

  private var encoding: VideoEncoding {
    let rate = request.platform.delivery.maxVideoRate
    var options = request.quality.options
    options["maxrate"] = "\(rate * 9 / 10)k"
    options["bufsize"] = "\(rate)k"
    let gop = Time(decimal: request.quality.gop).frames(at: timeline.rate)
    return VideoEncoding(
      encoder: request.quality.encoder, width: timeline.canvas.width,
      height: timeline.canvas.height, rate: timeline.rate, options: options, gop: max(1, gop),
      threads: 1)
  }
}

extension RenderRequest {
  var soundEncoding: SoundEncoding {
    SoundEncoding(
      encoder: quality.soundEncoder, rate: SoundMixer.rate, channels: SoundMixer.channels,
      kbps: platform.delivery.audioRate)
  }
}
