public import Model

/// A text of a video or its post, and what it is.
public struct CopyText: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case voice, caption, title, sticker, cover, post, metadata, catalogue
  }

  public var text: String
  /// `beats[2].voice`, `post.douyin.title`, a catalogue cell.
  public var place: String
  public var kind: Kind

  public init(_ text: String, place: String, kind: Kind) {
    self.text = text
    self.place = place
    self.kind = kind
  }
}

/// What is known about a video when its words are judged.
public struct CopyContext: Sendable {
  public enum Synthetic: String, Sendable, CaseIterable { case voice, picture }

  /// What is sold; nil for text of no product.
  public var product: Product?
  /// A playbook id; for text of no product.
  public var category: String
  public var platforms: [Platform]
  /// Texts of the facts that stand behind the words: values of cells, and what is computed from
  /// them. Nil where nobody knows: single figures are then not asked for their source.
  public var facts: [String]?
  /// Whether a real person speaks from experience.
  public var hasPersona: Bool
  /// Whether buyers are led to the goods by a link.
  public var hasLink: Bool
  public var synthetic: Set<Synthetic>
  /// The term list's categories that hold, where they are known already; nil has them looked up.
  public var scopes: Set<String>?

  public init(
    product: Product? = nil, category: String = "general", platforms: [Platform] = [],
    facts: [String]? = nil, hasPersona: Bool = false, hasLink: Bool = true,
    synthetic: Set<Synthetic> = [], scopes: Set<String>? = nil
  ) {
    self.product = product
    self.category = product?.category ?? category
    self.platforms = platforms
    self.facts = facts
    self.hasPersona = hasPersona
    self.hasLink = hasLink
    self.synthetic = synthetic
    self.scopes = scopes
  }
}
