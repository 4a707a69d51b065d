import Diagnostics
public import Foundation
import Media
public import Model
public import Pixels
public import Presets
import Rendering
import Timing
import Workspace

/// Every style on real frames, on one sheet: those of a workspace, else the ones that are shipped.
public struct StyleGallery {
  let presets: PresetLibrary
  let folder: URL
  let brand: BrandKit

  /// - Parameter workspace: Where clips and photos are looked for.
  /// - Throws: `DiagnosticsError` for a faulty brand kit.
  public init(presets: PresetLibrary, workspace: URL) throws {
    self.presets = presets
    folder = workspace
    brand = try presets.brand(at: workspace.appendingPathComponent("brand/brand.yaml"))
  }

  /// - Parameters:
  ///   - styles: Preset ids; all when empty.
  ///   - showsOverlay: Whether the platform's own buttons lie over the frames.
  /// - Throws: `DiagnosticsError` for an unknown style or platform, `PipelineError` `.inputMissing`
  ///   when there is no picture, `DrawingError`.
  public func sheet(
    styles ids: [String] = [], platform id: String = "douyin", locale: CopyLocale,
    showsOverlay: Bool = false
  ) throws -> Bitmap {
    let platform = try presets.platform(id)
    let overlay = showsOverlay ? try presets.overlay(id) : nil
    let (frames, product) = try pictures(for: platform)
    let words = StylePanels.Words.sample(locale)
    let names = ids.isEmpty ? presets.folders.ids("styles") : ids
    let rows = try names.enumerated().map { index, name in
      // Each style on other frames first, so that no style looks best by its picture alone.
      let turn = (0..<frames.count).map { frames[($0 + index) % frames.count] }
      let panels = try StylePanels(
        style: presets.style(name), brand: brand, platform: platform, overlay: overlay
      ).panels(on: turn, product: product, words: words, locale: locale)
      return StyleSheetPage.Row(name: name, panels: panels)
    }
    return try StyleSheetPage(rows: rows).drawn()
  }

  private static let clips: Set<String> = ["mp4", "mov", "m4v", "mkv", "webm"]
  private static let stills: Set<String> = ["jpg", "jpeg", "png", "heic", "webp"]

  /// Up to four frames, and a picture of a product.
  private func pictures(for platform: Platform) throws -> ([Bitmap], URL?) {
    let photos = evenly(files("photos", Self.stills), 3)
    var frames = bestTakes(4).compactMap { frame(of: $0.file, at: $0.moment, platform) }
    if frames.isEmpty {
      frames = evenly(files("footage", Self.clips), 4).compactMap { frame(of: $0, platform) }
    }
    for photo in photos where frames.count < 4 {
      if let bitmap = still(photo, platform) { frames.append(bitmap) }
    }
    guard frames.isEmpty else { return (frames, photos.first) }
    let shipped = presets.folders.folders.map {
      $0.deletingLastPathComponent().appendingPathComponent("assets/frames")
    }.flatMap { pictures(in: $0, Self.stills) }
    frames = evenly(shipped, 4).compactMap { still($0, platform) }
    guard !frames.isEmpty else {
      throw PipelineError(
        .inputMissing,
        "no picture to lay words on: put clips into footage/ or photos into photos/, or name a "
          + "workspace that has some with -C")
    }
    return (frames, shipped.last)
  }

  /// The middle of the best stretch of the best take of each product; none before `ingest`.
  private func bestTakes(_ count: Int) -> [(file: URL, moment: Time)] {
    guard let workspace = try? WorkspaceFolder(folder.path),
      let takes = try? workspace.read(Takes.self, at: workspace.work("takes.json"))?.takes
    else { return [] }
    var skus: Set<String> = []
    return takes.sorted { ($1.score, $0.id) < ($0.score, $1.id) }
      .filter { skus.insert($0.sku ?? "").inserted }.prefix(count)
      .compactMap { take in
        let (start, end) = take.best.map { ($0.start, $0.end) } ?? (take.start, take.end)
        return (try? workspace.file(take.file)).map {
          ($0, Time(decimal: (start.decimal + end.decimal) / 2))
        }
      }
  }

  private func files(_ name: String, _ endings: Set<String>) -> [URL] {
    pictures(in: folder.appendingPathComponent(name), endings)
  }

  private func pictures(in folder: URL, _ endings: Set<String>) -> [URL] {
    guard let names = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    return names.compactMap { $0 as? String }
      .filter { endings.contains(($0 as NSString).pathExtension.lowercased()) }.sorted()
      .map { folder.appendingPathComponent($0) }
  }

  private func evenly(_ files: [URL], _ count: Int) -> [URL] {
    files.count <= count
      ? files : (0..<count).map { files[(2 * $0 + 1) * files.count / (2 * count)] }
  }

  /// The middle of a clip.
  private func frame(of file: URL, _ platform: Platform) -> Bitmap? {
    guard let facts = try? Probe.facts(of: file.path) else { return nil }
    return frame(of: file, at: Time(decimal: (facts.duration?.decimal ?? 0) / 2), platform)
  }

  private func frame(of file: URL, at moment: Time, _ platform: Platform) -> Bitmap? {
    let reader = try? PictureReader(
      path: file.path, range: TimeRange(start: moment, duration: platform.rate.frame),
      framing: Framing(width: platform.canvas.width, height: platform.canvas.height),
      rate: platform.rate, isStill: false)
    return try? reader?.next()?.bitmap()
  }

  private func still(_ file: URL, _ platform: Platform) -> Bitmap? {
    try? StillReader.bitmap(
      of: file.path, longSide: max(platform.canvas.width, platform.canvas.height))
  }
}
