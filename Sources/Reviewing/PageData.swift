import Markup
import Foundation
import Model

/// What the page's script shows of the chosen draft.
private struct PageData: Encodable {
  var labels: [String: String]
  var platforms: [String: Box]
  var drafts: [Entry]

  struct Box: Encodable {
    var width: Int
    var height: Int
    var margins: Platform.Margins
    var titleMax: Int
    var captionMax: Int
  }

  struct Entry: Encodable {
    var id, sku, platform, platformName, product, category, price: String
    var video, cover, link: String?
    var pass: Bool?
    var post: Post
    var hook, script, format: String
    var seconds: Double
    var width, height: Int
    var labels: [String]
    var music: [MusicCredit]
    var facts: [Fact]
    var checks: [Check]
    var shots: [Piece]
    var titles: [Words]
    var missing: [String]
  }

  struct Post: Encodable {
    var title, caption, hashtags, coverText, cta: String
    /// As the platform counts it.
    var titleLength: Int
  }

  struct Piece: Encodable {
    var shot: String
    var take: String?
    var file, picture: String
    var start, end, sourceIn, sourceOut: Double
  }

  struct Words: Encodable {
    var text, kind: String
    var start, end: Double
    var box: [Int]
    var px: Int
  }
}

extension ReviewPage {
  /// The data's JSON, safe inside a script element.
  ///
  /// - Throws: `EncodingError` when a figure is not finite.
  func data() throws -> String {
    let boxes = platforms.mapValues {
      PageData.Box(
        width: $0.canvas.width, height: $0.canvas.height, margins: $0.safeZone,
        titleMax: $0.text.titleMax, captionMax: $0.text.captionMax)
    }
    let data = PageData(labels: labels.all, platforms: boxes, drafts: entries.map(entry))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(data), as: UTF8.self).scriptSafe
  }

  private func entry(_ entry: ReviewEntry) -> PageData.Entry {
    let draft = entry.draft
    return PageData.Entry(
      id: draft.id, sku: draft.sku, platform: draft.platform,
      platformName: name(of: draft.platform), product: entry.product.title,
      category: labels.category(entry.product.category), price: entry.product.price,
      video: relativeAddress(draft.platform, draft.file),
      cover: relativeAddress(draft.platform, draft.cover), link: webAddress(draft.link),
      pass: entry.pass,
      post: PageData.Post(
        title: draft.title, caption: draft.caption,
        hashtags: draft.hashtags.map { "#" + $0 }.joined(separator: " "),
        coverText: draft.coverText, cta: draft.cta,
        titleLength: platforms[draft.platform]?.text.length(of: draft.title) ?? draft.title.count),
      hook: draft.hook, script: draft.script, format: format(of: draft),
      seconds: draft.duration.milli, width: draft.width, height: draft.height,
      labels: draft.aiLabels, music: draft.music, facts: entry.facts, checks: entry.checks,
      shots: draft.shots.map(piece), titles: draft.titles.map(words), missing: entry.missing)
  }

  private func piece(_ shot: DraftShot) -> PageData.Piece {
    PageData.Piece(
      shot: shot.shot, take: shot.take, file: shot.file, picture: shots[shot.shot]?.picture ?? "",
      start: shot.start.milli, end: shot.end.milli, sourceIn: shot.sourceIn.milli,
      sourceOut: shot.sourceOut.milli)
  }

  private func words(_ title: PlacedTitle) -> PageData.Words {
    PageData.Words(
      text: title.text, kind: title.kind, start: title.start.milli, end: title.end.milli,
      box: title.box, px: title.fontPx)
  }

  private func format(of draft: Draft) -> String {
    let megabytes = (Double(draft.bytes) / 100_000).rounded() / 10
    let rate = "\(draft.rate)".replacing(".0 fps", with: " fps")
    return "\(draft.width)×\(draft.height) · \(rate) · \(draft.duration.tenths) s · "
      + "\(megabytes) MB"
  }
}
