public import Timing

/// One video's plan: beats with words and facts, the shots they need, the posts beside it.
public struct Script: Artefact, Hashable {
  public static let schema = "script/1"

  public var id: String
  public var sku: String
  public var category: String
  public var locale: CopyLocale
  public var orientation: Orientation
  /// Format preset id.
  public var format: String
  /// Hook preset id.
  public var hook: String
  /// The kind of selling point it leads with; nil for a product that has but one.
  public var angle: String?
  /// Tone preset id.
  public var tone: String?
  public var duration: Time
  /// Platform preset ids.
  public var platforms: [String]
  public var beats: [Beat]
  public var shots: [Shot]
  /// Platform id → what is posted there.
  public var post: [String: Post]
  public var findings: [Finding]
  /// What one more asset would unlock, and why this format was chosen.
  public var notes: [String]
  /// Places whose words a person has written: `beats[2].voice`; nil for none.
  public var edited: [String]?
  /// A short hash of every line as it was written: a line that no longer fits its own was changed by
  /// hand.
  public var seal: String?
  /// Places whose words a language model proposed, every claim of them found among the facts.
  public var proposed: [String]?

  public init(
    id: String, sku: String, category: String, locale: CopyLocale, orientation: Orientation,
    format: String, hook: String, angle: String? = nil, tone: String? = nil, duration: Time,
    platforms: [String], beats: [Beat],
    shots: [Shot], post: [String: Post], findings: [Finding], notes: [String] = []
  ) {
    self.id = id
    self.sku = sku
    self.category = category
    self.locale = locale
    self.orientation = orientation
    self.format = format
    self.hook = hook
    self.angle = angle
    self.tone = tone
    self.duration = duration
    self.platforms = platforms
    self.beats = beats
    self.shots = shots
    self.post = post
    self.findings = findings
    self.notes = notes
  }
}

/// How goods and people meet: 货找人, 人找货, 私域.
public enum Orientation: String, Sendable, Codable, CaseIterable {
  case discovery, search
  case `private`
}

/// A beat's part in the story, in the order of the trade.
public enum BeatRole: String, Sendable, Codable, CaseIterable {
  case hook, pain, reveal, point, proof, offer, cta
}

public struct Beat: Sendable, Codable, Hashable {
  public var role: BeatRole
  public var start: Time
  public var duration: Time
  /// What is spoken; empty for a silent beat.
  public var voice: String
  /// What is read at the bottom of the picture.
  public var caption: String
  /// The big words of the hook or of a selling point.
  public var title: String?
  /// The sticker's words on one line.
  public var sticker: String?
  /// The same sticker with its parts, when it names a price.
  public var offer: Offer?
  public var facts: [Fact]
  /// Ids of the script's shots that show it.
  public var shots: [String]

  public init(
    role: BeatRole, start: Time, duration: Time, voice: String, caption: String,
    title: String? = nil, sticker: String? = nil, offer: Offer? = nil, facts: [Fact] = [],
    shots: [String] = []
  ) {
    self.role = role
    self.start = start
    self.duration = duration
    self.voice = voice
    self.caption = caption
    self.title = title
    self.sticker = sticker
    self.offer = offer
    self.facts = facts
    self.shots = shots
  }

  public var range: TimeRange { TimeRange(start: start, duration: duration) }
}

/// A price sticker's parts.
public struct Offer: Sendable, Codable, Hashable {
  /// Above the price: 到手价, Now.
  public var label: String
  /// `¥39.9`.
  public var price: String
  /// Struck through; only where the catalogue gives a basis.
  public var reference: String?
  /// What the reference was, as it stands beside it: 日常价, list price.
  public var basis: String?

  public init(label: String, price: String, reference: String? = nil, basis: String? = nil) {
    self.label = label
    self.price = price
    self.reference = reference
    self.basis = basis
  }
}

/// A claim's ground: the words as they stand in the copy, the field, the cell.
public struct Fact: Sendable, Codable, Hashable {
  public var text: String
  /// `price`, `attributes.面料`, `brand.name`.
  public var field: String
  /// `catalogue.csv:5 售价`; cells of a computed figure are joined by `; `.
  public var source: String
  /// How the figure was computed from the cells: `39.9 ÷ 12 ≈ 3.33`; nil for one that stands there.
  public var formula: String?

  public init(text: String, field: String, source: String, formula: String? = nil) {
    self.text = text
    self.field = field
    self.source = source
    self.formula = formula
  }
}

/// One shot to be filmed.
public struct Shot: Sendable, Codable, Hashable {
  /// Stable for a product and a picture, whatever script asks for it.
  public var id: String
  /// Index of the beat it belongs to.
  public var beat: Int
  /// 景别, by the trade's word in the script's language.
  public var size: String
  /// 运镜.
  public var movement: String
  /// 机位.
  public var angle: String
  public var picture: String
  public var duration: Time
  public var props: [String]
  public var sound: String
  public var must: Bool
  /// `table-top`, `top-down`, `full-length`, … : what is built once for many shots.
  public var rig: String
  /// Whether the sample is spent by it (cut, bite, pour), so that it comes last.
  public var destructive: Bool

  public init(
    id: String, beat: Int, size: String, movement: String, angle: String, picture: String,
    duration: Time, props: [String] = [], sound: String = "", must: Bool = true,
    rig: String = "table-top", destructive: Bool = false
  ) {
    self.id = id
    self.beat = beat
    self.size = size
    self.movement = movement
    self.angle = angle
    self.picture = picture
    self.duration = duration
    self.props = props
    self.sound = sound
    self.must = must
    self.rig = rig
    self.destructive = destructive
  }
}

/// What is posted beside a video on one platform.
public struct Post: Sendable, Codable, Hashable {
  public var title: String
  public var caption: String
  /// Without the sign.
  public var hashtags: [String]
  public var coverText: String
  public var cta: String
  public var facts: [Fact]

  public init(
    title: String, caption: String, hashtags: [String], coverText: String, cta: String,
    facts: [Fact] = []
  ) {
    self.title = title
    self.caption = caption
    self.hashtags = hashtags
    self.coverText = coverText
    self.cta = cta
    self.facts = facts
  }

  /// Facts that stand on the cover, word for word: a line must not break inside one.
  public var factsOnCover: [String] {
    Set(facts.map(\.text).filter { !$0.isEmpty && coverText.contains($0) }).sorted()
  }
}

extension Script {
  /// `hook`, `point-1`, `point-2`, … : a beat's name as voice files carry it.
  public func beatName(_ index: Int) -> String {
    let role = beats[index].role
    let same = beats.indices.filter { beats[$0].role == role }
    guard same.count > 1, let place = same.firstIndex(of: index) else { return role.rawValue }
    return "\(role.rawValue)-\(place + 1)"
  }
}

/// A term that the gate has found.
public struct Finding: Sendable, Codable, Hashable {
  public enum Level: String, Sendable, Codable { case block, warn, note }

  public var term: String
  public var rule: String
  public var severity: Level
  /// `beats[2].voice`, `post.douyin.title`, or the catalogue's cell.
  public var place: String
  public var suggestion: String
  /// Law or platform rule.
  public var basis: String

  enum CodingKeys: String, CodingKey {
    case term, rule, severity
    case place = "where"
    case suggestion, basis
  }

  public init(
    term: String, rule: String, severity: Level, place: String, suggestion: String, basis: String
  ) {
    self.term = term
    self.rule = rule
    self.severity = severity
    self.place = place
    self.suggestion = suggestion
    self.basis = basis
  }
}
