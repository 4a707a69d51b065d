import ArgumentParser
import Pipeline

struct Review: StageCommand {
  static let verb = Verb.review
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review",
      abstract: say(
        "Make the page to review drafts on",
        "审片：生成审片页"),
      discussion: say(
        "Writes drafts/index.html: players, covers, posts, checks. It opens without a server.",
        "写出 drafts/index.html：播放器、封面、文案、质检结果；不需要服务器。"))
  }

  @OptionGroup var line: LineArguments
}
