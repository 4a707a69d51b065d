import ArgumentParser
import Diagnostics
import Foundation
import Pipeline
import Presets

struct PresetsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "presets",
      abstract: say("List, show and check preset files", "查看和检查预设文件"),
      subcommands: [List.self, Show.self, CheckFile.self, Styles.self])
  }
}

/// Where presets are looked for.
struct PresetArguments: ParsableArguments {
  @Option(
    name: [.customShort("C"), .long],
    help: ArgumentHelp(say("The workspace", "工作区目录"), valueName: "dir"))
  var workspace = "."

  @Option(
    help: ArgumentHelp(say("Presets before all others", "优先使用的预设目录"), valueName: "dir"))
  var presetsDir: String?

  var library: PresetLibrary {
    PresetLibrary(
      folders: .standard(given: presetsDir, workspace: URL(fileURLWithPath: workspace)))
  }
}

extension PresetsCommand {
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: say("Names of all presets", "列出所有预设"))
    }

    @OptionGroup var presets: PresetArguments
    @OptionGroup var output: OutputArguments

    func run() throws {
      let folders = presets.library.folders
      let rows = folders.kinds.map { ($0, folders.ids($0)) }
      if output.format == .json {
        return try output.print(
          json: Dictionary(rows, uniquingKeysWith: { first, _ in first }))
      }
      for (kind, ids) in rows {
        output.print("\(kind.padded(to: 12)) \(ids.joined(separator: " "))")
      }
    }
  }

  struct Show: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say("A preset's effective values and its file", "显示一个预设的内容和出处"),
        discussion: say(
          "For example: shopreel presets show douyin", "例如：shopreel presets show douyin"))
    }

    @Argument(help: ArgumentHelp(say("Name, or kind/name", "名称，或 类别/名称")))
    var name: String

    @OptionGroup var presets: PresetArguments
    @OptionGroup var output: OutputArguments

    func run() throws {
      let shown = try PresetInspector(library: presets.library).show(name)
      if output.format == .json { return try output.print(json: shown) }
      output.print("# \(shown.file)\n\(shown.text)")
    }
  }

  struct CheckFile: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "check", abstract: say("Check a preset file", "检查一个预设文件"))
    }

    @Argument(help: ArgumentHelp(say("The file", "文件"))) var file: String
    @OptionGroup var presets: PresetArguments
    @OptionGroup var output: OutputArguments

    func run() throws {
      guard FileManager.default.fileExists(atPath: file) else {
        throw PipelineError(.inputMissing, "'\(file)' is not there; name a preset file")
      }
      try PresetInspector(library: presets.library).check(file)
      if output.format == .json { return try output.print(json: ["valid": true]) }
      output.print(say("\(file): no fault", "\(file)：没有问题"))
    }
  }
}
