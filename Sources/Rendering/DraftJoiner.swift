import Foundation
import Hashing
import Media
import Model
import Timing

/// Puts a draft together from its parts in the store: video, cover and sidecar.
struct DraftJoiner {
  let store: any PartStore

  /// Parts of the plan that were not there, or not whole.
  struct Lost: Error {
    let keys: Set<String>
  }

  /// - Parameter origins: Where each part came from, by key.
  /// - Throws: `Lost`; `BufferWatch.Overrun`; `MediaError` when the movie cannot be written.
  func join(_ plan: DraftPlan, origins: [String: RenderedPart.Origin]) throws -> RenderedDraft {
    let request = plan.request
    let parts = try read(plan)
    let spans = try streams(.picture, plan, parts)
    try BufferWatch.verify(spans, plan.spans)
    try FileManager.default.createDirectory(
      at: request.folder, withIntermediateDirectories: true)
    try MovieJoiner.join(
      spans, sound: try streams(.sound, plan, parts).first,
      to: request.movie.path, metadata: metadata(of: request))
    let covers = plan.parts.filter { $0.kind == .cover }
    for (part, file) in zip(covers, request.covers) {
      try Data(parts[part.recipe.key] ?? []).write(to: file, options: .atomic)
    }
    return RenderedDraft(
      draft: try draft(plan),
      parts: plan.parts.map { part in
        RenderedPart(
          key: part.recipe.key, kind: part.kind, range: part.range,
          bytes: parts[part.recipe.key]?.count ?? 0,
          origin: origins[part.recipe.key] ?? .stored, ingredients: part.recipe.parts)
      })
  }

  private func read(_ plan: DraftPlan) throws -> [String: [UInt8]] {
    var parts: [String: [UInt8]] = [:]
    var lost: Set<String> = []
    for key in Set(plan.parts.map(\.recipe.key)) {
      switch store.read(key) {
      case .whole(let bytes): parts[key] = bytes
      case .absent, .damaged: lost.insert(key)
      }
    }
    guard lost.isEmpty else { throw Lost(keys: lost) }
    return parts
  }

  private func streams(
    _ kind: RenderedPart.Kind, _ plan: DraftPlan, _ parts: [String: [UInt8]]
  ) throws -> [EncodedStream] {
    try plan.parts.filter { $0.kind == kind }.map {
      try EncodedStream(serialized: parts[$0.recipe.key] ?? [])
    }
  }

  /// What a program has made is said in the file too, under the key of the Chinese standard
  /// GB 45438-2025, Annex E.
  private func metadata(of request: RenderRequest) -> [String: String] {
    let id = request.timeline.id
    var tags = ["comment": "shopreel \(id)"]
    if !request.timeline.sound.aiLabels.isEmpty {
      tags["AIGC"] = #"{"Label":"1","ProduceID":"\#(id)"}"#
    }
    return tags
  }

  private func draft(_ plan: DraftPlan) throws -> Draft {
    let request = plan.request
    let timeline = request.timeline
    let size = try request.movie.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    return Draft(
      id: timeline.id, sku: timeline.sku, platform: timeline.platform, script: timeline.script,
      hook: request.hook, file: request.movie.lastPathComponent,
      sha256: try ContentHash(ofFile: request.movie.path).hexadecimal, bytes: size,
      width: timeline.canvas.width, height: timeline.canvas.height, rate: timeline.rate,
      duration: timeline.duration, post: request.post, cover: request.cover.lastPathComponent,
      link: request.link, aiLabels: timeline.sound.aiLabels.map { $0.text(request.locale) },
      music: [timeline.sound.music].compactMap { $0 }.map {
        MusicCredit(title: $0.title, licence: $0.licence)
      },
      titles: plan.titles,
      shots: timeline.shots.map {
        DraftShot(
          shot: $0.shot, take: $0.take, file: $0.file, sourceIn: $0.source.start,
          sourceOut: $0.source.end, start: $0.range.start, end: $0.range.end)
      }, checks: [], timings: [:], pictureFingerprint: request.pictureFingerprint,
      contentFingerprint: request.contentFingerprint,
      covers: request.covers.count > 1 ? request.covers.map(\.lastPathComponent) : nil)
  }
}
