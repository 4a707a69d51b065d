import Diagnostics
import Foundation
import Model
import Reviewing
import Timing

/// Made-up drafts with known truth.
enum MadeDrafts {
  static func platform(_ id: String, _ nameZh: String) -> Platform {
    Platform(
      id: id, name: id.capitalized, nameZh: nameZh, region: .cn, locale: .zh,
      orientation: .discovery, note: "", canvas: Canvas(width: 1080, height: 1920),
      rate: FrameRate(30), safeZone: .init(top: 176, bottom: 350, left: 60, right: 140),
      delivery: .init(maxVideoRate: 8000, audioRate: 192, maxFileSize: 4096),
      duration: .init(min: 3, max: 900, sellFrom: 15, sellTo: 45),
      text: .init(
        titleMin: 0, titleMax: 30, titleUnit: .characters, captionMax: 1000, hashtagsMax: 5,
        coverMax: 12), cover: Canvas(width: 1080, height: 1920),
      sound: .init(loudness: -14, tolerance: 1, truePeak: -1.5), prohibited: [],
      allowsPrice: true, adLabel: true, cta: [:])
  }

  static func draft(
    _ id: String, sku: String = "A1", platform: String = "douyin", title: String = "标题",
    caption: String = "正文", file: String? = nil, cover: String? = nil, link: String? = nil,
    shots: [DraftShot] = [], titles: [PlacedTitle] = []
  ) -> Draft {
    Draft(
      id: id, sku: sku, platform: platform, script: "\(sku)-s1", hook: "experiment",
      file: file ?? "\(id).mp4", sha256: "00", bytes: 6_400_000, width: 1080, height: 1920,
      rate: FrameRate(30), duration: Time(decimal: 23.4),
      post: Post(
        title: title, caption: caption, hashtags: ["通勤", "包"], coverText: "装得下", cta: "看详情"),
      cover: cover ?? "\(id).jpg", link: link, aiLabels: [], music: [], titles: titles,
      shots: shots, checks: [], timings: [:], pictureFingerprint: "f")
  }

  static func entry(_ draft: Draft, title: String = "帆布包", pass: Bool? = true) -> ReviewEntry {
    ReviewEntry(
      draft: draft,
      checked: pass.map {
        CheckedDraft(
          id: draft.id, platform: draft.platform,
          checks: [Check("size", value: "1080x1920", limit: "1080x1920", pass: $0)])
      },
      product: ReviewedProduct(sku: draft.sku, title: title, category: "bags", price: "¥129"),
      facts: [Fact(text: "15L", field: "attributes.容量", source: "catalogue.csv:5 容量")])
  }
}
