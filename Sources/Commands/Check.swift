import ArgumentParser
import Foundation
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
        "Decodes each draft to its last frame. Exit status 1 when one falls short. With --text, any text file is held against the rules of copy, in a workspace or without one.",
        "逐帧读回每条成片；有不合格的，退出码为 1。加 --text 时，只检查任意文本文件的用语，有无工作区都可以。"))
  }

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      say(
        "Hold text files against the rules of copy; '-' for standard input",
        "检查文本文件的用语；'-' 表示标准输入"), valueName: "file"))
  var text: [String] = []

  @Option(help: ArgumentHelp(say("Whose rules hold for the text", "按哪个类目检查"), valueName: "id"))
  var category = "general"

  @OptionGroup var line: LineArguments

  func run() async throws {
    guard !text.isEmpty else { return try await runStage() }
    let review = try TextReview(
      desk: line.copyDesk(), category: category, strict: line.strict, output: line.output)
    try review.run(text)
  }
}
