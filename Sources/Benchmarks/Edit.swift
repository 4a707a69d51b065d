import Model
import Timing

/// A stretch of a clip, in frames at 30 a second.
struct Cut {
  /// The name in the workspace's `footage/`.
  var clip: String
  /// The name in the material.
  var source: String
  var from: Int
  var frames: Int

  init(_ source: String, from: Int, frames: Int, as clip: String? = nil) {
    self.source = source
    self.clip = clip ?? source
    self.from = from
    self.frames = frames
  }
}

/// Pictures end to end, and the words over them.
struct Edit {
  static let rate = FrameRate(30)

  /// Part of the draft's id.
  var name: String
  var cuts: [Cut]
  /// The words over the pictures, for a product and a platform's own call to action.
  var layers: @Sendable (_ sku: String, _ platform: Platform) -> [Layer]

  static func span(_ from: Int, _ to: Int) -> TimeRange {
    TimeRange(from: Time(frames: from, at: rate), to: Time(frames: to, at: rate))
  }

  /// A hook of 3 s, a body of 10 s with the price at its end, a card of 2 s.
  static func selling(hook: Int, words: Words, hookClip: String) -> Edit {
    let body = [
      Cut("phone-4.mp4", from: 63, frames: 75), Cut("wide-1.mp4", from: 97, frames: 75),
      Cut("phone-5.mp4", from: 38, frames: 75), Cut("phone-6.mp4", from: 121, frames: 75),
      Cut("phone-4.mp4", from: 203, frames: 60),
    ]
    let opening = Cut(
      "phone-\(hook + 1).mp4", from: 44, frames: 90, as: hook == 0 ? hookClip : nil)
    return Edit(name: "hook\(hook + 1)", cuts: [opening] + body) { _, platform in
      [
        Layer(kind: .title, text: words.hooks[hook], range: span(0, 90)),
        Layer(kind: .caption, text: words.leads[hook][0], range: span(0, 45)),
        Layer(kind: .caption, text: words.leads[hook][1], range: span(45, 90)),
      ]
        + words.captions.enumerated().map { index, text in
          Layer(
            kind: .caption, text: text, range: span(90 + index * 60, 150 + index * 60))
        } + [
          Layer(
            kind: .sticker, text: words.label + words.price,
            offer: Offer(label: words.label, price: words.price), range: span(315, 390)),
          Layer(kind: .label, text: "广告", range: span(0, 390)),
          Layer(
            kind: .endCard, text: platform.callToAction, range: span(390, 450),
            image: "photos/product.png", detail: words.cover),
        ]
    }
  }

  /// One range of a 4K clip, with each platform's own words over it.
  static func range(words: Words) -> Edit {
    Edit(name: "range", cuts: [Cut("large-1.mp4", from: 63, frames: 150)]) { _, platform in
      [
        Layer(kind: .title, text: "\(platform.nameZh)专享", range: span(0, 75)),
        Layer(kind: .caption, text: platform.callToAction, range: span(75, 150)),
        Layer(kind: .label, text: "广告", range: span(0, 150)),
      ]
    }
  }

  /// One cut with the product's own words over it.
  static func short(clip: String, frames: Int) -> Edit {
    Edit(name: "short", cuts: [Cut(clip, from: 44, frames: frames)]) { sku, _ in
      [Layer(kind: .title, text: "新款 \(sku)", range: span(0, frames))]
    }
  }

  func timeline(_ id: String, sku: String, platform: Platform, cover: String) -> Timeline {
    var start = 0
    let shots = cuts.enumerated().map { index, cut in
      defer { start += cut.frames }
      return TimelineShot(
        shot: "S\(index + 1)", take: "take-\(index + 1)", kind: .take,
        file: "footage/\(cut.clip)", source: Edit.span(cut.from, cut.from + cut.frames),
        range: Edit.span(start, start + cut.frames), beat: index,
        framing: FramingPlan(fit: .fill), reason: "benchmark")
    }
    let music = MusicTrack(
      file: "music/music.m4a", title: "Bench", licence: "CC0",
      duration: Time(frames: 60, at: FrameRate(1)))
    return Timeline(
      id: id, script: "\(sku.lowercased())-\(name)", sku: sku, platform: platform.id,
      canvas: platform.canvas, rate: Edit.rate, shots: shots, layers: layers(sku, platform),
      sound: SoundPlan(music: music),
      cover: CoverPlan(at: Time(frames: start / 4, at: Edit.rate), text: cover))
  }
}

extension Platform {
  /// The first of its own calls to action.
  var callToAction: String {
    (cta[.zh]?.first ?? "").replacing("{category}", with: "帆布包")
  }
}
