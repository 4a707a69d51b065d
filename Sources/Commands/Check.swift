import ArgumentParser
import Pipeline

struct Check: StageCommand {
  static let verb = Verb.check
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say(
        "Hold every draft against its platform and script",
        "质检：逐条对照平台与脚本"),
      discussion: say(
        "Decodes each draft to its last frame. Exit status 1 when one falls short.",
        "逐帧读回每条成片；有不合格的，退出码为 1。"))
  }

  @OptionGroup var line: LineArguments
}
