import ArgumentParser
import Foundation
import Model
import Pipeline
import Workspace

/// What every verb takes.
struct LineArguments: ParsableArguments {
  @Option(
    name: [.customShort("C"), .long],
    help: ArgumentHelp(say("The workspace", "工作区目录"), valueName: "dir"))
  var workspace = "."

  @Option(help: ArgumentHelp(say("Only these products", "只处理这些商品"), valueName: "a,b"))
  var sku: String?

  @Option(help: ArgumentHelp(say("Only these platforms", "只处理这些平台"), valueName: "a,b"))
  var platform: String?

  @Flag(help: ArgumentHelp(say("Say what would be done, and do nothing", "只说明要做什么，不执行")))
  var dryRun = false

  @Flag(help: ArgumentHelp(say("Stop at the first fault", "遇到第一个问题就停")))
  var strict = false

  @Option(help: ArgumentHelp(say("Items made side by side", "并行数"), valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: ArgumentHelp(say("Presets before all others", "优先使用的预设目录"), valueName: "dir"))
  var presetsDir: String?

  @OptionGroup var output: OutputArguments

  func validate() throws {
    guard jobs >= 1, jobs <= 256 else {
      throw ValidationError("'--jobs' is a number from 1 to 256, found '\(jobs)'")
    }
  }

  var options: LineOptions {
    var options = LineOptions(jobs: jobs, locale: output.locale)
    options.skus = sku.map(names)
    options.platforms = platform.map(names)
    options.dryRun = dryRun
    options.strict = strict
    options.presetsFolder = presetsDir
    return options
  }

  private func names(_ list: String) -> [String] {
    list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// - Throws: `WorkspaceError`, `DiagnosticsError`.
  func line(_ options: LineOptions? = nil) throws -> Line {
    try Line(WorkspaceFolder(workspace), options: options ?? self.options, reporter: output.reporter)
  }
}

/// How a verb speaks.
struct OutputArguments: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: ArgumentHelp(say("text or json", "输出格式：text 或 json")))
  var format = Format.text

  @Flag(name: [.short, .long], help: ArgumentHelp(say("Faults only", "只显示问题")))
  var quiet = false

  @Flag(name: [.short, .long], help: ArgumentHelp(say("Say more", "显示详情")))
  var verbose = false

  @Option(help: ArgumentHelp(say("Language of texts for people: zh or en", "界面语言：zh 或 en")))
  var lang: String?

  func validate() throws {
    if let lang, CopyLocale(rawValue: lang) == nil {
      throw ValidationError("'--lang' is one of: 'zh', 'en'; found '\(lang)'")
    }
  }

  var locale: CopyLocale { lang.flatMap(CopyLocale.init) ?? Language.current }

  var reporter: Reporter { Reporter(quiet ? .quiet : verbose ? .verbose : .normal) }

  /// Writes a result on standard output.
  func print(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  /// Writes a value as sorted JSON on standard output.
  func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
