public import Model

/// A draft to hold against what it promised.
public struct CheckRequest: Sendable {
  public var draft: Draft
  /// Nil when the script no longer exists.
  public var script: Script?
  public var platform: Platform
  /// The video and the cover, as paths to open.
  public var movie: String
  public var cover: String
  /// The video's content hash as it lies there now; nil when it cannot be read.
  public var contentHash: String?
  /// FFmpeg's name of the codec that the settings' encoder makes.
  public var codec: String

  public init(
    draft: Draft, script: Script?, platform: Platform, movie: String, cover: String,
    contentHash: String?, codec: String = "h264"
  ) {
    self.draft = draft
    self.script = script
    self.platform = platform
    self.movie = movie
    self.cover = cover
    self.contentHash = contentHash
    self.codec = codec
  }
}
