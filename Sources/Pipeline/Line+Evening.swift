import Foundation
import Ingesting
import Model
import Shotlisting
import Workspace

extension Line {
  /// Writes what a team reads in the evening: the report, the table of all files, and the sheets of
  /// what has to be filmed again.
  ///
  /// - Returns: Where they lie.
  func tellEvening(_ result: IngestResult, list: ShotList?) throws -> [String] {
    let evening = EveningReport(takes: result.takes, files: result.files, list: list)
    let sheets = try listReshoot(evening)
    let page = EveningPage(
      evening, title: brand.name ?? workspace.root.lastPathComponent, locale: options.locale
    ).html(reshoot: sheets.isEmpty ? nil : "reshoot/shotlist.html")
    try AtomicFile.update(Data(page.utf8), at: workspace.work("ingest.html"))
    try AtomicFile.update(
      FootageTable(files: result.files).csv(), at: workspace.work("footage.csv"))
    return ["work/ingest.html", "work/footage.csv"] + sheets
  }

  /// A day of the must-shots that are missing; yesterday's is taken away when there are none.
  private func listReshoot(_ evening: EveningReport) throws -> [String] {
    let missing = Set(evening.missing.map(\.shot))
    guard !evening.shots.isEmpty, !missing.isEmpty else {
      try? FileManager.default.removeItem(at: workspace.work("reshoot"))
      return []
    }
    let plan = try planShoot(edits: ShootEdits()) { missing.contains($0.id) }
    return try writeSheets(of: plan.list, kind: .reshoot, to: "reshoot")
  }
}
