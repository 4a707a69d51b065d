import Model

/// What a choice has used of each quota.
struct Tally: Sendable {
  private let policy: SelectionPolicy
  private let least: [Int]
  private let most: [Int]
  private(set) var count = 0
  private(set) var minutes = 0.0
  private(set) var new = 0
  private(set) var roles = [0, 0, 0, 0]
  private var categories: [Int: Int] = [:]
  private var suppliers: [Int: Int] = [:]
  private var parents: [Int: Int] = [:]
  private var twins: [Int: Int] = [:]

  init(_ policy: SelectionPolicy) {
    self.policy = policy
    let shares = SelectionPolicy.ladder.map { policy.quotas.ladder[$0] ?? SelectionPolicy.Share() }
    let places = Double(policy.count)
    least = shares.map { Int(($0.least * places + 1e-9).rounded(.down)) }
    most = shares.map { Int(($0.most * places - 1e-9).rounded(.up)) }
  }

  func lacks(role: Int) -> Bool { roles[role] < least[role] }
  var lacksNew: Bool { new < policy.quotas.new }
  func least(of role: Int) -> Int { least[role] }
  func most(of role: Int) -> Int { most[role] }
  func used(category: Int) -> Int { categories[category] ?? 0 }
  func used(supplier: Int) -> Int { suppliers[supplier] ?? 0 }

  /// Places kept for parts of the ladder and for new products that would still be empty.
  func missing(adding contender: Contender?, as role: Int?) -> Int {
    let new = new + (contender?.isNew == true ? 1 : 0)
    return roles.indices.reduce(max(0, policy.quotas.new - new)) {
      $0 + max(0, least[$1] - roles[$1] - ($1 == role ? 1 : 0))
    }
  }

  /// Products that would stand beyond a part's largest share.
  func excess(adding role: Int?) -> Int {
    roles.indices.reduce(0) { $0 + max(0, roles[$1] + ($1 == role ? 1 : 0) - most[$1]) }
  }

  /// The part of the ladder in which a product finds a place; nil where all are full.
  func role(for contender: Contender) -> Int? {
    contender.roles.first { roles[$0] < most[$0] }
  }

  /// The quota that keeps a product out, beside the ladder's.
  func obstacle(to contender: Contender) -> Obstacle? {
    if let parent = contender.parent, parents[parent] != nil { return .variant }
    if twins[contender.twin] != nil { return .twin }
    if categories[contender.category] ?? 0 >= policy.perCategory { return .category }
    if let supplier = contender.supplier, suppliers[supplier] ?? 0 >= policy.quotas.perSupplier {
      return .supplier
    }
    if let budget = policy.shoot.budget, minutes + contender.minutes > budget + 1e-9 {
      return .minutes
    }
    return count >= policy.count ? .count : nil
  }

  mutating func add(_ contender: Contender, as role: Int, _ sign: Int = 1) {
    count += sign
    minutes += Double(sign) * contender.minutes
    new += contender.isNew ? sign : 0
    roles[role] += sign
    Self.add(sign, to: &categories, contender.category)
    Self.add(sign, to: &twins, contender.twin)
    if let supplier = contender.supplier { Self.add(sign, to: &suppliers, supplier) }
    if let parent = contender.parent { Self.add(sign, to: &parents, parent) }
  }

  private static func add(_ sign: Int, to table: inout [Int: Int], _ key: Int) {
    let sum = (table[key] ?? 0) + sign
    table[key] = sum == 0 ? nil : sum
  }
}

/// A quota that keeps a product out.
enum Obstacle: String, Sendable {
  case variant, twin, category, supplier, minutes, ladder, count
}
