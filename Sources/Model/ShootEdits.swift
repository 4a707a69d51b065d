public import Diagnostics

/// What people want of the shoot: `edits/shoot.yaml`.
///
/// It stands outside `work/`, which may be deleted at any time.
public struct ShootEdits: Sendable, Codable, Hashable {
  public static let schema = "shoot-edits/1"

  /// Not filmed, and not missed.
  public var drop: [Mention]
  /// Filmed on a day of their own.
  public var pin: [Pin]
  /// Filmed first of their day, in this order.
  public var first: [Mention]
  /// Filmed in the order of each list, whatever lies between.
  public var order: [[Mention]]

  /// A shot or a product as people name it, with the place where they do.
  public struct Mention: Sendable, Codable, Hashable {
    public enum Kind: String, Sendable, Codable { case shot, product }

    public var kind: Kind
    /// Shot id or SKU.
    public var id: String
    public var position: Position

    public init(_ kind: Kind, _ id: String, at position: Position = Position()) {
      self.kind = kind
      self.id = id
      self.position = position
    }

    /// `sku:XXX` is a product, all else a shot's id.
    public init(text: String, at position: Position = Position()) {
      let isProduct = text.hasPrefix("sku:")
      self.init(
        isProduct ? .product : .shot, String(text.dropFirst(isProduct ? 4 : 0)), at: position)
    }

    /// As it is written.
    public var text: String { kind == .product ? "sku:" + id : id }
  }

  public struct Pin: Sendable, Codable, Hashable {
    public var mention: Mention
    /// From 1.
    public var day: Int

    public init(_ mention: Mention, day: Int) {
      self.mention = mention
      self.day = day
    }
  }

  public init(
    drop: [Mention] = [], pin: [Pin] = [], first: [Mention] = [], order: [[Mention]] = []
  ) {
    self.drop = drop
    self.pin = pin
    self.first = first
    self.order = order
  }
}
