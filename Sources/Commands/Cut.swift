import ArgumentParser
import Pipeline

struct Cut: StageCommand {
  static let verb = Verb.cut
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cut",
      abstract: say(
        "Cut a timeline for each script and platform",
        "剪辑：每个脚本每个平台一条时间线"),
      discussion: say(
        "Writes OpenTimelineIO files to work/timelines.",
        "在 work/timelines 写出 OpenTimelineIO 文件。"))
  }

  @OptionGroup var line: LineArguments
}
