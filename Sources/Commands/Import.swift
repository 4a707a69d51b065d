import ArgumentParser
import Pipeline

struct Import: StageCommand {
  static let verb = Verb.import
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: say(
        "Read catalogue files into work/products.json",
        "商品：读入商品表"),
      discussion: say(
        "Reads the files that shopreel.yaml names under 'catalogue', or every catalogue.* of the workspace. Every fault is named by file, row and column.",
        "读取 shopreel.yaml 中 'catalogue' 所列文件，或工作区里的 catalogue.*；每个问题都指明文件、行、列。"))
  }

  @OptionGroup var line: LineArguments
}
