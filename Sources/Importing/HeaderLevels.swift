/// Two header rows of which the first groups the second: `商品销售数据` over `数量 | 金额`.
struct HeaderLevels {
  /// `group-leaf`, or the one header that a column has.
  private(set) var names: [String] = []
  /// Whether a column stands under a group.
  private(set) var isGrouped: [Bool] = []

  /// Nil where the second row is no row of leaves.
  ///
  /// A merged group cell holds its text in each cell that it covers, or in the first alone; a
  /// header that covers both rows stands in both, or in one of them.
  init?(_ above: [String], _ below: [String]) {
    let width = max(above.count, below.count)
    guard (2...2_000).contains(width) else { return nil }
    func cell(_ cells: [String], _ place: Int) -> String {
      cells.indices.contains(place) ? cells[place].cleaned : ""
    }
    let upper = (0..<width).map { cell(above, $0) }
    let lower = (0..<width).map { cell(below, $0) }
    guard lower.allSatisfy(HeaderLevels.isLabel), upper.allSatisfy(HeaderLevels.isLabel) else {
      return nil
    }
    let groups = HeaderLevels.groups(upper, lower)
    var members: [Int: Set<String>] = [:]
    for place in 0..<width {
      if let group = groups[place], !lower[place].isEmpty {
        members[group, default: []].insert(lower[place])
      }
    }
    guard members.values.contains(where: { $0.count >= 2 }) else { return nil }
    for place in 0..<width {
      let isGroup = groups[place].map { (members[$0]?.count ?? 0) >= 2 } ?? false
      let (a, b) = (upper[place], lower[place])
      if isGroup, let group = groups[place], !b.isEmpty, upper[group] != b {
        names.append(upper[group] + "-" + b)
        isGrouped.append(true)
      } else if a.isEmpty || b.isEmpty || a == b {
        names.append(b.isEmpty ? a : b)
        isGrouped.append(false)
      } else {
        return nil
      }
    }
  }

  /// For each column the first column of the group over it.
  private static func groups(_ upper: [String], _ lower: [String]) -> [Int?] {
    var groups: [Int?] = []
    var current: Int?
    for place in upper.indices {
      if upper[place].isEmpty {
        if lower[place].isEmpty { current = nil }
      } else if current.map({ upper[$0] != upper[place] }) ?? true {
        current = place
      }
      groups.append(current)
    }
    return groups
  }

  /// Short, and no value of a row: no number, address or day.
  private static func isLabel(_ text: String) -> Bool {
    guard !text.isEmpty else { return true }
    guard text.utf8.count <= 90, !text.contains("\n"), !text.contains("."), !text.contains(":"),
      !text.contains("：")
    else { return false }
    let digits = text.unicodeScalars.filter { $0.halfWidth.isDigit }.count
    return text.contains(where: \.isLetter) && digits <= 2
  }
}
