import ArgumentParser
import Model
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
        "Reads the files that shopreel.yaml names under 'catalogue', or every catalogue.* of the workspace: csv, tsv, xlsx, XML feeds, JSON, JSON lines. The first file leads; later ones complete it by SKU. Every fault is named by file, row and column.",
        "读取 shopreel.yaml 中 'catalogue' 所列文件，或工作区里的 catalogue.*：csv、tsv、xlsx、XML、JSON 均可。以第一个文件为主，后面的按商家编码补充；每个问题都指明文件、行、列。"
      ))
  }

  @OptionGroup var line: LineArguments

  @Flag(
    help: ArgumentHelp(
      say(
        "Print how each column is understood, by what, how surely, and what to settle",
        "列出每一列被理解成什么、依据、把握和待确认之处")))
  var explain = false

  func run() async throws {
    let line = try self.line.line()
    let report = try await line.runAlone(Self.verb)
    try show(report, explain ? line.columnReport() : nil)
    if !report.isWhole { throw ExitCode(Failure.Status.someFailed.rawValue) }
  }

  private func show(_ report: StageReport, _ columns: ColumnReport?) throws {
    let output = line.output
    guard let columns else { return try output.show([report]) }
    if output.format == .json {
      return try output.print(json: ImportExplanation(stages: [report], columns: columns))
    }
    try output.show([report])
    if !output.quiet { output.print(columns.text(Language.current)) }
  }
}

/// What `import --explain --format json` prints.
private struct ImportExplanation: Encodable {
  let stages: [StageReport]
  let columns: ColumnReport
}
