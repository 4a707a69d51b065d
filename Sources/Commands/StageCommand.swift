import ArgumentParser
import Foundation
import Pipeline

/// A command that runs one stage of the line.
protocol StageCommand: AsyncParsableCommand {
  static var verb: Verb { get }
  var line: LineArguments { get }
}

extension StageCommand {
  func run() async throws { try await runStage() }

  /// The stage itself, for commands that can do something else besides.
  func runStage() async throws {
    let report = try await line.line().runAlone(Self.verb)
    try line.output.show([report])
    try Failure.leave([report])
  }
}

extension OutputArguments {
  /// Reports as a person or a program reads them.
  func show(_ reports: [StageReport]) throws {
    if format == .json { return try print(json: ["stages": reports]) }
    guard !quiet else { return }
    for report in reports { print(Summary(report: report, isVerbose: verbose).text) }
  }
}

/// One stage in a line or two.
struct Summary {
  let report: StageReport
  let isVerbose: Bool

  var text: String {
    let notes = isVerbose ? report.notes : Array(report.notes.prefix(12))
    let more = report.notes.count - notes.count
    let rest = more > 0 ? [say("… and \(more) more (--verbose)", "……还有 \(more) 条 (--verbose)")] : []
    return ([head] + (notes + rest).map { "    " + $0 }).joined(separator: "\n")
  }

  private var head: String {
    let name = say(report.verb.rawValue, "\(report.verb.chinese) \(report.verb.rawValue)")
    let padded = name.padding(toLength: max(name.count, 10), withPad: " ", startingAt: 0)
    return "\(padded) \(state)"
      + (report.places.isEmpty ? "" : "  → " + report.places.joined(separator: ", "))
  }

  private var state: String {
    switch report.state {
    case .fresh: say("up to date", "无变化")
    case .stale: say("would be made", "需要重做")
    case .missing: say("input missing", "缺少输入")
    case .made:
      [
        say("\(report.made) made", "完成 \(report.made)"),
        report.kept > 0 ? say("\(report.kept) kept", "保留 \(report.kept)") : nil,
        report.failed.isEmpty
          ? nil : say("\(report.failed.count) failed", "失败 \(report.failed.count)"),
        report.left.isEmpty
          ? nil : say("\(report.left.count) left", "留待下次 \(report.left.count)"),
        String(format: "%.1f s", report.seconds),
      ].compactMap { $0 }.joined(separator: ", ")
    }
  }
}
