import ArgumentParser
import Pipeline
import Workspace

struct Status: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: say("Say what is fresh, stale, missing, failed", "状态：哪些最新、过期、缺失、失败"))
  }

  @OptionGroup var line: LineArguments

  func run() async throws {
    var looking = line
    looking.dryRun = true
    let rows = try looking.line().status()
    let owner = try RunLock.owner(of: WorkspaceFolder(line.workspace))
    if line.output.format == .json {
      return try line.output.print(json: Standing(stages: rows, atWork: owner))
    }
    if let owner { line.output.print(say("at work: \(owner.words)", "正在运行：\(owner.words)")) }
    for row in rows {
      let name = say(row.verb.rawValue, row.verb.chinese)
      line.output.print("\(name.padded(to: 10)) \(words(row.state).padded(to: 8)) \(row.detail)")
    }
  }

  private struct Standing: Encodable {
    var stages: [StageStatus]
    var atWork: RunOwner?
  }

  private func words(_ state: StageStatus.State) -> String {
    switch state {
    case .fresh: say("fresh", "最新")
    case .stale: say("stale", "过期")
    case .missing: say("missing", "缺失")
    case .failed: say("failed", "失败")
    }
  }
}

extension String {
  /// Filled with spaces to a width, wide characters counting twice.
  func padded(to width: Int) -> String {
    let cells = unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
    return self + String(repeating: " ", count: max(0, width - cells))
  }
}
