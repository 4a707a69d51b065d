import ArgumentParser
import Pipeline

struct Run: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: say("Run every stage that is out of date, in order", "整条线：重做一切过期的环节"),
      discussion: say(
        "A second run does nothing; after a change only what depends on it is made again.",
        "再跑一遍不做任何事；改动之后只重做受影响的部分。"))
  }

  @OptionGroup var line: LineArguments

  func run() async throws {
    let reports = try await line.line().run()
    try line.output.show(reports)
    if !reports.allSatisfy(\.isWhole) { throw ExitCode(Failure.Status.someFailed.rawValue) }
  }
}
