import ArgumentParser
import Pipeline

struct Render: StageCommand {
  static let verb = Verb.render
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "render",
      abstract: say(
        "Render drafts with titles, sound and cover",
        "成片：画面、字幕、声音、封面"),
      discussion: say(
        "Writes drafts/<platform>/<draft-id>.mp4 with cover and post. Drafts that nothing has changed are kept.",
        "写出 drafts/<平台>/<成片>.mp4 及封面、发布文案。没有变化的成片保留不动。"))
  }

  @OptionGroup var line: LineArguments
}
