extension Playbook {
  /// A short product word, 品类词.
  public struct Noun: Sendable, Codable, Hashable {
    public var zh: String
    public var en: String
    /// 量词: 件, 双, 只.
    public var classifier: String
    /// Whether English says `these shoes`.
    public var plural: Bool
    /// Words in a title that mean it.
    public var match: [String]

    public init(
      zh: String, en: String, classifier: String, plural: Bool = false, match: [String] = []
    ) {
      self.zh = zh
      self.en = en
      self.classifier = classifier
      self.plural = plural
      self.match = match
    }
  }

  /// One dimension of selling points and how it is said and shown.
  public struct AttributeRule: Sendable, Codable, Hashable {
    public var key: String
    /// The name that copy uses, by language.
    public var name: [CopyLocale: String]
    /// Headers that mean it, in any language, and the same as they are compared: lower case, letters
    /// and digits alone.
    public var aliases: [String] { didSet { aliasKeys = aliases.map(Self.key) } }
    public private(set) var aliasKeys: [String]
    /// Unit of a bare number, by language; empty when the value must bring its own.
    public var unit: [CopyLocale: String]
    public var kind: PointKind
    /// Higher comes first; what weighs nothing is no selling point by itself.
    public var weight: Double
    /// Part of a search title it fills, if any.
    public var slot: TitleSlot?
    /// Whether the value lists alternatives (colours, sizes, flavours).
    public var list: Bool
    /// Whether English keeps the value's capitals.
    public var proper: Bool
    /// Patterns with `{value}` as their only fact.
    public var lines: [CopyLocale: [String]]
    /// Patterns for some values only; the first case that fits goes before `lines`.
    public var cases: [Case]
    /// What may follow when there is time: how to look at it, whom it concerns. Claims nothing.
    public var more: [CopyLocale: [String]]
    /// Keys of the shots that show it, best first.
    public var shots: [String]

    public static func key(_ header: String) -> String {
      String(header.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    public struct Case: Sendable, Codable, Hashable {
      /// Parts of a value, compared without case.
      public var when: [String]
      public var lines: [CopyLocale: [String]]

      public init(when: [String], lines: [CopyLocale: [String]]) {
        self.when = when
        self.lines = lines
      }
    }

    public init(
      key: String, name: [CopyLocale: String], aliases: [String], unit: [CopyLocale: String] = [:],
      kind: PointKind = .use, weight: Double, slot: TitleSlot? = nil, list: Bool = false,
      proper: Bool = false,
      lines: [CopyLocale: [String]], cases: [Case] = [],
      more: [CopyLocale: [String]] = [:], shots: [String] = []
    ) {
      self.key = key
      self.name = name
      self.aliases = aliases
      aliasKeys = aliases.map(Self.key)
      self.unit = unit
      self.kind = kind
      self.weight = weight
      self.slot = slot
      self.list = list
      self.proper = proper
      self.lines = lines
      self.cases = cases
      self.more = more
      self.shots = shots
    }
  }

  /// What a selling point speaks of; a script's angle leads with one of them.
  public enum PointKind: String, Sendable, Codable, CaseIterable {
    /// What it is made of, and how.
    case make
    case measure, use, look, origin
    /// Standards, reports, warranty.
    case proof
    /// Price and what comes for it.
    case price
  }

  /// The parts of a search title before and after the product word.
  public enum TitleSlot: String, Sendable, Codable, CaseIterable {
    case season, audience, material, fit, function, scene, style
  }

  /// What buyers ask, and the picture that lets them see for themselves.
  public struct Question: Sendable, Codable, Hashable {
    public var text: [CopyLocale: String]
    /// Keys of attributes that answer it.
    public var attributes: [String]
    public var shot: String

    public init(text: [CopyLocale: String], attributes: [String] = [], shot: String) {
      self.text = text
      self.attributes = attributes
      self.shot = shot
    }
  }

  /// A trouble that can be filmed; used only where the catalogue holds an answer to it.
  public struct Pain: Sendable, Codable, Hashable {
    public var text: [CopyLocale: String]
    /// Words in selling points or attribute values that answer it.
    public var answers: [String]
    public var shot: String

    public init(text: [CopyLocale: String], answers: [String], shot: String) {
      self.text = text
      self.answers = answers
      self.shot = shot
    }
  }

  /// What people say of such goods, and the attributes whose value speaks against it.
  public struct Belief: Sendable, Codable, Hashable {
    public var text: [CopyLocale: String]
    public var attributes: [String]

    public init(text: [CopyLocale: String], attributes: [String]) {
      self.text = text
      self.attributes = attributes
    }
  }
}
