import Diagnostics
import Foundation
import Model
import Scripting
import Workspace

/// Lines that people change in the files of a script survive what the program writes after them.
extension Line {
  private static let editsFile = "edits/scripts.json"

  /// What people have written so far, with what they have changed in the scripts since.
  func gatherEdits(_ products: [String: Product], _ report: inout StageReport) throws
    -> [ScriptEdits.Edit]
  {
    let file = workspace.root.appendingPathComponent(Self.editsFile)
    let known = try workspace.read(ScriptEdits.self, at: file)?.edits ?? []
    guard try ledger.fingerprint(of: Verb.script.rawValue + " result") != state(of: .script) else {
      return known
    }
    var edits = known
    for name in workspace.files(below: "work/scripts") where name.hasSuffix(".json") {
      let url = workspace.root.appendingPathComponent(name)
      guard let script = try readable(url, name, &report) else { continue }
      guard let product = products[script.sku] else { continue }
      let page = url.deletingPathExtension().appendingPathExtension("md")
      let text = FileManager.default.contents(atPath: page.path)
        .map { String(decoding: $0, as: UTF8.self) }
      for change in EditReader(script, page: text, product: product).changes {
        take(change.place, change.now, of: script, into: &edits)
      }
    }
    if edits != known { try writeEdits(edits) }
    return edits
  }

  func writeEdits(_ edits: [ScriptEdits.Edit]) throws {
    try workspace.makeFolder("edits")
    try workspace.write(
      ScriptEdits(edits: edits), at: workspace.root.appendingPathComponent(Self.editsFile))
  }

  /// A new edit, a changed one, or one that has gone back to the program's words.
  private func take(
    _ place: String, _ now: String, of script: Script, into edits: inout [ScriptEdits.Edit]
  ) {
    let old = edits.firstIndex { $0.script == script.id && $0.place == place }
    guard let old else {
      // What the program had is not in the file any more: its next script says it.
      edits.append(ScriptEdits.Edit(script: script.id, place: place, was: "", now: now))
      return
    }
    if now == edits[old].was || now.isEmpty {
      edits.remove(at: old)
    } else {
      edits[old].now = now
    }
  }

  /// The script in a file; one that cannot be read any more is kept beside the edits, and said.
  private func readable(_ url: URL, _ name: String, _ report: inout StageReport) throws -> Script? {
    do {
      return try workspace.read(Script.self, at: url)
    } catch {
      let kept = "edits/unreadable/" + url.lastPathComponent
      try workspace.makeFolder("edits/unreadable")
      let target = workspace.root.appendingPathComponent(kept)
      try? FileManager.default.removeItem(at: target)
      try? FileManager.default.copyItem(at: url, to: target)
      report.findings.append(
        Diagnostic(
          .error,
          "no script any more after it was changed by hand (\(error)); it is kept as \(kept)",
          at: Position(file: name)))
      return nil
    }
  }

  /// The scripts with what people have written in them; what could not be taken is said.
  func edited(
    _ scripts: [Script], _ edits: inout [ScriptEdits.Edit], _ input: ScriptInput,
    _ stage: ScriptStage, _ report: inout StageReport
  ) -> [Script] {
    guard !edits.isEmpty else { return scripts }
    let products = Dictionary(
      input.products.map { ($0.sku, $0) }, uniquingKeysWith: { first, _ in first })
    var scripts = scripts
    let before = edits
    for place in edits.indices {
      guard let index = scripts.firstIndex(where: { $0.id == edits[place].script }),
        let product = products[scripts[index].sku]
      else {
        if !options.isPartial { tell(.homeless, edits[place], &report) }
        continue
      }
      if edits[place].was.isEmpty {
        edits[place].was =
          scripts[index].lines.first { $0.place == edits[place].place }?.text ?? ""
      }
      let editor = ScriptEditor(
        product: product, brand: brand,
        format: stage.formats.first { $0.id == scripts[index].format }, gate: input.gate)
      let outcome = editor.apply(edits[place], to: &scripts[index])
      tell(outcome, edits[place], &report)
    }
    if edits != before { try? writeEdits(edits) }
    return scripts
  }

  private func tell(
    _ outcome: ScriptEditor.Outcome, _ edit: ScriptEdits.Edit, _ report: inout StageReport
  ) {
    let zh = options.locale == .zh
    func add(_ severity: Severity, _ message: String) {
      report.findings.append(
        Diagnostic(
          severity, message,
          at: Position(file: Self.editsFile, field: "\(edit.script) \(edit.place)"),
          value: edit.now))
    }
    switch outcome {
    case .taken(let place, let stale):
      guard stale else { return }
      add(
        .note,
        zh
          ? "这一句底下程序的原句变了，仍用你改的（\(place)）"
          : "the program's own line under it has changed; yours stands (\(place))")
    case .refused(_, let reason):
      report.failed.append(
        StageReport.Failure(
          "\(edit.script) \(edit.place) '\(edit.now)'",
          zh
            ? "没有采用：\(reason[.zh] ?? "")；改好这一句，或从 edits/scripts.json 里删掉"
            : "not taken: \(reason[.en] ?? ""); write it anew, or delete it from edits/scripts.json"
        ))
    case .homeless:
      add(
        .warning,
        zh
          ? "没有这条脚本或这一句了；改过的话留在 edits/scripts.json 里"
          : "there is no such script or line any more; the words stay in edits/scripts.json")
    }
  }
}

extension Variety {
  /// One line for people.
  func summary(_ locale: CopyLocale) -> String {
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
    return locale == .zh
      ? "差异：开头不重样 \(percent(distinctHooks))，全文不重样 \(percent(distinctTexts))，最近的两条相距 \(nearest)，重写 \(replaced) 条，仍偏近 \(near.count) 条"
      : "variety: \(percent(distinctHooks)) of the openings differ, \(percent(distinctTexts)) of the texts; nearest two \(nearest) apart; \(replaced) written anew, \(near.count) still near"
  }
}
