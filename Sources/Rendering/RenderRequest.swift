public import Foundation
public import Model

/// Everything one draft is made of.
public struct RenderRequest: Sendable {
  public var timeline: Timeline
  public var post: Post
  public var hook: String
  public var link: String?
  public var platform: Platform
  /// What the picture is drawn and encoded for; its platform's demands or stricter ones.
  public var contract: RenderContract
  public var style: Style
  public var quality: Quality
  public var brand: BrandKit
  public var locale: CopyLocale
  /// Where `<draft-id>.mp4` and its companions go.
  public var folder: URL
  /// Everything that can change the video's bytes.
  public var pictureFingerprint: String
  /// What it shows and says alone: see `Draft.contentFingerprint`.
  public var contentFingerprint: String

  public init(
    timeline: Timeline, post: Post, hook: String, link: String?, platform: Platform,
    contract: RenderContract, style: Style, quality: Quality, brand: BrandKit, locale: CopyLocale,
    folder: URL, pictureFingerprint: String, contentFingerprint: String = ""
  ) {
    self.timeline = timeline
    self.post = post
    self.hook = hook
    self.link = link
    self.platform = platform
    self.contract = contract
    self.style = style
    self.quality = quality
    self.brand = brand
    self.locale = locale
    self.folder = folder
    self.pictureFingerprint = pictureFingerprint
    self.contentFingerprint = contentFingerprint
  }

  public var movie: URL { folder.appendingPathComponent("\(timeline.id).mp4") }
  public var cover: URL { folder.appendingPathComponent("\(timeline.id).jpg") }

  /// Where the covers go, in the plan's order: the one that is chosen stands beside the movie under
  /// its name.
  public var covers: [URL] {
    let count = max(1, min(3, timeline.cover.candidates.count))
    let chosen = (1...count).contains(timeline.cover.choice) ? timeline.cover.choice : 1
    return (1...count).map { number in
      number == chosen
        ? cover : folder.appendingPathComponent("\(timeline.id)-cover\(number).jpg")
    }
  }
}
