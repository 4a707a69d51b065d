import ArgumentParser
import Foundation
import Model
import Presets
import Shotlisting
import Workspace

/// Plans a workspace's shoot again, by each rule of priority, and prints what it costs.
struct ShootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shoot", abstract: "Plan a workspace's shoot and print its figures as JSON")

  @Argument(help: "The workspace; its scripts are written")
  var folder: String

  @Option(help: "How often the planner is timed; the shortest counts")
  var runs = 3

  func run() throws {
    let workspace = try WorkspaceFolder(folder)
    let library = PresetLibrary(folders: .standard(given: nil, workspace: workspace.root))
    let policy = try library.shootPolicy()
    let input = try input(workspace)
    let (plan, seconds) = timed { ShotPlanner(policy: policy, workspace: "BENC").plan(input) }
    let asked = input.scripts.flatMap(\.shots).filter { !policy.unfilmed.contains($0.rig) }
    let listed = plan.list.setups.flatMap(\.shots)
    var figures = Figures(plan, seconds: seconds, bound: ShootBound(listed, policy, plan.bill))
    figures.asked = asked.count
    figures.products = Set(listed.map(\.sku)).count
    figures.shared = listed.count { $0.scripts.count > 1 }
    figures.scripts = input.scripts.count
    for overflow in ShootPolicy.Overflow.allCases {
      var policy = policy
      policy.overflow = overflow
      let plan = ShotPlanner(policy: policy, workspace: "BENC").plan(input)
      figures.rules[overflow.rawValue] = .init(
        days: plan.list.days.count, minutes: plan.list.totals.minutes)
    }
    figures.encodeSeconds = timed { try? JSONEncoder().encode(plan.list) }.seconds
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    FileHandle.standardOutput.write(try encoder.encode(figures))
  }

  private func timed<Value>(_ body: () -> Value) -> (value: Value, seconds: Double) {
    var best = Double.infinity
    var value = body()
    for _ in 0..<max(1, runs) {
      let start = DispatchTime.now().uptimeNanoseconds
      value = body()
      best = min(best, Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
    }
    return (value, best)
  }

  private func input(_ workspace: WorkspaceFolder) throws -> ShootInput {
    let selection = try Selection.decoded(
      from: Data(contentsOf: workspace.work("selection.json")))
    let ranks = Dictionary(
      selection.selected.map { ($0.sku, $0.rank) }, uniquingKeysWith: { first, _ in first })
    let scripts = try workspace.files(below: "work/scripts").filter { $0.hasSuffix(".json") }.map {
      try Script.decoded(from: Data(contentsOf: workspace.root.appendingPathComponent($0)))
    }
    let sorted = scripts.sorted {
      (ranks[$0.sku] ?? .max, $0.id) < (ranks[$1.sku] ?? .max, $1.id)
    }
    return ShootInput(scripts: sorted, ranks: ranks)
  }
}

private struct Figures: Encodable {
  struct Rule: Encodable {
    var days: Int
    var minutes: Double
  }

  var products = 0
  var scripts = 0
  /// Shots that all scripts ask for, before the shared ones are put together.
  var asked = 0
  var shots: Int
  var shared = 0
  var days: Int
  var setups: Int
  var minutes: Double
  var minutesInScriptOrder: Double
  var filming: Double
  var changes: [String: Double]
  var changesInScriptOrder: [String: Double]
  var bound: Double
  var seconds: Double
  /// Seconds to write the same list as JSON, a yardstick of the same machine and minute.
  var encodeSeconds = 0.0
  var rules: [String: Rule] = [:]

  init(_ plan: ShootPlan, seconds: Double, bound: ShootBound) {
    func named(_ changes: [ShootChange: Double]) -> [String: Double] {
      Dictionary(uniqueKeysWithValues: changes.map { ($0.key.rawValue, $0.value) })
    }
    shots = plan.list.totals.shots
    days = plan.list.days.count
    setups = plan.list.setups.count
    minutes = plan.list.totals.minutes
    minutesInScriptOrder = plan.list.totals.minutesInScriptOrder
    filming = plan.bill.filming
    changes = named(plan.bill.changes)
    changesInScriptOrder = named(plan.plainBill.changes)
    self.bound = bound.minutes
    self.seconds = seconds
  }
}
