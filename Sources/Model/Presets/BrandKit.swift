/// A shop's own voice and look, from `brand/brand.yaml`.
public struct BrandKit: Sendable, Codable, Hashable {
  /// Shop or brand name as buyers know it.
  public var name: String?
  public var slogan: String?
  /// Who speaks for the shop, for people who appear under their own name.
  public var persona: Persona?
  /// What the shop always says at the end; short.
  public var catchphrase: String?
  /// How buyers reach the shop outside the platform; spoken only where a platform allows it.
  public var contact: Contact?
  /// Words the shop says otherwise: the trade's word → its own.
  public var preferred: [String: String]
  /// Words the shop does not use.
  public var forbidden: [String]
  /// Relative to the workspace.
  public var logo: String?
  /// `#RRGGBB`.
  public var primaryColor: String?
  public var accentColor: String?
  /// Font families before those of the style; files lie in `brand/fonts/`.
  public var fonts: [String]
  /// Whether the persona's name and role stand in the picture.
  public var showsTag: Bool
  /// A band of the brand over a video's first moments.
  public var intro: Intro?
  /// What the end card says of the shop; nil takes the slogan.
  public var endLine: String?
  /// The file, as facts name it.
  public var file: String

  /// A real person; what is not stated is not said.
  public struct Persona: Sendable, Codable, Hashable {
    public var name: String?
    /// 店主, buyer, tailor.
    public var role: String?
    /// The trade and the years in it, for people who speak from experience.
    public var trade: String?
    public var years: Int?
    /// Categories the experience holds for; empty for those whose words name the trade.
    public var categories: [String]

    public init(
      name: String? = nil, role: String? = nil, trade: String? = nil, years: Int? = nil,
      categories: [String] = []
    ) {
      self.name = name
      self.role = role
      self.trade = trade
      self.years = years
      self.categories = categories
    }
  }

  /// Where buyers are asked to, and what they truly get there.
  public struct Contact: Sendable, Codable, Hashable {
    /// 店主企业微信, the shop's newsletter.
    public var channel: String
    /// 尺码表, a care guide.
    public var benefit: String?
    /// What the end card's QR code holds, where a platform allows one: an address.
    public var code: String?

    public init(channel: String, benefit: String? = nil, code: String? = nil) {
      self.channel = channel
      self.benefit = benefit
      self.code = code
    }
  }

  /// The hook's picture and words stay to be seen: a band, not a card.
  public struct Intro: Sendable, Codable, Hashable {
    /// Nil takes the shop's name.
    public var text: String?
    /// Seconds.
    public var length: Double

    public init(text: String? = nil, length: Double = 1.2) {
      self.text = text
      self.length = length
    }
  }

  public init(
    name: String? = nil, slogan: String? = nil, persona: Persona? = nil,
    catchphrase: String? = nil, contact: Contact? = nil, preferred: [String: String] = [:],
    forbidden: [String] = [], logo: String? = nil,
    primaryColor: String? = nil, accentColor: String? = nil,
    fonts: [String] = [], showsTag: Bool = true, intro: Intro? = nil, endLine: String? = nil,
    file: String = "brand/brand.yaml"
  ) {
    self.name = name
    self.slogan = slogan
    self.persona = persona
    self.catchphrase = catchphrase
    self.contact = contact
    self.preferred = preferred
    self.forbidden = forbidden
    self.logo = logo
    self.primaryColor = primaryColor
    self.accentColor = accentColor
    self.fonts = fonts
    self.showsTag = showsTag
    self.intro = intro
    self.endLine = endLine
    self.file = file
  }
}
