internal import Model

/// Tells how long shots and the changes between them take, in thousandths of a minute, so that sums
/// are exact.
struct ShootClock {
  let policy: ShootPolicy
  /// By the changes' bits.
  private let costs: [Int]
  private let rigs: [String: ShootPolicy.Rig]
  private let lenses: [String: ShootPolicy.Lens]

  init(policy: ShootPolicy) {
    self.policy = policy
    rigs = Dictionary(policy.rigs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    lenses = Dictionary(policy.lenses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let single = ShootChange.allCases.map { ShootClock.ticks(policy.changeover.minutes(of: $0)) }
    costs = (0..<1 << single.count).map { bits in
      single.indices.reduce(0) { $0 + (bits & (1 << $1) != 0 ? single[$1] : 0) }
    }
  }

  static func ticks(_ minutes: Double) -> Int {
    guard minutes.isFinite else { return 0 }
    return Int((min(max(minutes, 0), 1e9) * 1000).rounded())
  }

  static func minutes(_ ticks: Int) -> Double { Double(ticks) / 1000 }

  func ticks(of changes: ShootChanges) -> Int { costs[changes.rawValue] }

  /// One shot, without the change before it.
  func ticks(of shot: ListedShot) -> Int {
    let rig = rigs[shot.rig] ?? policy.otherRig
    var minutes = rig.shot + rig.sentence * Double(ShootClock.sentences(in: shot.line))
    if !policy.lockedMovements.contains(shot.movement) { minutes += policy.extra.moving }
    minutes += lenses[shot.stand.lens]?.extra ?? 0
    if shot.destructive { minutes += policy.extra.destructive }
    return ShootClock.ticks(minutes)
  }

  private static func sentences(in line: String) -> Int {
    line.isEmpty ? 0 : max(1, line.filter { "。！？!?.；;".contains($0) }.count)
  }
}

extension ShootPolicy.Changeover {
  func minutes(of change: ShootChange) -> Double {
    switch change {
    case .location: location
    case .set: set
    case .light: light
    case .rig: rig
    case .lens: lens
    case .model: model
    case .outfit: outfit
    case .product: product
    case .sample: sample
    }
  }
}
