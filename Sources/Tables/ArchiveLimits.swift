/// What an archive may at most hold; beyond, it is refused rather than unpacked.
public struct ArchiveLimits: Sendable, Equatable {
  /// Entries of one archive.
  public var entries = 10_000
  /// Bytes of one entry that is read as a stream, unpacked.
  public var streamed = 4 << 30
  /// Bytes of one entry that is held in memory, unpacked.
  public var held = 48 << 20
  /// Bytes of one picture.
  public var picture = 40 << 20
  /// Bytes of all entries, unpacked.
  public var total = 16 << 30
  /// How many times its packed size an entry may have unpacked, if it is beyond `ratioFrom`.
  public var ratio = 400
  /// Bytes, unpacked, up to which no ratio is looked at.
  public var ratioFrom = 32 << 20
  /// Bytes of text that one sheet may hold, every use of a shared text counted.
  public var sheetText = 4 << 30

  public init() {}
}
