import Model

/// A beat before it has its place in time.
struct BeatDraft {
  var role: BeatRole
  /// What is said, the pattern it was made from, and what else would serve.
  var line: Line
  var others: [Line] = []
  /// A second sentence that follows when there is time, and one that does.
  var more: [Line] = []
  var follow: Line?
  var title: Copy?
  /// The title is the line itself, whichever is taken.
  var titlesItself = false
  /// It may not be left out: a step among steps.
  var stays = false
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
  /// Pictures that the time was measured for.
  var looks = 1

  /// A sentence and where it comes from.
  struct Line: Hashable {
    var pattern: String
    var copy: Copy
    /// Tenths it takes to say, with every amount of money as long as any other: what is chosen by it
    /// stays when a price changes.
    var nominal = 0
  }

  init(_ role: BeatRole, _ line: Line, _ rule: Format.BeatRule?) {
    self.role = role
    self.line = line
    least = Int((rule?.min ?? 1.5) * 10)
    most = Int((rule?.max ?? 5) * 10)
    share = max(0.01, (rule?.share ?? 0.1) / Double(max(1, rule?.count ?? 1)))
  }

  init(_ role: BeatRole, _ words: Copy, _ rule: Format.BeatRule?) {
    self.init(role, Line(pattern: "", copy: words), rule)
  }

  /// What is spoken: the line, and the sentence after it.
  var voice: Copy {
    guard let follow else { return line.copy }
    let text = line.copy.text
    let ended = text.last.map { "。？！.?!".contains($0) } ?? true
    let chinese = follow.copy.text.isChineseText
    let joint = chinese ? (ended ? "" : "。") : ended ? " " : ". "
    return Copy(text + joint + follow.copy.text, (line.copy.facts + follow.copy.facts).unique)
  }
}
