/// What a platform draws over a video: its own buttons, texts and cards, roughly where they lie.
///
/// For proofs alone; words keep clear of `Platform.safeZone`.
public struct PlatformOverlay: Sendable, Codable, Hashable {
  public var id: String
  public var items: [Item]

  public struct Item: Sendable, Codable, Hashable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
      /// A round button.
      case icon
      /// A round picture of a person.
      case avatar
      /// A line of text.
      case text
      /// A field with a picture and text: the product.
      case card
      /// A bar from edge to edge.
      case bar
    }

    public var kind: Kind
    /// Left, top, width, height in pixels of the platform's canvas.
    public var box: [Int]
    public var text: String

    public init(kind: Kind, box: [Int], text: String) {
      self.kind = kind
      self.box = box
      self.text = text
    }
  }

  public init(id: String, items: [Item]) {
    self.id = id
    self.items = items
  }
}
