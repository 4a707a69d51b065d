import Model
import Timing

/// One product for one group of platforms: everything a script is planned from.
struct Brief {
  let product: Product
  let assets: ProductAssets
  let playbook: Playbook
  let orientation: Orientation
  let platforms: [Platform]
  /// Whether the group may show prices.
  let priced: Bool
  let tone: Tone
  let settings: Settings.Script
  let gatekeeper: Gatekeeper
  let claims: ClaimBook
  /// What the picture must show, as the law words it.
  let notices: [String]
  var format: Format
  /// The kind of selling point that leads.
  var angle: Playbook.PointKind?
  var choice: SeededChoice

  var locale: CopyLocale { product.locale }

  var clock: SpeechClock {
    SpeechClock(locale: locale, pace: format.pace[locale] ?? (locale == .zh ? 4.3 : 2.5))
  }

  /// Whether hands or people are filmed.
  var isFilmed: Bool { !format.usesPhotos }

  /// The claims' slots; without money where the platforms allow none.
  var slots: [String: Copy] { claims.slots }

  /// Shots the product can have, the format's own first.
  var shots: [ShotRule] { (format.shots + playbook.shots).filter(claims.isUsable) }

  /// Patterns of a kind in the order they are tried: mostly the tone's and the format's own first,
  /// the category's first now and then, so that a tone is heard and no line wears out.
  func lines(_ kind: LineKind, for purpose: String) -> [String] {
    let own = (tone.lines[kind]?[locale] ?? []) + (format.lines[kind]?[locale] ?? [])
    let general = choice.order(playbook.lines[kind]?[locale] ?? [], for: purpose)
    guard !own.isEmpty else { return general }
    let special = choice.order(own, for: purpose + ".own")
    return choice.fraction(for: purpose + ".first") < 0.7 ? special + general : general + special
  }

  func beatRule(_ role: BeatRole) -> Format.BeatRule? {
    format.beats.first { $0.role == role && $0.orientations.contains(orientation) }
  }

  /// The cell of a field; an element's own, or its list's.
  func cell(_ field: String) -> String {
    guard product.source.cells[field] == nil, let bracket = field.firstIndex(of: "["),
      let close = field.firstIndex(of: "]")
    else { return product.source.cell(field) }
    let element = String(field[...close])
    let list = String(field[..<bracket])
    return product.source.cell(product.source.cells[element] == nil ? list : element)
  }

  /// Tenths of a second that every platform of the group takes at least.
  var leastTenths: Int {
    let least = platforms.map(\.duration.min).max() ?? 1
    return Int((Swift.max(least, 3) * 10).rounded(.up))
  }

  /// Tenths of a second aimed at: the asked length, or what platforms and format agree on.
  var range: ClosedRange<Int> {
    let least = platforms.map(\.duration.min).max() ?? 1
    let most = max(platforms.map(\.duration.max).min() ?? 600, 3)
    func tenths(_ from: Double, _ to: Double) -> ClosedRange<Int> {
      let low = Int((Swift.min(Swift.max(from, least, 3), most) * 10).rounded(.up))
      let high = Int((Swift.min(Swift.max(to, from, 3), most) * 10).rounded(.down))
      return low...Swift.max(low, high)
    }
    if let asked = settings.duration, asked.isFinite, asked > 0 {
      let asked = Swift.min(asked, 600)
      return tenths(asked * 0.95, asked * 1.05)
    }
    let sellFrom = platforms.map(\.duration.sellFrom).max() ?? 15
    let sellTo = platforms.map(\.duration.sellTo).min() ?? 30
    let own = format.seconds[orientation] ?? [15, 30]
    let (low, high) = (Swift.max(sellFrom, own[0]), Swift.min(sellTo, own[1]))
    if low <= high { return tenths(low, high) }
    return sellFrom <= sellTo ? tenths(sellFrom, sellTo) : tenths(own[0], own[1])
  }
}
