public import Timing

/// Something drawn over the picture for a while.
public struct Layer: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// 标题: the hook's or a point's big words.
    case title
    /// 字幕.
    case caption
    /// 价格贴.
    case sticker
    /// 片尾: a full card with product, name and one instruction.
    case endCard = "end_card"
    /// 标识: small print such as 广告 or an AI label.
    case label
    /// 人设: who speaks, by name and role.
    case tag
    /// The shop's mark in a corner.
    case logo
    /// 片头: a band of the brand over the first moments.
    case intro
  }

  /// Where the words' times come from.
  public enum WordTiming: String, Sendable, Codable {
    /// Shared out over the voice's length by syllables.
    case estimated
    case measured
  }

  public var kind: Kind
  public var text: String
  /// The sticker's parts, or nil.
  public var offer: Offer?
  public var range: TimeRange
  /// Words that must not be broken across lines.
  public var keep: [String]
  /// Words in the accent colour.
  public var accents: [String]
  /// A picture on the layer (the end card's product, the logo), relative to the workspace.
  public var image: String?
  /// The end card's second line.
  public var detail: String?
  /// When each word is spoken; empty where nobody speaks or the times are not known.
  public var words: [LayerWord]
  public var wordTiming: WordTiming?
  /// The shop's mark on a card, relative to the workspace.
  public var logo: String?
  /// What a card's QR code holds; nil for none.
  public var code: String?

  public init(
    kind: Kind, text: String, offer: Offer? = nil, range: TimeRange, keep: [String] = [],
    accents: [String] = [], image: String? = nil, detail: String? = nil,
    words: [LayerWord] = [], wordTiming: WordTiming? = nil, logo: String? = nil,
    code: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.offer = offer
    self.range = range
    self.keep = keep
    self.accents = accents
    self.image = image
    self.detail = detail
    self.words = words
    self.wordTiming = wordTiming
    self.logo = logo
    self.code = code
  }

  /// Reads a layer; what an older timeline does not hold is empty.
  ///
  /// - Throws: `DecodingError` for a field of another kind.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      kind: try values.decode(Kind.self, forKey: .kind),
      text: try values.decode(String.self, forKey: .text),
      offer: try values.decodeIfPresent(Offer.self, forKey: .offer),
      range: try values.decode(TimeRange.self, forKey: .range),
      keep: try values.decodeIfPresent([String].self, forKey: .keep) ?? [],
      accents: try values.decodeIfPresent([String].self, forKey: .accents) ?? [],
      image: try values.decodeIfPresent(String.self, forKey: .image),
      detail: try values.decodeIfPresent(String.self, forKey: .detail),
      words: try values.decodeIfPresent([LayerWord].self, forKey: .words) ?? [],
      wordTiming: try values.decodeIfPresent(WordTiming.self, forKey: .wordTiming),
      logo: try values.decodeIfPresent(String.self, forKey: .logo),
      code: try values.decodeIfPresent(String.self, forKey: .code))
  }
}

/// A word of a layer and the moment from which it is spoken.
public struct LayerWord: Sendable, Hashable, Codable {
  /// The word as it stands in the layer's text, with the marks behind it.
  public var text: String
  /// Seconds after the layer's beginning.
  public var at: Time

  public init(text: String, at: Time) {
    self.text = text
    self.at = at
  }
}
