public import Model
public import Timing

/// A finished draft and what it was put together from.
public struct RenderedDraft: Sendable {
  /// The sidecar, without checks.
  public var draft: Draft
  /// Picture spans in order, then sound and cover.
  public var parts: [RenderedPart]
}

/// One encoded part of a draft.
public struct RenderedPart: Sendable {
  public enum Kind: String, Sendable { case picture, sound, cover }

  public enum Origin: Sendable, Hashable {
    /// Encoded for this draft.
    case made
    /// Encoded in this batch for another draft.
    case shared(with: String)
    /// It lay in the store.
    case stored
    /// It lay in the store but was damaged or gone when it was needed, and was made anew.
    case mended
  }

  public var key: String
  public var kind: Kind
  /// Where it stands on the timeline.
  public var range: TimeRange
  public var bytes: Int
  public var origin: Origin
  /// The hash of each ingredient by its name.
  public var ingredients: [String: String]
}

/// How one request ended.
public typealias RenderOutcome = Result<RenderedDraft, RenderError>
