import ArgumentParser
import Foundation
import Model
import Pipeline
import Presets

/// `check --text`: the gate's findings in text files.
struct TextReview {
  let desk: CopyDesk
  let category: String
  let strict: Bool
  let output: OutputArguments

  private struct Result: Encodable {
    var findings: [CopyDesk.Place] = []
    var failed: [Fault] = []
    var blocks = 0
    var warnings = 0
    var notes = 0

    struct Fault: Encodable {
      var file: String
      var message: String
    }
  }

  /// Leaves with status 1 when something blocks or a file could not be read.
  func run(_ files: [String]) throws {
    var result = Result()
    var lines: [String] = []
    var lastError: (any Error)?
    for file in files {
      do {
        let data = file == "-" ? try FileHandle.standardInput.readToEnd() ?? Data() : nil
        try desk.review(file, data: data, category: category) { place in
          count(place.finding, in: &result)
          if output.format == .json {
            result.findings.append(place)
          } else if !output.quiet || place.finding.severity == .block {
            lines.append(text(place))
            if lines.count > 1_000 { flush(&lines) }
          }
        }
      } catch let error as PipelineError {
        lastError = error
        result.failed.append(.init(file: file, message: error.description))
        if output.format == .text { Failure.complain("error: \(error)") }
        if strict { break }
      }
      flush(&lines)
    }
    if files.count == 1, let lastError, output.format == .text {
      throw ExitCode(Failure.status(of: lastError)?.rawValue ?? 1)
    }
    try show(result)
    if result.blocks > 0 || !result.failed.isEmpty {
      throw ExitCode(Failure.Status.someFailed.rawValue)
    }
  }

  private func flush(_ lines: inout [String]) {
    if !lines.isEmpty { output.print(lines.joined(separator: "\n")) }
    lines = []
  }

  private func count(_ finding: Finding, in result: inout Result) {
    switch finding.severity {
    case .block: result.blocks += 1
    case .warn: result.warnings += 1
    case .note: result.notes += 1
    }
  }

  private func show(_ result: Result) throws {
    if output.format == .json { return try output.print(json: result) }
    guard !output.quiet else { return }
    let zh = output.locale == .zh
    output.print(
      zh
        ? "禁用 \(result.blocks)，慎用 \(result.warnings)，提示 \(result.notes)"
        : "\(result.blocks) blocked, \(result.warnings) warned of, \(result.notes) noted")
  }

  private func text(_ place: CopyDesk.Place) -> String {
    let finding = place.finding
    let entry = desk.glossary.entries[finding.rule]
    let locale = output.locale
    let isForeign = CopyLocale.detected(in: finding.basis) != locale
    let basis = isForeign ? entry?.basis[locale] ?? finding.basis : finding.basis
    let advice =
      CopyLocale.detected(in: finding.suggestion) != locale
      ? entry?.advice[locale] ?? finding.suggestion : finding.suggestion
    let rule = locale == .zh ? entry?.name[.zh] ?? finding.rule : finding.rule
    let parts = [basis, advice].filter { !$0.isEmpty }.joined(separator: "; ")
    return "\(place.file):\(place.line):\(place.column): \(finding.severity.word(locale)): "
      + "'\(finding.term)' \(rule): \(parts)"
  }
}

extension LineArguments {
  /// The gate by itself, with the workspace's brand and platforms where there is one.
  ///
  /// - Throws: `DiagnosticsError`.
  func copyDesk() throws -> CopyDesk {
    try CopyDesk(
      presets: PresetLibrary(
        folders: .standard(given: presetsDir, workspace: URL(fileURLWithPath: workspace))),
      workspace: URL(fileURLWithPath: workspace), platforms: options.platforms)
  }
}
