/// How words on the picture look: lengths are pixels on a canvas 1080 wide and scale with it.
///
/// A colour is `#RRGGBB[AA]` or a word of the palette: `primary`, `accent`, `on_primary`,
/// `on_accent`. A shop's brand kit replaces the palette.
public struct Style: Sendable, Codable, Hashable {
  public var id: String
  public var families: [String]
  public var palette: Palette
  public var title: Text
  public var caption: Text
  public var label: Text
  /// A sticker without a price.
  public var banner: Text
  /// Who speaks: name and role.
  public var tag: Text
  public var cover: Text
  public var coverLook: CoverLook
  public var sticker: Sticker
  public var endCard: EndCard
  /// Where in the safe box each kind stands, by `Layer.Kind`'s name.
  public var places: [String: Place]
  /// How each kind comes and goes, by `Layer.Kind`'s name.
  public var animations: [String: Animation]
  public var motion: Motion

  public init(
    id: String, families: [String], palette: Palette = Palette(), title: Text, caption: Text,
    label: Text, banner: Text? = nil, tag: Text? = nil, cover: Text,
    coverLook: CoverLook = CoverLook(), sticker: Sticker, endCard: EndCard,
    places: [String: Place] = Style.usualPlaces,
    animations: [String: Animation] = Style.usualAnimations, motion: Motion
  ) {
    self.id = id
    self.families = families
    self.palette = palette
    self.title = title
    self.caption = caption
    self.label = label
    self.banner = banner ?? caption
    self.tag = tag ?? label
    self.cover = cover
    self.coverLook = coverLook
    self.sticker = sticker
    self.endCard = endCard
    self.places = places
    self.animations = animations
    self.motion = motion
  }

  /// Title above, sticker in the lower middle, caption at the bottom.
  public static let usualPlaces: [String: Place] = [
    "title": Place(from: 0, to: 0.32, anchor: 0),
    "sticker": Place(from: 0.36, to: 0.76, anchor: 0.6, side: .left),
    "caption": Place(from: 0.79, to: 1, anchor: 1),
  ]

  public static let usualAnimations: [String: Animation] = [
    "title": Animation(enter: .pop), "sticker": Animation(enter: .pop),
    "end_card": Animation(enter: .fade),
  ]
}

extension Style {
  public enum Side: String, Sendable, Codable, CaseIterable {
    case left, center, right
  }

  /// The two colours that a brand kit may replace.
  public struct Palette: Sendable, Codable, Hashable {
    public var primary: String
    public var accent: String

    public init(primary: String = "#1A1A1A", accent: String = "#FFD84D") {
      self.primary = primary
      self.accent = accent
    }
  }

  /// A band of the safe box: shares of its height, 0 at its top edge and 1 at its bottom edge.
  public struct Place: Sendable, Codable, Hashable {
    public var from: Double
    public var to: Double
    /// Where in the band: 0 at its upper edge, 1 at its lower edge.
    public var anchor: Double
    public var side: Side

    public init(from: Double, to: Double, anchor: Double, side: Side = .center) {
      self.from = from
      self.to = to
      self.anchor = anchor
      self.side = side
    }
  }

  /// How one kind of layer comes, lives and goes.
  public struct Animation: Sendable, Codable, Hashable {
    public enum Entrance: String, Sendable, Codable, CaseIterable {
      case none, pop, fade, wipe, typewriter
      case slideUp = "slide_up"
      case slideDown = "slide_down"
      case slideRight = "slide_right"
      case slideLeft = "slide_left"
    }

    public enum Departure: String, Sendable, Codable, CaseIterable {
      case none, fade, wipe
      case slideUp = "slide_up"
      case slideDown = "slide_down"
      case slideRight = "slide_right"
      case slideLeft = "slide_left"
    }

    /// What happens to single words while the layer stands.
    public enum Words: String, Sendable, Codable, CaseIterable {
      case none
      /// The word being spoken takes the accent's look.
      case highlight
      /// Words appear as they are spoken.
      case reveal
      /// Key words are marked one stroke after the layer has come.
      case marker
    }

    public var enter: Entrance
    public var leave: Departure
    public var words: Words

    public init(enter: Entrance = .none, leave: Departure = .none, words: Words = .none) {
      self.enter = enter
      self.leave = leave
      self.words = words
    }
  }

  /// How long movements take, in frames at 30 a second.
  public struct Motion: Sendable, Codable, Hashable {
    public var popFrames: Int
    /// Largest scale while popping in.
    public var popScale: Double
    public var fadeFrames: Int
    public var wipeFrames: Int
    public var slideFrames: Int
    /// Pixels that a slide covers.
    public var slideDistance: Double
    /// Frames that a typed character takes.
    public var typeFrames: Int
    /// Frames that a marker takes from one end of a key word to the other.
    public var markerFrames: Int
    /// Frames that going takes.
    public var leaveFrames: Int

    public init(
      popFrames: Int, popScale: Double, fadeFrames: Int, wipeFrames: Int = 8,
      slideFrames: Int = 8, slideDistance: Double = 90, typeFrames: Int = 2,
      markerFrames: Int = 6, leaveFrames: Int = 5
    ) {
      self.popFrames = popFrames
      self.popScale = popScale
      self.fadeFrames = fadeFrames
      self.wipeFrames = wipeFrames
      self.slideFrames = slideFrames
      self.slideDistance = slideDistance
      self.typeFrames = typeFrames
      self.markerFrames = markerFrames
      self.leaveFrames = leaveFrames
    }
  }
}
