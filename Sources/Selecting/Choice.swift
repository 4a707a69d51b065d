import Model

/// What is chosen: greedily by score, then bettered by single swaps.
///
/// The team's choices go first. Then places that are kept for parts of the price ladder and for new
/// products are filled with the best of each; then the best of all; then, unless the policy is
/// strict, places that would stay empty take what the ladder alone keeps out.
struct Choice: Sendable {
  private(set) var members: [Member] = []
  private(set) var tally: Tally
  private var isChosen: [Bool]
  private let policy: SelectionPolicy

  struct Member: Sendable {
    let contender: Contender
    let role: Int
    /// The quota that kept the place: `new`, or a part of the ladder.
    let place: String?
  }

  /// - Parameters:
  ///   - order: contenders that pass the gates, the team's choices first, then best first.
  ///   - totals: hundredths of a point by the contenders' index.
  ///   - improving: whether swaps are tried.
  init(from order: [Contender], totals: [Int], policy: SelectionPolicy, improving: Bool) {
    self.policy = policy
    tally = Tally(policy)
    isChosen = Array(repeating: false, count: totals.count)
    let team = order.prefix { $0.isTeam }
    for contender in team where tally.count < policy.count {
      take(contender, as: tally.role(for: contender) ?? contender.roles.first ?? 1, place: nil)
    }
    let rest = order.dropFirst(team.count)
    let greedy = policy.shoot.budget == nil ? Array(rest) : Self.byMinute(rest, totals)
    keepPlaces(from: greedy)
    fill(from: greedy)
    if improving { swap(with: Array(rest), totals: totals) }
    members.sort { Self.precedes($0.contender, $1.contender, totals) }
    forgetNeedlessPlaces(order, totals)
  }

  /// A kept place is worth telling only of those that their score alone would not bring in.
  private mutating func forgetNeedlessPlaces(_ order: [Contender], _ totals: [Int]) {
    guard let last = order.prefix(policy.count).last, order.count > policy.count else {
      members = members.map { Member(contender: $0.contender, role: $0.role, place: nil) }
      return
    }
    for place in members.indices {
      let member = members[place]
      if totals[member.contender.index] >= totals[last.index] {
        members[place] = Member(contender: member.contender, role: member.role, place: nil)
      }
    }
  }

  /// Team's choices by priority, then the rest by score; ties by the catalogue's fixed order.
  static func precedes(_ a: Contender, _ b: Contender, _ totals: [Int]) -> Bool {
    if a.isTeam != b.isTeam { return a.isTeam }
    if a.isTeam, a.priority != b.priority { return a.priority < b.priority }
    let (first, second) = (totals[a.index], totals[b.index])
    return first == second ? a.index < b.index : first > second
  }

  func holds(_ index: Int) -> Bool { isChosen[index] }

  private static func byMinute(
    _ contenders: ArraySlice<Contender>, _ totals: [Int]
  ) -> [Contender] {
    contenders.sorted { a, b in
      let first = Double(totals[a.index]) / max(a.minutes, 0.01)
      let second = Double(totals[b.index]) / max(b.minutes, 0.01)
      return first == second ? precedes(a, b, totals) : first > second
    }
  }

  private mutating func take(_ contender: Contender, as role: Int, place: String?) {
    members.append(Member(contender: contender, role: role, place: place))
    isChosen[contender.index] = true
    tally.add(contender, as: role)
  }

  private mutating func keepPlaces(from order: [Contender]) {
    for role in SelectionPolicy.ladder.indices where tally.lacks(role: role) {
      for contender in order where contender.roles.contains(role) && !isChosen[contender.index] {
        guard tally.obstacle(to: contender) == nil else { continue }
        take(contender, as: role, place: SelectionPolicy.ladder[role])
        if !tally.lacks(role: role) { break }
      }
    }
    guard tally.lacksNew else { return }
    for contender in order where contender.isNew && !isChosen[contender.index] {
      guard tally.obstacle(to: contender) == nil, let role = tally.role(for: contender) else {
        continue
      }
      take(contender, as: role, place: "new")
      if !tally.lacksNew { break }
    }
  }

  private mutating func fill(from order: [Contender]) {
    for contender in order where !isChosen[contender.index] {
      if tally.count >= policy.count { return }
      guard let role = tally.role(for: contender), tally.obstacle(to: contender) == nil else {
        continue
      }
      take(contender, as: role, place: nil)
    }
    guard !policy.quotas.strict else { return }
    for contender in order where !isChosen[contender.index] {
      if tally.count >= policy.count { return }
      guard let role = contender.roles.first, tally.obstacle(to: contender) == nil else { continue }
      take(contender, as: role, place: nil)
    }
  }

  private static let tries = 30_000

  /// Puts a better product in the place of a worse one while every quota stays as well kept.
  private mutating func swap(with order: [Contender], totals: [Int]) {
    var tries = Self.tries
    var again = true
    while again, tries > 0 {
      again = false
      let places = members.indices.filter { !members[$0].contender.isTeam }
        .sorted { totals[members[$0].contender.index] < totals[members[$1].contender.index] }
      for place in places {
        guard swap(at: place, with: order, totals, &tries) else { continue }
        again = true
      }
      if again { fill(from: order) }
    }
  }

  private mutating func swap(
    at place: Int, with order: [Contender], _ totals: [Int], _ tries: inout Int
  ) -> Bool {
    let worse = members[place]
    let missing = tally.missing(adding: nil, as: nil)
    let excess = tally.excess(adding: nil)
    var without = tally
    without.add(worse.contender, as: worse.role, -1)
    for better in order {
      if totals[better.index] <= totals[worse.contender.index] || tries <= 0 { return false }
      if isChosen[better.index] { continue }
      tries -= 1
      guard without.obstacle(to: better) == nil,
        let role = without.role(for: better) ?? better.roles.first
      else { continue }
      guard without.missing(adding: better, as: role) <= missing,
        without.excess(adding: role) <= excess
      else { continue }
      isChosen[worse.contender.index] = false
      isChosen[better.index] = true
      let isPlace = worse.role == role && !(worse.place == "new" && !better.isNew)
      members[place] = Member(
        contender: better, role: role, place: isPlace ? worse.place : nil)
      without.add(better, as: role)
      tally = without
      return true
    }
    return false
  }
}
