import Diagnostics
public import Model
import Timing

extension TakeEdits {
  /// Reads a `takes-edits/1` file: `takes: [{file, at, shot, sku, status, in, out, best, use, note}]`.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "takes-edits/1") { root in
      _ = root["note"].optionalString
      return TakeEdits(edits: root["takes"].items.map { Edit(reading: $0) })
    }
  }
}

extension TakeEdits.Edit {
  private enum Mark: String, CaseIterable { case ok, ng, keep, unmarked }

  fileprivate init(reading node: PresetNode) {
    let (file, status) = (node["file"], node["status"])
    if !file.isPresent { node.report("'\(node.path)' names no 'file'") }
    self.init(
      file: file.string(""), at: node["at"].seconds, shot: node["shot"].optionalString,
      sku: node["sku"].optionalString,
      status: status.isPresent ? Take.Status(rawValue: status.choice(Mark.self).rawValue) : nil,
      start: node["in"].seconds, end: node["out"].seconds,
      best: node["best"].isPresent ? TakeWindow(reading: node["best"]) : nil,
      use: node["use"].bool(true), note: node["note"].optionalString,
      position: node.position)
    if let start, let end, start >= end {
      node["out"].report("'\(node.path).out' must come after 'in'")
    }
    node.finish()
  }
}

extension TakeWindow {
  fileprivate init(reading node: PresetNode) {
    let (start, end) = (node["in"].double(in: 0...1e6), node["out"].double(in: 0...1e6))
    if start >= end { node["out"].report("'\(node.path).out' must come after 'in'") }
    self.init(start: Time(decimal: start), end: Time(decimal: end))
    node.finish()
  }
}

extension PresetNode {
  fileprivate var seconds: Double? { isPresent ? double(in: 0...1e6) : nil }
}
