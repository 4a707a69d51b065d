import Foundation
import Hashing
import Media
import Model
import Pixels
import Presets
import Rendering
import Support
import Synchronization
import Timing

/// A folder with a made clip and photo, and timelines over them.
struct RenderBench {
  static let rate = FrameRate(30)
  let folder: TemporaryFolder
  let platform: Platform
  let style: Style
  let quality: Quality
  let store = MemoryStore()

  /// One second of red, one of green, then one of blue.
  init(width: Int = 180, height: Int = 320) throws {
    folder = try TemporaryFolder()
    platform = RenderBench.platform(width, height)
    let presets = PresetLibrary(folders: .standard(given: nil, workspace: nil))
    style = try presets.style("clean")
    quality = try presets.quality("draft")
    let writer = try MovieWriter(
      path: folder.file("clip.mp4").path,
      video: VideoEncoding(
        encoder: "libx264", width: width, height: height, rate: Self.rate,
        options: ["preset": "ultrafast", "crf": "12"], gop: 30, threads: 1),
      sound: nil)
    for color in [(200, 20, 20), (20, 200, 20), (20, 20, 200)] {
      for _ in 0..<30 { try writer.write(Self.picture(width, height, color)) }
    }
    try writer.finish()
    try StillWriter.write(Self.bitmap(width, width, (240, 240, 60)), to: folder.file("p.png").path)
    try SoundWriter.writeWAV(Self.tone(seconds: 4), to: folder.file("m.wav").path)
  }

  static func platform(_ width: Int, _ height: Int) -> Platform {
    Platform(
      id: "made", name: "Made", nameZh: "", region: .cn, locale: .zh, orientation: .discovery,
      note: "", canvas: Canvas(width: width, height: height), rate: rate,
      safeZone: .init(top: 40, bottom: 60, left: 10, right: 24),
      delivery: .init(maxVideoRate: 4000, audioRate: 128, maxFileSize: 50),
      duration: .init(min: 1, max: 60, sellFrom: 1, sellTo: 60),
      text: .init(
        titleMin: 0, titleMax: 30, titleUnit: .characters, captionMax: 100, hashtagsMax: 5,
        coverMax: 12),
      cover: Canvas(width: width, height: height),
      sound: .init(loudness: -14, tolerance: 1, truePeak: -1.5), prohibited: [],
      allowsPrice: true, adLabel: false, cta: [:])
  }

  static func bitmap(_ width: Int, _ height: Int, _ color: (Int, Int, Int)) -> Bitmap {
    let pixel = [UInt8(color.0), UInt8(color.1), UInt8(color.2), 255]
    return Bitmap(
      width: width, height: height,
      bytes: Array(repeatElement(pixel, count: width * height).joined()))
  }

  static func picture(_ width: Int, _ height: Int, _ color: (Int, Int, Int)) throws -> Picture {
    try Picture.from(bitmap(width, height, color))
  }

  static func tone(seconds: Int) -> SoundBuffer {
    let samples = (0..<seconds * 48_000).flatMap { index in
      let value = Float(sin(Double(index) * 440 * 2 * .pi / 48_000) * 0.3)
      return [value, value]
    }
    return SoundBuffer(rate: 48_000, channels: 2, samples: samples)
  }

  func time(_ frames: Int) -> Time { Time(frames: frames, at: Self.rate) }

  func range(_ from: Int, _ to: Int) -> TimeRange { TimeRange(from: time(from), to: time(to)) }

  func take(_ source: TimeRange, _ range: TimeRange) -> TimelineShot {
    TimelineShot(
      shot: "s", take: "t", kind: .take, file: "clip.mp4", source: source, range: range, beat: 0,
      framing: FramingPlan(fit: .fill), reason: "")
  }

  /// Blue, then red, then a photo; a title over the first second.
  func timeline(layers: [Layer]? = nil) -> Timeline {
    Timeline(
      id: "draft", script: "s", sku: "A", platform: "made", canvas: platform.canvas,
      rate: Self.rate,
      shots: [
        take(range(65, 85), range(0, 20)), take(range(0, 25), range(20, 45)),
        TimelineShot(
          shot: "p", take: nil, kind: .photo, file: "p.png", source: range(0, 30),
          range: range(45, 75), beat: 1, framing: FramingPlan(fit: .contain, zoomTo: 1.06),
          reason: ""),
      ],
      layers: layers ?? [Layer(kind: .title, text: "通勤好包", range: range(0, 30))],
      sound: SoundPlan(
        music: MusicTrack(file: "m.wav", title: "m", licence: "CC0", duration: time(120))),
      cover: CoverPlan(at: time(30), text: "好包"))
  }

  func request(_ timeline: Timeline, _ platform: Platform? = nil) -> RenderRequest {
    let platform = platform ?? self.platform
    return RenderRequest(
      timeline: timeline,
      post: Post(title: "t", caption: "", hashtags: [], coverText: "好包", cta: "c"), hook: "h",
      link: nil, platform: platform, contract: RenderContract(platform), style: style,
      quality: quality, brand: BrandKit(), locale: .zh,
      folder: folder.file("drafts/\(timeline.platform)"), pictureFingerprint: "x")
  }

  /// Renders requests on the bench's store, or on another.
  func render(_ requests: [RenderRequest], on store: MemoryStore? = nil, jobs: Int = 2) async
    -> [String: RenderOutcome]
  {
    let outcomes = Mutex<[String: RenderOutcome]>([:])
    let folder = folder
    await RenderStage(
      store: store ?? self.store, jobs: jobs, resolve: { folder.file($0) },
      identity: { (try? ContentHash(ofFile: folder.file($0).path).hexadecimal) ?? "none" },
      finished: { request, outcome in outcomes.withLock { $0[request.timeline.id] = outcome } }
    ).run(requests)
    return outcomes.withLock { $0 }
  }

  func render(_ timeline: Timeline, on store: MemoryStore? = nil) async throws -> RenderedDraft {
    let outcomes = await render([request(timeline)], on: store)
    guard let outcome = outcomes[timeline.id] else { throw CancellationError() }
    return try outcome.get()
  }

  /// The mean colour of one frame of the draft, inside a box given in shares of the canvas.
  func color(atFrame frame: Int, x: ClosedRange<Double>, y: ClosedRange<Double>) throws
    -> (Int, Int, Int)
  {
    let reader = try PictureReader(
      path: folder.file("drafts/made/draft.mp4").path, range: range(frame, frame + 1),
      framing: Framing(width: platform.canvas.width, height: platform.canvas.height),
      rate: Self.rate, isStill: false)
    guard let bitmap = try reader.next()?.bitmap() else { return (0, 0, 0) }
    var sum = (0, 0, 0)
    var count = 0
    for row in Int(y.lowerBound * Double(bitmap.height))..<Int(y.upperBound * Double(bitmap.height))
    {
      for column in Int(
        x.lowerBound * Double(bitmap.width))..<Int(x.upperBound * Double(bitmap.width))
      {
        let at = (row * bitmap.width + column) * 4
        sum.0 += Int(bitmap.bytes[at])
        sum.1 += Int(bitmap.bytes[at + 1])
        sum.2 += Int(bitmap.bytes[at + 2])
        count += 1
      }
    }
    return (sum.0 / max(1, count), sum.1 / max(1, count), sum.2 / max(1, count))
  }
}
