public import Timing

/// What a platform takes, shows over the picture, and how it talks. Figures come from its preset
/// file, each with source and confidence there.
public struct Platform: Sendable, Codable, Hashable {
  public var id: String
  /// `Douyin`.
  public var name: String
  /// `抖音`.
  public var nameZh: String
  public var region: Region
  public var locale: CopyLocale
  public var orientation: Orientation
  public var note: String
  /// Tone preset id.
  public var tone: String
  public var canvas: Canvas
  public var rate: FrameRate
  public var safeZone: Margins
  public var delivery: Delivery
  public var duration: DurationRule
  public var text: TextRule
  public var cover: Canvas
  public var sound: SoundRule
  /// Overlays the platform punishes: `qr_code`, `wechat_id`, `phone`, …
  public var prohibited: [String]
  /// Whether prices may stand in the picture and the post.
  public var allowsPrice: Bool
  /// Whether a video with a purchase link carries the word 广告.
  public var adLabel: Bool
  /// Whether buyers may be asked to add the shop's own contact.
  public var allowsContact: Bool
  /// Calls to action by locale; `{category}`, `{shop}` are filled in.
  public var cta: [CopyLocale: [String]]

  public enum Region: String, Sendable, Codable, CaseIterable { case cn, global }

  /// Pixels at the canvas's edges that the platform's own buttons cover.
  public struct Margins: Sendable, Codable, Hashable {
    public var top: Int
    public var bottom: Int
    public var left: Int
    public var right: Int

    public init(top: Int, bottom: Int, left: Int, right: Int) {
      self.top = top
      self.bottom = bottom
      self.left = left
      self.right = right
    }
  }

  public struct Delivery: Sendable, Codable, Hashable {
    /// Kilobits a second.
    public var maxVideoRate: Int
    public var audioRate: Int
    /// Megabytes of a million bytes.
    public var maxFileSize: Int
    /// Seconds from one key frame to the next, at most.
    public var maxKeyDistance: Double

    public init(
      maxVideoRate: Int, audioRate: Int, maxFileSize: Int, maxKeyDistance: Double = 5
    ) {
      self.maxVideoRate = maxVideoRate
      self.audioRate = audioRate
      self.maxFileSize = maxFileSize
      self.maxKeyDistance = maxKeyDistance
    }
  }

  /// Seconds.
  public struct DurationRule: Sendable, Codable, Hashable {
    public var min: Double
    public var max: Double
    public var sellFrom: Double
    public var sellTo: Double

    public init(min: Double, max: Double, sellFrom: Double, sellTo: Double) {
      self.min = min
      self.max = max
      self.sellFrom = sellFrom
      self.sellTo = sellTo
    }
  }

  public struct TextRule: Sendable, Codable, Hashable {
    /// How a title's length is counted.
    public enum Unit: String, Sendable, Codable, CaseIterable {
      case characters, gbkBytes = "gbk_bytes", utf16
    }

    public var titleMin: Int
    public var titleMax: Int
    public var titleUnit: Unit
    public var captionMax: Int
    public var hashtagsMax: Int
    /// Characters on the cover.
    public var coverMax: Int

    public init(
      titleMin: Int, titleMax: Int, titleUnit: Unit, captionMax: Int, hashtagsMax: Int,
      coverMax: Int
    ) {
      self.titleMin = titleMin
      self.titleMax = titleMax
      self.titleUnit = titleUnit
      self.captionMax = captionMax
      self.hashtagsMax = hashtagsMax
      self.coverMax = coverMax
    }
  }

  public struct SoundRule: Sendable, Codable, Hashable {
    /// LUFS, integrated.
    public var loudness: Double
    /// LU either side that still passes.
    public var tolerance: Double
    /// dBTP, at most.
    public var truePeak: Double

    public init(loudness: Double, tolerance: Double, truePeak: Double) {
      self.loudness = loudness
      self.tolerance = tolerance
      self.truePeak = truePeak
    }
  }

  public init(
    id: String, name: String, nameZh: String, region: Region, locale: CopyLocale,
    orientation: Orientation, note: String,
    tone: String = Tone.plain.id, canvas: Canvas, rate: FrameRate, safeZone: Margins,
    delivery: Delivery, duration: DurationRule, text: TextRule, cover: Canvas, sound: SoundRule,
    prohibited: [String], allowsPrice: Bool, adLabel: Bool,
    allowsContact: Bool = false, cta: [CopyLocale: [String]]
  ) {
    self.id = id
    self.name = name
    self.nameZh = nameZh
    self.region = region
    self.locale = locale
    self.orientation = orientation
    self.note = note
    self.tone = tone
    self.canvas = canvas
    self.rate = rate
    self.safeZone = safeZone
    self.delivery = delivery
    self.duration = duration
    self.text = text
    self.cover = cover
    self.sound = sound
    self.prohibited = prohibited
    self.allowsPrice = allowsPrice
    self.adLabel = adLabel
    self.allowsContact = allowsContact
    self.cta = cta
  }
}

extension Platform.TextRule {
  /// A title's length as the platform counts it.
  public func length(of title: String) -> Int {
    switch titleUnit {
    case .characters: title.count
    case .gbkBytes: title.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
    case .utf16: title.utf16.count
    }
  }
}

extension Platform {
  /// Whether a shop's mark may stand over the picture.
  public var allowsLogo: Bool {
    !prohibited.contains { Self.marks.contains($0) }
  }

  /// Whether a QR code that leads to the shop's own contact may stand on a card.
  public var allowsCode: Bool { allowsContact && !prohibited.contains("qr_code") }

  private static let marks: Set<String> = [
    "brand_watermark", "corner_logo", "added_logo", "added_watermark",
  ]
}
