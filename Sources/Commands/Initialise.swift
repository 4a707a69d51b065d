import ArgumentParser
import Foundation
import Pipeline

struct Initialise: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: say("Make a workspace that runs as it is", "新建工作区"),
      discussion: say(
        "With --demo it holds generated products, photos and footage, filmed from its own shot list.",
        "加 --demo 会生成示例商品、图片，并按自己的拍摄单“拍”出素材。"))
  }

  @Argument(help: ArgumentHelp(say("The folder to make", "要建立的目录"), valueName: "dir"))
  var folder: String

  @Flag(help: ArgumentHelp(say("With generated products, footage and photos", "带示例商品与素材")))
  var demo = false

  @Option(help: ArgumentHelp(say("Seed of the demo", "示例的随机种子"), valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp(say("Clips made side by side", "并行数"), valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup var output: OutputArguments

  func run() async throws {
    let founding = Founding(folder: folder, reporter: output.reporter, locale: output.locale)
    let places =
      try await demo
      ? founding.makeDemo(seed: seed, jobs: max(1, jobs)) : founding.makeEmpty()
    if output.format == .json { return try output.print(json: ["made": places]) }
    for place in places { output.print(place) }
  }
}
