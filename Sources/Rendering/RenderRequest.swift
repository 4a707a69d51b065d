public import Foundation
public import Model

/// Everything one draft is made of.
public struct RenderRequest: Sendable {
  public var timeline: Timeline
  public var post: Post
  public var hook: String
  public var link: String?
  public var platform: Platform
  public var style: Style
  public var quality: Quality
  public var brand: BrandKit
  public var locale: CopyLocale
  /// Where `<draft-id>.mp4` and its companions go.
  public var folder: URL
  /// Everything that can change the video's bytes.
  public var pictureFingerprint: String
  /// A workspace-relative path as a file to open; throws for one that leads out.
  public var resolve: @Sendable (String) throws -> URL

  public init(
    timeline: Timeline, post: Post, hook: String, link: String?, platform: Platform, style: Style,
    quality: Quality, brand: BrandKit, locale: CopyLocale, folder: URL,
    pictureFingerprint: String, resolve: @escaping @Sendable (String) throws -> URL
  ) {
    self.timeline = timeline
    self.post = post
    self.hook = hook
    self.link = link
    self.platform = platform
    self.style = style
    self.quality = quality
    self.brand = brand
    self.locale = locale
    self.folder = folder
    self.pictureFingerprint = pictureFingerprint
    self.resolve = resolve
  }

  public var movie: URL { folder.appendingPathComponent("\(timeline.id).mp4") }
  public var cover: URL { folder.appendingPathComponent("\(timeline.id).jpg") }
}

/// Why a draft could not be rendered.
public struct RenderError: Error, Sendable, CustomStringConvertible {
  public enum Code: Sendable { case emptyTimeline, source, cancelled }

  public var code: Code
  /// Which shot, where on the timeline, and the cause.
  public var message: String
  public var path: String?

  public var description: String { message }
}
