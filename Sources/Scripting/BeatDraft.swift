import Model

/// A beat before it has its place in time.
struct BeatDraft {
  var role: BeatRole
  var voice: Copy
  var title: Copy?
  var sticker: Copy?
  var offer: Offer?
  /// What the beat says, in the words of the catalogue.
  var claim: Copy?
  /// The claim as a headline says it; nil for an attribute, which needs its name.
  var headline: Copy?
  /// Shots that show it, best first.
  var wanted: [String] = []
  /// A shot made for this claim alone, where no known one shows it.
  var ownShot: ShotRule?
  /// Indices of the team's own shots.
  var teamShots: [Int] = []
  /// The team's own words, which are never dropped.
  var isTeam = false
  /// Tenths of a second.
  var least: Int
  var most: Int
  var share: Double
  var tenths = 0

  init(_ role: BeatRole, _ voice: Copy, _ rule: Format.BeatRule?) {
    self.role = role
    self.voice = voice
    least = Int((rule?.min ?? 1.5) * 10)
    most = Int((rule?.max ?? 5) * 10)
    share = max(0.01, (rule?.share ?? 0.1) / Double(max(1, rule?.count ?? 1)))
  }
}
