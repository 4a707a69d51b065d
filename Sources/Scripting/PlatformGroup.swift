import Model

/// Platforms that share scripts: one orientation, one rule on prices.
struct PlatformGroup {
  var orientation: Orientation
  var priced: Bool
  var platforms: [Platform]

  /// Groups in a fixed order, platforms by id.
  static func groups(of platforms: [Platform]) -> [PlatformGroup] {
    var seen: Set<String> = []
    let known = platforms.sorted { $0.id < $1.id }.filter { seen.insert($0.id).inserted }
    return Orientation.allCases.flatMap { orientation in
      [true, false].compactMap { priced in
        let members = known.filter { $0.orientation == orientation && $0.allowsPrice == priced }
        guard !members.isEmpty else { return nil }
        return PlatformGroup(orientation: orientation, priced: priced, platforms: members)
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
