public import Foundation
public import Model

/// Timeline → a file that an editor opens: media by absolute address.
public struct OTIOExport: Stage {
  let root: URL

  /// - Parameter root: The workspace, which the timeline's paths start from.
  public init(root: URL) { self.root = root }

  /// - Throws: `EncodingError` when a number is not finite.
  public func run(_ timeline: Timeline) throws -> Data {
    let prefix = root.absoluteURL.absoluteString
    return try timeline.otioData(mediaPrefix: prefix.hasSuffix("/") ? prefix : prefix + "/")
  }
}
