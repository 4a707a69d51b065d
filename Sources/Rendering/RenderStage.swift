import Foundation
import Hashing
import Media
public import Model
import Pixels
import Timing

/// Timeline → draft: one decode of each range, one encode, cover and sidecar beside the video.
public struct RenderStage: Stage {
  let isStopped: @Sendable () -> Bool

  /// - Parameter isStopped: Asked before each picture; once it says yes the draft is abandoned.
  public init(isStopped: @escaping @Sendable () -> Bool = { false }) {
    self.isStopped = isStopped
  }

  /// A change of the renderer that changes its pictures changes this number.
  public static let version = 2

  /// - Returns: The sidecar, without checks.
  /// - Throws: `RenderError` naming the shot; `MediaError` for sound and encoder.
  public func run(_ request: RenderRequest) throws -> Draft {
    guard !request.timeline.shots.isEmpty else {
      throw RenderError(
        code: .emptyTimeline, message: "timeline '\(request.timeline.id)' holds no picture")
    }
    try FileManager.default.createDirectory(
      at: request.folder, withIntermediateDirectories: true)
    // Hidden and named as a half file, so that the next run clears away what a killed one leaves.
    let scratch = request.folder.appendingPathComponent(".\(request.timeline.id).part")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }

    var clock = Stopwatch()
    let layers = try painter(request).paint(request.timeline.layers)
    clock.lap("layers")
    let sound = try mixer(request, scratch).mix(
      request.timeline.sound, lasting: request.timeline.duration)
    clock.lap("sound")
    let hero = try MovieMaker(
      request: request, layers: layers, scratch: scratch, isStopped: isStopped
    ).make(sound)
    clock.lap("picture")
    try CoverMaker(request: request).make(from: hero)
    clock.lap("cover")
    return try draft(request, layers: layers, timings: clock.laps)
  }

  private func painter(_ request: RenderRequest) -> LayerPainter {
    LayerPainter(
      sheet: StyleSheet(
        style: request.style, brand: request.brand, locale: request.locale,
        canvas: request.timeline.canvas),
      platform: request.platform, resolve: request.resolve)
  }

  private func mixer(_ request: RenderRequest, _ scratch: URL) -> SoundMixer {
    SoundMixer(
      levels: request.quality.music,
      mastering: Mastering(
        target: request.platform.sound, encoding: request.soundEncoding, scratch: scratch),
      resolve: request.resolve)
  }

  private func draft(
    _ request: RenderRequest, layers: [PlacedLayer], timings: [String: Double]
  ) throws -> Draft {
    let timeline = request.timeline
    let size = try request.movie.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    return Draft(
      id: timeline.id, sku: timeline.sku, platform: timeline.platform, script: timeline.script,
      hook: request.hook, file: request.movie.lastPathComponent,
      sha256: try ContentHash(ofFile: request.movie.path).hexadecimal, bytes: size,
      width: timeline.canvas.width, height: timeline.canvas.height, rate: timeline.rate,
      duration: timeline.duration, post: request.post, cover: request.cover.lastPathComponent,
      link: request.link, aiLabels: [],
      music: [timeline.sound.music].compactMap { $0 }.map {
        MusicCredit(title: $0.title, licence: $0.licence)
      },
      titles: layers.map(\.title),
      shots: timeline.shots.map {
        DraftShot(
          shot: $0.shot, take: $0.take, file: $0.file, sourceIn: $0.source.start,
          sourceOut: $0.source.end, start: $0.range.start, end: $0.range.end)
      }, checks: [], timings: timings, pictureFingerprint: request.pictureFingerprint)
  }
}

/// Seconds between laps.
private struct Stopwatch {
  private(set) var laps: [String: Double] = [:]
  private var last = ContinuousClock.now

  mutating func lap(_ name: String) {
    let now = ContinuousClock.now
    let seconds =
      Double((now - last).components.attoseconds) / 1e18
      + Double((now - last).components.seconds)
    laps[name] = (seconds * 1000).rounded() / 1000
    last = now
  }
}
