import Model

/// Platforms that share scripts: one orientation, one rule on prices, one tone.
struct PlatformGroup {
  var orientation: Orientation
  var priced: Bool
  var tone: Tone
  var platforms: [Platform]

  /// Groups in a fixed order, platforms by id.
  static func groups(of platforms: [Platform], tones: [String: Tone]) -> [PlatformGroup] {
    var seen: Set<String> = []
    let known = platforms.sorted { $0.id < $1.id }.filter { seen.insert($0.id).inserted }
    let voices = Set(known.map(\.tone)).sorted {
      ($0 != Tone.plain.id ? 1 : 0, $0) < ($1 != Tone.plain.id ? 1 : 0, $1)
    }
    return Orientation.allCases.flatMap { orientation in
      [true, false].flatMap { priced in
        voices.compactMap { voice in
          let members = known.filter {
            $0.orientation == orientation && $0.allowsPrice == priced && $0.tone == voice
          }
          guard !members.isEmpty else { return nil }
          return PlatformGroup(
            orientation: orientation, priced: priced, tone: tones[voice] ?? .plain,
            platforms: members)
        }
      }
    }
  }

  /// Says which platforms speak another language than the catalogue.
  func localeNotes(_ locale: CopyLocale) -> [String] {
    let others = platforms.filter { $0.locale != locale }
    guard !others.isEmpty else { return [] }
    return [
      locale == .zh
        ? "商品资料是中文，\(others.map(\.nameZh).joined(separator: "、"))也用中文文案；要外文请在目录里加外文商品"
        : "the catalogue is in English, so \(others.map(\.name).joined(separator: ", ")) get English copy"
    ]
  }
}
