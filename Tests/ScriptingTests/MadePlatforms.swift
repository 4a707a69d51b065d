import Foundation
import Model
import Timing

/// Platforms as tests need them: limits a real one could have.
enum MadePlatforms {
  static func platform(
    _ id: String, _ orientation: Orientation, locale: CopyLocale = .zh, titleMax: Int = 30,
    titleMin: Int = 0, unit: Platform.TextRule.Unit = .characters, captionMax: Int = 1000,
    tags: Int = 5, cover: Int = 12, allowsPrice: Bool = true, adLabel: Bool = false,
    sell: ClosedRange<Double> = 15...45, tone: String = Tone.plain.id, prohibited: [String] = [],
    allowsContact: Bool = false, cta: [CopyLocale: [String]]? = nil
  ) -> Platform {
    Platform(
      id: id, name: id, nameZh: id, region: locale == .zh ? .cn : .global, locale: locale,
      orientation: orientation, note: "", tone: tone, canvas: Canvas(width: 1080, height: 1920),
      rate: FrameRate(30), safeZone: .init(top: 100, bottom: 300, left: 60, right: 120),
      delivery: .init(maxVideoRate: 8000, audioRate: 192, maxFileSize: 1000),
      duration: .init(min: 3, max: 300, sellFrom: sell.lowerBound, sellTo: sell.upperBound),
      text: .init(
        titleMin: titleMin, titleMax: titleMax, titleUnit: unit, captionMax: captionMax,
        hashtagsMax: tags, coverMax: cover), cover: Canvas(width: 1080, height: 1920),
      sound: .init(loudness: -14, tolerance: 1, truePeak: -1), prohibited: prohibited,
      allowsPrice: allowsPrice, adLabel: adLabel, allowsContact: allowsContact,
      cta: cta ?? [
        .zh: ["左下角链接看{category}", "点小黄车看详情"], .en: ["Tap the cart at the lower left"],
      ])
  }

  static let douyin = platform("douyin", .discovery, adLabel: true)
  static let kuaishou = platform("kuaishou", .discovery, tags: 3)
  static let taobao = platform(
    "taobao", .search, titleMax: 60, unit: .gbkBytes, captionMax: 0, tags: 0, sell: 9...30)
  static let tiktok = platform(
    "tiktok", .discovery, locale: .en, titleMax: 100, captionMax: 2200, sell: 21...34)
  static let amazon = platform(
    "amazon", .search, locale: .en, titleMax: 60, captionMax: 0, tags: 0, allowsPrice: false)
  static let wechat = platform("wechat_private", .private, captionMax: 500, tags: 0)
}
