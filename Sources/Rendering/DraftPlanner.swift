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
    let shots = try timeline.shots.map(framer.picture)
    let layers = try painter(request).paint(timeline.layers)
    let spans = try SpanPlanner(request: request, shots: shots, layers: layers).parts()
    return DraftPlan(
      request: request, titles: layers.map(\.title),
      parts: spans + [sound(request), cover(request, shots)])
  }

  /// The draft's sound, which can be made before its picture is planned.
  func sound(_ request: RenderRequest) -> PlannedPart {
    let timeline = request.timeline
    let maker = SoundMaker(
      levels: request.quality.music, target: request.platform.sound,
      encoding: request.soundEncoding, files: files)
    let recipe = maker.recipe(timeline.sound, lasting: timeline.duration)
    return PlannedPart(
      kind: .sound, recipe: recipe, range: TimeRange(start: .zero, duration: timeline.duration),
      work: .sound(
        SoundWork(
          key: recipe.key, plan: timeline.sound, duration: timeline.duration, maker: maker)))
  }

  private func cover(_ request: RenderRequest, _ shots: [ShotPicture]) -> PlannedPart {
    let timeline = request.timeline
    let last = timeline.duration.frames(at: timeline.rate) - 1
    let frame = max(0, min(last, timeline.cover.at.frames(at: timeline.rate)))
    let index =
      timeline.shots.firstIndex { $0.range.end.frames(at: timeline.rate) > frame }
      ?? shots.count - 1
    let offset = max(0, frame - timeline.shots[index].range.start.frames(at: timeline.rate))
    let picture = shots[index].stretch(offset, 1)
    let maker = CoverMaker(
      size: request.platform.cover, plan: timeline.cover, keep: request.post.factsOnCover,
      maxCharacters: request.platform.text.coverMax, style: request.style, brand: request.brand,
      locale: request.locale)
    let recipe = maker.recipe(
      picture, offset: offset, window: picture.window(offset, 1, timeline.rate))
    return PlannedPart(
      kind: .cover, recipe: recipe,
      range: TimeRange(start: Time(frames: frame, at: timeline.rate), duration: .zero),
      work: .picture(
        PictureWork(
          key: recipe.key, picture: picture, offset: offset, count: 1, rate: timeline.rate,
          product: .cover(maker))))
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

extension RenderRequest {
  var soundEncoding: SoundEncoding {
    SoundEncoding(
      encoder: quality.soundEncoder, rate: SoundMixer.rate, channels: SoundMixer.channels,
      kbps: platform.delivery.audioRate)
  }
}
