public import Timing

/// The picture and the words of a cover.
public struct CoverPlan: Sendable, Hashable, Codable {
  /// Seconds on the timeline of the frame to use where no candidate is named.
  public var at: Time
  public var text: String
  public var accents: [String]
  /// Stretches whose best frames make covers to choose from, the best first; three at most.
  public var candidates: [Candidate]
  /// Which candidate is the draft's cover, counted from 1.
  public var choice: Int

  /// A stretch of one shot.
  public struct Candidate: Sendable, Hashable, Codable {
    /// Seconds on the timeline.
    public var range: TimeRange
    /// Why this stretch.
    public var reason: String

    public init(range: TimeRange, reason: String) {
      self.range = range
      self.reason = reason
    }
  }

  public init(
    at: Time, text: String, accents: [String] = [], candidates: [Candidate] = [],
    choice: Int = 1
  ) {
    self.at = at
    self.text = text
    self.accents = accents
    self.candidates = candidates
    self.choice = choice
  }

  /// Reads a plan; one of an older timeline has no candidates.
  ///
  /// - Throws: `DecodingError` for a field of another kind.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      at: try values.decode(Time.self, forKey: .at),
      text: try values.decode(String.self, forKey: .text),
      accents: try values.decodeIfPresent([String].self, forKey: .accents) ?? [],
      candidates: try values.decodeIfPresent([Candidate].self, forKey: .candidates) ?? [],
      choice: try values.decodeIfPresent(Int.self, forKey: .choice) ?? 1)
  }
}
