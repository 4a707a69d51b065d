import ArgumentParser
import Pipeline

struct ScriptCommand: StageCommand {
  static let verb = Verb.script
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "script",
      abstract: say(
        "Write scripts and posts from catalogue facts",
        "策划与文案：按商品事实写脚本和发布文案"),
      discussion: say(
        "Writes work/scripts/<category>/<script-id>.json and .md, and a script book a category. Nothing is said that the catalogue does not support.",
        "写出 work/scripts/<类目>/<脚本>.json 与 .md，以及每个类目的脚本册。商品表没有的，一个字也不说。"))
  }

  @Option(
    help: ArgumentHelp(
      say("Say what the rules hold against a word or sentence", "说明一个词或一句话违反哪些规定"),
      valueName: "text"))
  var explain: String?

  @OptionGroup var line: LineArguments

  func run() async throws {
    guard let explain else { return try await runStage() }
    let explanation = try line.copyDesk().explain(explain)
    if line.output.format == .json { return try line.output.print(json: explanation) }
    line.output.print(ExplanationText(explanation, locale: line.output.locale).text)
  }
}
