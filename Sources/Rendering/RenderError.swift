/// Why a draft could not be rendered.
public struct RenderError: Error, Sendable, CustomStringConvertible {
  public enum Code: Sendable { case emptyTimeline, source, store }

  public var code: Code
  /// Which shot, where on the timeline, and the cause.
  public var message: String
  public var path: String?

  public var description: String { message }
}
