/// How the store of encoded parts stands, and what the drafts have of it.
public struct StoreReport: Sendable, Codable {
  /// What the drafts that lie in `drafts/` were joined from.
  public struct Use: Sendable, Codable {
    /// Objects in the store, and their bytes.
    public var objects = 0
    public var bytes = 0
    /// Parts that the store no longer has; made anew when a draft asks for them.
    public var missing = 0
  }

  /// How the present drafts came by their parts when each was last rendered.
  public struct Render: Sendable, Codable {
    public var drafts = 0
    /// Parts encoded.
    public var made = 0
    /// Parts found in the store.
    public var taken = 0
  }

  public var folder: String
  public var objects: Int
  public var bytes: Int
  /// Bytes that it is pruned down to after a render.
  public var limit: Int
  public var used: Use
  public var lastRender: Render
  /// When the longest unused object was last used, ISO 8601; nil for an empty store.
  public var oldestUse: String?
}
