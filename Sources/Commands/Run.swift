import ArgumentParser
import Foundation
import Pipeline

struct Run: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: say("Run every stage that is out of date, in order", "整条线：重做一切过期的环节"),
      discussion: say(
        "A second run does nothing; after a change only what depends on it is made again.",
        "再跑一遍不做任何事；改动之后只重做受影响的部分。"))
  }

  @Option(
    help: ArgumentHelp(
      say(
        "When to end, the most valuable products first: a time of day, or +3h, +90m",
        "到点收工，价值高的商品先做：钟点，或 +3h、+90m"), valueName: "07:00"))
  var until: Deadline?

  @OptionGroup var line: LineArguments

  func run() async throws {
    var options = line.options
    options.until = until?.date(after: Date())
    let reports = try await line.line(options).run()
    try line.output.show(reports)
    try Failure.leave(reports)
  }
}
