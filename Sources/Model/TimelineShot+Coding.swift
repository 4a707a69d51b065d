import Timing

/// A straight cut at its own speed is written as it always was.
extension TimelineShot: Codable {
  private enum CodingKeys: String, CodingKey {
    case shot, take, kind, file, source, range, beat, framing, color, keepsSound, speed, transition
    case reason
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      shot: try values.decode(String.self, forKey: .shot),
      take: try values.decodeIfPresent(String.self, forKey: .take),
      kind: try values.decode(Kind.self, forKey: .kind),
      file: try values.decode(String.self, forKey: .file),
      source: try values.decode(TimeRange.self, forKey: .source),
      range: try values.decode(TimeRange.self, forKey: .range),
      beat: try values.decode(Int.self, forKey: .beat),
      framing: try values.decode(FramingPlan.self, forKey: .framing),
      color: try values.decodeIfPresent(ColorPlan.self, forKey: .color),
      keepsSound: try values.decode(Bool.self, forKey: .keepsSound),
      speed: try values.decodeIfPresent(Rational.self, forKey: .speed) ?? 1,
      transition: try values.decodeIfPresent(ShotTransition.self, forKey: .transition),
      reason: try values.decode(String.self, forKey: .reason))
    guard speed >= Rational(1, 100), speed <= 100 else {
      throw DecodingError.dataCorruptedError(
        forKey: .speed, in: values, debugDescription: "a speed of '\(speed)'; it is 1/100 to 100")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(shot, forKey: .shot)
    try values.encodeIfPresent(take, forKey: .take)
    try values.encode(kind, forKey: .kind)
    try values.encode(file, forKey: .file)
    try values.encode(source, forKey: .source)
    try values.encode(range, forKey: .range)
    try values.encode(beat, forKey: .beat)
    try values.encode(framing, forKey: .framing)
    try values.encodeIfPresent(color, forKey: .color)
    try values.encode(keepsSound, forKey: .keepsSound)
    if speed != 1 { try values.encode(speed, forKey: .speed) }
    try values.encodeIfPresent(transition, forKey: .transition)
    try values.encode(reason, forKey: .reason)
  }
}
