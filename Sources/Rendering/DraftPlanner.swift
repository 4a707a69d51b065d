import Foundation
import Media
import Model
import Timing

/// Takes drafts apart into parts with keys. Not Sendable: one planner draws for drafts that are
/// planned one after the other.
final class DraftPlanner {
  private let files: SourceFiles
  private var shelves: [ShelfKey: LayerShelf] = [:]

  private struct ShelfKey: Hashable {
    let style: Style
    let brand: BrandKit
    let locale: CopyLocale
  }

  init(files: SourceFiles) { self.files = files }

  /// - Throws: `RenderError` for a timeline without pictures, `DrawingError` for a layer, `MediaError`
  ///   for a colour table that is none.
  func plan(_ request: RenderRequest) throws -> DraftPlan {
    let timeline = request.timeline
    guard !timeline.shots.isEmpty else {
      throw RenderError(
        code: .emptyTimeline, message: "timeline '\(timeline.id)' holds no picture")
    }
    let framer = ShotFramer(canvas: timeline.canvas, rate: timeline.rate, files: files)
    let shots = try timeline.shots.enumerated().map { index, shot in
      try framer.picture(
        of: shot, before: index + 1 < timeline.shots.count ? timeline.shots[index + 1] : nil)
    }
    let layers = try painter(request).paint(timeline.layers)
    let spans = try SpanPlanner(request: request, shots: shots, layers: layers).parts()
    return DraftPlan(
      request: request, titles: layers.map(\.title),
      parts: spans + [sound(request)] + covers(request, shots))
  }

  /// The draft's sound, which can be made before its picture is planned.
  func sound(_ request: RenderRequest) -> PlannedPart {
    let timeline = request.timeline
    let maker = SoundMaker(
      levels: request.quality.mix, target: request.platform.sound,
      encoding: request.soundEncoding, files: files)
    let recipe = maker.recipe(timeline.sound, lasting: timeline.duration)
    return PlannedPart(
      kind: .sound, recipe: recipe, range: TimeRange(start: .zero, duration: timeline.duration),
      work: .sound(
        SoundWork(
          key: recipe.key, plan: timeline.sound, duration: timeline.duration, maker: maker)))
  }

  /// A cover for each stretch to choose from, in the plan's order.
  private func covers(_ request: RenderRequest, _ shots: [ShotPicture]) -> [PlannedPart] {
    let timeline = request.timeline
    let plan = timeline.cover
    guard !plan.candidates.isEmpty else {
      return [cover(request, shots, over: TimeRange(start: plan.at, duration: .zero))]
    }
    return plan.candidates.prefix(3).map { cover(request, shots, over: $0.range) }
  }

  private func cover(
    _ request: RenderRequest, _ shots: [ShotPicture], over range: TimeRange
  ) -> PlannedPart {
    let timeline = request.timeline
    let last = timeline.duration.frames(at: timeline.rate) - 1
    let frame = max(0, min(last, range.start.frames(at: timeline.rate)))
    let index =
      timeline.shots.firstIndex { $0.range.end.frames(at: timeline.rate) > frame }
      ?? shots.count - 1
    let shot = timeline.shots[index].range
    let rate = CoverMaker.rate
    // The stretch within its shot, on the grid of the pictures that are looked at.
    let offset = max(Time.zero, Time(frames: frame, at: timeline.rate) - shot.start)
    let first = Int((offset.seconds * rate.framesPerSecond).floor)
    let length = min(range.end, shot.end) - range.start
    let total = max(first + 1, Int((shot.duration.seconds * rate.framesPerSecond).floor))
    let wanted = Int((max(Time.zero, length).seconds * rate.framesPerSecond).floor)
    let count = shots[index].origin.isStill ? 1 : max(1, min(wanted, total - first))
    let picture = ShotPicture(
      origin: shots[index].origin, start: shots[index].start, framing: shots[index].framing,
      count: total, way: shots[index].way, speed: shots[index].speed
    ).stretch(first, count)
    let maker = coverMaker(request)
    let recipe = maker.recipe(picture, window: picture.window(first, count, rate))
    return PlannedPart(
      kind: .cover, recipe: recipe,
      range: TimeRange(start: Time(frames: frame, at: timeline.rate), duration: .zero),
      work: .picture(
        PictureWork(
          key: recipe.key, picture: picture, offset: first, count: count, rate: rate,
          product: .cover(maker))))
  }

  private func coverMaker(_ request: RenderRequest) -> CoverMaker {
    let platform = request.platform
    return CoverMaker(
      size: platform.cover, margins: platform.coverMargins, words: request.timeline.cover.text,
      accents: request.timeline.cover.accents, keep: request.post.factsOnCover,
      maxCharacters: platform.text.coverMax, style: request.style, brand: request.brand,
      locale: request.locale)
  }

  private func painter(_ request: RenderRequest) -> LayerPainter {
    let key = ShelfKey(style: request.style, brand: request.brand, locale: request.locale)
    let shelf = shelves[key] ?? LayerShelf()
    shelves[key] = shelf
    let canvas = request.timeline.canvas
    return LayerPainter(
      sheet: StyleSheet(
        style: request.style, brand: request.brand, locale: request.locale, canvas: canvas),
      canvas: canvas, safe: SafeBox(canvas: canvas, margins: request.contract.margins),
      resolve: files.resolve, shelf: shelf)
  }
}

extension Platform {
  /// The margins of the safe box on the cover, which may have another size than the video.
  var coverMargins: Margins {
    func scaled(_ margin: Int, _ side: Int, _ from: Int) -> Int {
      min(side / 3, margin * side / max(1, from))
    }
    return Margins(
      top: scaled(safeZone.top, cover.height, canvas.height),
      bottom: scaled(safeZone.bottom, cover.height, canvas.height),
      left: scaled(safeZone.left, cover.width, canvas.width),
      right: scaled(safeZone.right, cover.width, canvas.width))
  }
}

extension RenderRequest {
  var soundEncoding: SoundEncoding {
    SoundEncoding(
      encoder: quality.soundEncoder, rate: SoundMixer.rate, channels: SoundMixer.channels,
      kbps: platform.delivery.audioRate)
  }
}
