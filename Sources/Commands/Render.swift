import ArgumentParser
import Foundation
import Model
import Pipeline
import Timing

struct Render: StageCommand {
  static let verb = Verb.render
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "render",
      abstract: say(
        "Render drafts with titles, sound and cover",
        "成片：画面、字幕、声音、封面"),
      discussion: say(
        "Writes drafts/<platform>/<draft-id>.mp4 with cover and post. Drafts that nothing has changed are kept, and what several drafts show alike is encoded once.",
        "写出 drafts/<平台>/<成片>.mp4 及封面、发布文案。没有变化的成片保留不动，各成片相同的画面只编码一次。"))
  }

  @OptionGroup var line: LineArguments

  @Flag(
    help: ArgumentHelp(
      say("Say which parts of each draft were made, which taken, and why", "说明每条成片哪些部分新做、哪些复用、原因")))
  var explain = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Draw each draft under its platform's own buttons: work/proofs/",
        "把每条成片叠上平台按钮画成样张：work/proofs/")))
  var proof = false

  func run() async throws {
    var options = self.line.options
    options.proofs = proof
    let line = try self.line.line(options)
    let report = try await line.runAlone(Self.verb)
    try show(report, explain ? line.renderRecords() : [])
    try Failure.leave([report])
  }

  private func show(_ report: StageReport, _ records: [RenderRecord]) throws {
    let output = line.output
    if output.format == .json, explain {
      return try output.print(json: RenderExplanation(stages: [report], drafts: records))
    }
    try output.show([report])
    guard output.format == .text, !output.quiet else { return }
    for record in records { output.print(RenderTable(record: record).text) }
  }
}

/// What `render --explain --format json` prints.
private struct RenderExplanation: Encodable {
  let stages: [StageReport]
  let drafts: [RenderRecord]
}

/// A draft's parts, one a line.
struct RenderTable {
  let record: RenderRecord

  var text: String {
    let head = "\(record.platform)/\(record.id)  \(summary)"
    return ([head] + record.spans.map(line)).joined(separator: "\n")
  }

  private var summary: String {
    let made = record.spans.filter { $0.state == .made }
    let seconds = made.filter { $0.kind == .picture }.reduce(0.0) {
      $0 + ($1.end - $1.start).decimal
    }
    let length = record.spans.filter { $0.kind == .picture }.map(\.end.decimal).max() ?? 0
    return say(
      "\(made.count) of \(record.spans.count) parts made, \(text(seconds)) of \(text(length)) s of picture encoded",
      "\(record.spans.count) 个部分中新做 \(made.count) 个，画面 \(text(length)) 秒中编码 \(text(seconds)) 秒")
  }

  private func line(_ span: RenderRecord.Span) -> String {
    let place =
      span.kind == .cover
      ? text(span.start.decimal) : "\(text(span.start.decimal))–\(text(span.end.decimal))"
    let columns = [
      pad(span.kind.rawValue, 8), pad(place, 14), pad(span.state.rawValue, 6),
      pad(String(span.key.prefix(12)), 13), pad("\((span.bytes + 999) / 1000) kB", 9),
    ]
    return "  " + columns.joined() + span.reason
  }

  private func text(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text.padding(toLength: max(width, text.count + 1), withPad: " ", startingAt: 0)
  }
}
