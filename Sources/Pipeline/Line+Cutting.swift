import Cutting
import Foundation
import Model
import Presets
import Workspace

extension Line {
  /// Every script that is asked for, in file order.
  ///
  /// - Throws: What `allScripts` throws.
  func scripts() throws -> [Script] { try allScripts().filter { wants($0.sku) } }

  /// Every script of the workspace, in file order.
  ///
  /// - Throws: `PipelineError` `inputMissing` before the first `script`; `ArtefactError` by file.
  func allScripts() throws -> [Script] {
    guard FileManager.default.fileExists(atPath: workspace.work("scripts").path) else {
      throw PipelineError(
        .inputMissing, "work/scripts is not there: run 'shopreel script' first")
    }
    return try workspace.files(below: "work/scripts").filter { $0.hasSuffix(".json") }
      .compactMap {
        try workspace.read(Script.self, at: workspace.root.appendingPathComponent($0))
      }
  }

  func timelineFile(_ id: String) -> URL { workspace.work("timelines/\(id).otio") }

  func cutTimelines() async throws -> StageReport {
    var report = StageReport(.cut, .made)
    let products = Dictionary(
      try catalogue().products.map { ($0.sku, $0) }, uniquingKeysWith: { first, _ in first })
    let takes = try artefact(Takes.self, "takes.json", of: .ingest)
    let stage = CutStage(policy: try presets.cutPolicy())
    let siblings = Dictionary(grouping: try allScripts(), by: \.sku)
    let wanted = try platforms()
    let scripts = try scripts()
    let spoken = try await spoken(scripts, takes)
    let wishes = try verdicts().wishes
    report.failed += spoken.failed
    report.notes += spoken.notes
    var written: Set<String> = []
    for script in scripts {
      guard let product = products[script.sku] else { continue }
      for platform in wanted where script.platforms.contains(platform.id) {
        var request = request(script, product, platform, takes, siblings[script.sku] ?? [])
        request.voices += spoken.voices[script.id] ?? []
        report.notes += grant(wishes[request.draftID] ?? [:], in: &request)
        do {
          let timeline = try stage.run(request)
          let data = try timeline.otioData(mediaPrefix: "../../")
          let changed = try AtomicFile.update(data, at: timelineFile(timeline.id))
          changed ? (report.made += 1) : (report.kept += 1)
          written.insert("work/timelines/\(timeline.id).otio")
          report.notes += missing(timeline)
        } catch let error as CutError {
          report.failed.append(.init(request.draftID, error.message))
        }
      }
    }
    if !options.isPartial { prune("work/timelines", keeping: written) }
    try workspace.makeFolder("work/timelines")
    report.places = ["work/timelines"]
    return report
  }

  private func request(
    _ script: Script, _ product: Product, _ platform: Platform, _ takes: Takes, _ siblings: [Script]
  ) -> CutRequest {
    CutRequest(
      script: script, product: product, platform: platform, brand: brand,
      takes: takes.takes.filter { $0.sku == script.sku },
      photos: takes.photos.filter { $0.sku == script.sku },
      voices: recorded(for: script, takes), music: takes.music, siblings: siblings)
  }

  /// Takes that people want for shots; those that cannot be shown are named.
  private func grant(_ wishes: [String: String], in request: inout CutRequest) -> [String] {
    let (takes, unmet) = request.takes.granting(wishes)
    request.takes = takes
    return unmet.sorted { $0.key < $1.key }.map {
      "\(request.draftID): \($0.key) was to be shown with take \($0.value), which is not there or "
        + "thrown out; choose another on the review page"
    }
  }

  private func missing(_ timeline: Timeline) -> [String] {
    guard !timeline.missing.isEmpty else { return [] }
    return ["\(timeline.id): no take of \(timeline.missing.joined(separator: ", "))"]
  }

  /// Removes results that are no longer made; `work/` alone, never drafts.
  func prune(_ folder: String, keeping written: Set<String>) {
    for file in workspace.files(below: folder) where !written.contains(file) {
      try? FileManager.default.removeItem(at: workspace.root.appendingPathComponent(file))
    }
  }
}
