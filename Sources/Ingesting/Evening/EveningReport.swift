public import Model
import Timing

/// The day as it stands before the set is struck: what is filmed, what has to be filmed again, and
/// which files want a look.
public struct EveningReport: Sendable {
  public var takes: Takes
  public var files: [FileRecord]
  /// The listed shots in filming order; empty without a shot list.
  public var shots: [ListedShot]

  public init(takes: Takes, files: [FileRecord], list: ShotList?) {
    self.takes = takes
    self.files = files
    shots = list.map { $0.setups.flatMap(\.shots) } ?? []
  }

  /// One shot with what was filmed of it.
  struct Row {
    var shot: ListedShot
    /// By score, those that may be used first.
    var takes: [Take]

    var isMissing: Bool { !takes.contains { $0.status != .ng } }
  }

  struct Group {
    var product: String
    var sku: String
    var rows: [Row]
  }

  /// By product, in filming order.
  var groups: [Group] {
    let byShot = Dictionary(grouping: takes.takes.filter { $0.shot != nil }, by: { $0.shot ?? "" })
    var order: [String] = []
    var groups: [String: Group] = [:]
    for shot in shots {
      if groups[shot.sku] == nil {
        order.append(shot.sku)
        groups[shot.sku] = Group(product: shot.product, sku: shot.sku, rows: [])
      }
      let own = (byShot[shot.id] ?? []).sorted(by: EveningReport.goesFirst)
      groups[shot.sku]?.rows.append(Row(shot: shot, takes: own))
    }
    return order.compactMap { groups[$0] }
  }

  private static func goesFirst(_ a: Take, _ b: Take) -> Bool {
    (a.status == .ng ? 1 : 0, b.score, a.take) < (b.status == .ng ? 1 : 0, a.score, b.take)
  }

  func files(_ state: FileRecord.State) -> [FileRecord] { files.filter { $0.state == state } }

  /// Must-shots without a take that may be used.
  public var missing: [MissingShot] { takes.missing.filter(\.must) }

  /// Seconds of clips.
  var filmed: Double {
    files.filter { $0.kind == .clip }.reduce(0) { $0 + ($1.facts?.duration.decimal ?? 0) }
  }

  /// How many takes were filed in each way, in the order of trust.
  var filings: [(way: Take.Filing, count: Int)] {
    let ways: [Take.Filing] = [.slate, .tailSlate, .log, .name, .inherited]
    let counts = Dictionary(grouping: takes.takes, by: \.filedBy).mapValues(\.count)
    return ways.compactMap { way in counts[way].map { (way, $0) } }
  }
}
