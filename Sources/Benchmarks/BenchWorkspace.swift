import Diagnostics
import Foundation
import Model
import Presets
import Timing
import Workspace

/// Writes a job as a team's own folder: material, presets, catalogue, scripts, timelines.
struct BenchWorkspace {
  let folder: URL
  let material: URL
  let encoder: EncoderChoice

  /// - Throws: `WorkspaceError`, `DiagnosticsError` for presets, `CocoaError` for material.
  func write(_ plan: JobPlan) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let workspace = try WorkspaceFolder(folder.path)
    let shipped = PresetLibrary(folders: .standard(given: nil, workspace: nil))
    try linkMaterial(of: plan)
    try writePresets(plan, shipped)
    try put(settings(plan), "shopreel.yaml")
    // Only now is there a folder of presets to look into.
    let library = PresetLibrary(folders: .standard(given: nil, workspace: folder))
    let platforms = try plan.outlets.map { try library.platform($0.platform) }
    try workspace.write(
      Catalogue(products: plan.products.map(product)), at: workspace.work("products.json"))
    for sku in plan.products {
      for edit in plan.edits {
        let script = script(sku, edit, platforms, plan.words)
        try workspace.write(script, at: workspace.work("scripts/\(script.id).json"))
        for platform in platforms {
          let timeline = edit.timeline(
            "\(script.id)-\(platform.id)", sku: sku, platform: platform, cover: plan.words.cover)
          try AtomicFile.update(
            timeline.otioData(mediaPrefix: "../../"),
            at: workspace.work("timelines/\(timeline.id).otio"))
        }
      }
    }
  }

  /// Hard links, so that a clip can be renamed like one of the team's own.
  private func linkMaterial(of plan: JobPlan) throws {
    var names = ["music/music.m4a": "music.m4a", "photos/product.png": "product.png"]
    for cut in plan.edits.flatMap(\.cuts) { names["footage/\(cut.clip)"] = cut.source }
    let footage = folder.appendingPathComponent("footage").path
    for old in (try? FileManager.default.contentsOfDirectory(atPath: footage)) ?? []
    where names["footage/\(old)"] == nil {
      try FileManager.default.removeItem(atPath: "\(footage)/\(old)")
    }
    for (name, source) in names {
      let target = folder.appendingPathComponent(name)
      if FileManager.default.fileExists(atPath: target.path) { continue }
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.linkItem(at: material.appendingPathComponent(source), to: target)
    }
  }

  private func writePresets(_ plan: JobPlan, _ shipped: PresetLibrary) throws {
    for outlet in plan.outlets {
      let size = "\(outlet.canvas.width)x\(outlet.canvas.height)"
      var text = try shippedText("platforms", outlet.platform, shipped)
        .replacingBlock("canvas", with: "canvas: \(size)")
        .replacingBlock("cover", with: "cover: \(size)")
        .replacingBlock(
          "delivery",
          with: "delivery: {max_video_kbps: 8000, audio_kbps: 192, max_file_mb: 50}")
      if outlet.canvas.width < 1000 {
        text = text.replacingBlock(
          "safe_zone", with: "safe_zone: {top: 16, bottom: 32, left: 8, right: 16}")
      }
      try put(text, "presets/platforms/\(outlet.platform).yaml")
    }
    try put(
      encoder.applied(to: shippedText("quality", "draft", shipped)), "presets/quality/bench.yaml")
  }

  private func shippedText(_ kind: String, _ id: String, _ shipped: PresetLibrary) throws -> String
  {
    guard let file = shipped.folders.file(kind, id) else {
      throw DiagnosticsError([Diagnostic(.error, "no shipped preset '\(id)' in '\(kind)'")])
    }
    return try String(contentsOf: file, encoding: .utf8)
  }

  private func settings(_ plan: JobPlan) -> String {
    """
    schema: workspace/1
    id: BNCH
    platforms: [\(plan.outlets.map(\.platform).joined(separator: ", "))]
    render:
      quality: bench

    """
  }

  private func product(_ sku: String) -> Product {
    Product(
      sku: sku, title: "大容量帆布托特包", category: "bags", price: Money(79, "CNY"),
      source: Source(file: "catalogue.csv", row: 2))
  }

  private func script(_ sku: String, _ edit: Edit, _ platforms: [Platform], _ words: Words)
    -> Script
  {
    let frames = edit.cuts.reduce(0) { $0 + $1.frames }
    let range = Edit.span(0, frames)
    let beat = Beat(
      role: .hook, start: .zero, duration: range.duration, voice: "", caption: "",
      shots: edit.cuts.indices.map { "S\($0 + 1)" })
    return Script(
      id: "\(sku.lowercased())-\(edit.name)", sku: sku, category: "bags", locale: .zh,
      orientation: .discovery, format: "demo", hook: edit.name, duration: range.duration,
      platforms: platforms.map(\.id), beats: [beat], shots: [],
      post: Dictionary(
        platforms.map { ($0.id, post($0, words)) }, uniquingKeysWith: { first, _ in first }),
      findings: [])
  }

  private func post(_ platform: Platform, _ words: Words) -> Post {
    Post(
      title: "大容量帆布托特包", caption: platform.text.captionMax > 0 ? words.post : "",
      hashtags: platform.text.hashtagsMax > 0 ? ["帆布包"] : [], coverText: words.cover,
      cta: platform.callToAction)
  }

  private func put(_ text: String, _ name: String) throws {
    try AtomicFile.update(Data(text.utf8), at: folder.appendingPathComponent(name))
  }
}
