import ArgumentParser
import Foundation
import Model
import Pipeline
import Presets

struct Doctor: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: say(
        "Say what this machine lacks, and the command that mends it", "检查本机缺什么，以及怎么补"))
  }

  @OptionGroup var presets: PresetArguments
  @OptionGroup var output: OutputArguments

  func run() throws {
    let file = URL(fileURLWithPath: presets.workspace).appendingPathComponent("shopreel.yaml")
    let settings = try? presets.library.settings(at: file)
    let findings = Examination(
      folders: presets.library.folders, render: settings?.render ?? .init()
    ).findings()
    if output.format == .json {
      try output.print(json: ["findings": findings])
    } else {
      for finding in findings {
        output.print(
          "\(finding.isFine ? "ok  " : "FAIL") \(finding.name.padded(to: 18)) \(finding.value)")
        if let remedy = finding.remedy { output.print("     → \(remedy)") }
      }
    }
    if !findings.allSatisfy(\.isFine) { throw ExitCode(Failure.Status.componentMissing.rawValue) }
  }
}
