import ArgumentParser
import Pipeline

struct Export: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: say("Hand timelines over to an editor", "交接：导出可继续剪辑的工程"),
      discussion: say(
        "Writes exports/otio/<draft-id>.otio with absolute media addresses.",
        "在 exports/otio/ 写出带绝对路径的 OTIO 文件。"))
  }

  @OptionGroup var line: LineArguments

  func run() async throws {
    let export = try line.line().exportTimelines()
    if line.output.format == .json { return try line.output.print(json: ["made": export]) }
    for file in export { line.output.print(file) }
  }
}
