import Diagnostics
import Foundation
import Model
import Workspace

/// What was decided on the review page, as the stages obey it.
extension Line {
  var decisions: DecisionBook { DecisionBook(workspace, ledger) }

  /// - Throws: `WorkspaceError` when the journal can be neither read nor written anew.
  func verdicts() throws -> Verdicts { Verdicts(try decisions.read().decisions) }

  /// Takes that were rejected, as edits of takes.
  func barredTakes() throws -> [TakeEdits.Edit] {
    try verdicts().barred.sorted { $0.key < $1.key }.map { take, decision in
      TakeEdits.Edit(
        file: take, use: false, note: "\(decision.who) \(decision.when)",
        position: Position(file: DecisionBook.journal))
    }
  }

  /// Adds the lines written on the page since the last run to those written in files. Each is taken
  /// over once: what is written in a file later stands.
  func takeOverLines(into edits: inout [ScriptEdits.Edit]) throws {
    var taken: [String] = []
    for decision in try verdicts().lines {
      guard case .line(let place, let text) = decision.choice else { continue }
      let mark = mark(of: decision)
      guard try ledger.fingerprint(of: mark) == nil else { continue }
      taken.append(mark)
      let script = script(of: decision)
      if let old = edits.firstIndex(where: { $0.script == script && $0.place == place }) {
        edits[old].now = text
      } else {
        edits.append(ScriptEdits.Edit(script: script, place: place, was: "", now: text))
      }
    }
    guard !taken.isEmpty else { return }
    try writeEdits(edits)
    for mark in taken { try ledger.record("taken", for: mark) }
  }

  /// A draft's id is its script's with the platform behind it.
  func script(of decision: Decision) -> String {
    let tail = "-" + decision.platform
    return decision.draft.hasSuffix(tail) ? String(decision.draft.dropLast(tail.count)) : ""
  }

  private func mark(of decision: Decision) -> String {
    var print = Fingerprint()
    print.add("decision", decision)
    return "decision " + print.text
  }

  /// What an approved draft loses when it is made anew; nil where nobody has approved it.
  func lostApproval(of draft: Draft, among verdicts: Verdicts, to reason: String) -> String? {
    let verdict = verdicts.verdict(on: draft)
    guard verdict.state == .approved else { return nil }
    let (who, when) = (verdict.who ?? "", verdict.when ?? "")
    return options.locale == .zh
      ? "\(draft.platform)/\(draft.id)：\(who) 已于 \(when) 通过，但\(reason)，需要重新审片"
      : "\(draft.platform)/\(draft.id): approved by \(who) at \(when), but \(reason): "
        + "it waits for review again"
  }
}
