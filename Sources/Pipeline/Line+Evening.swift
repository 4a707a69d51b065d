import Foundation
import Ingesting
import Model
import Workspace

extension Line {
  /// Writes what a team reads in the evening: the report and the table of all files.
  func tellEvening(_ result: IngestResult, list: ShotList?) throws -> [String] {
    try AtomicFile.update(
      FootageTable(files: result.files).csv(), at: workspace.work("footage.csv"))
    let evening = EveningReport(takes: result.takes, files: result.files, list: list)
    let page = EveningPage(
      evening, title: brand.name ?? workspace.root.lastPathComponent, locale: options.locale)
    try AtomicFile.update(
      Data(page.html(reshoot: nil).utf8), at: workspace.work("ingest.html"))
    return ["work/ingest.html", "work/footage.csv"]
  }
}
