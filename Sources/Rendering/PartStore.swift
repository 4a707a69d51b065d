/// Where encoded parts are kept between drafts, nights and machines, under their recipe's key.
public protocol PartStore: Sendable {
  /// Whether a part seems to be there; it may yet turn out damaged.
  func contains(_ key: String) -> Bool
  /// A part's bytes, or why they cannot be had; a damaged part is gone afterwards.
  func read(_ key: String) -> StoredPart
  /// - Throws: When it cannot be written.
  func keep(_ bytes: [UInt8], under key: String) throws
}

/// What a store has under a key.
public enum StoredPart: Sendable {
  case whole([UInt8])
  case absent
  case damaged
}
