import Diagnostics
public import Foundation
public import Model
public import Presets
public import Workspace

/// The whole line on one workspace: it alone knows the order, what is out of date, and where
/// things lie.
public struct Line: Sendable {
  public let workspace: WorkspaceFolder
  public let presets: PresetLibrary
  public let settings: Settings
  public let brand: BrandKit
  public let options: LineOptions
  let ledger: Ledger
  let reporter: Reporter

  /// Opens a workspace and reads its settings and presets.
  ///
  /// - Throws: `WorkspaceError` for the folder, `DiagnosticsError` for settings and presets.
  public init(
    _ workspace: WorkspaceFolder, options: LineOptions, reporter: Reporter
  ) throws {
    self.workspace = workspace
    self.options = options
    self.reporter = reporter
    presets = PresetLibrary(
      folders: .standard(given: options.presetsFolder, workspace: workspace.root))
    settings = try presets.settings(at: workspace.settingsFile)
    brand = try presets.brand(at: workspace.brandFile)
    let file = workspace.work("ledger.sqlite")
    let isForShow = options.dryRun && !FileManager.default.fileExists(atPath: file.path)
    ledger = try isForShow ? Ledger() : Ledger(at: file)
  }

  /// Platforms asked for, as presets.
  ///
  /// - Throws: `DiagnosticsError` for an unknown platform or a faulty preset, `PipelineError` when
  ///   the settings name none.
  func platforms() throws -> [Platform] {
    guard !settings.platforms.isEmpty else {
      throw PipelineError(
        .inputInvalid,
        "shopreel.yaml names no 'platforms'; legal are: "
          + presets.folders.ids("platforms").joined(separator: ", "))
    }
    let all = try settings.platforms.map(presets.platform)
    guard let wanted = options.platforms else { return all }
    for name in wanted where !all.contains(where: { $0.id == name }) {
      throw PipelineError(
        .inputInvalid,
        "platform '\(name)' is not among shopreel.yaml's 'platforms': "
          + settings.platforms.joined(separator: ", "))
    }
    return all.filter { wanted.contains($0.id) }
  }

  /// Four characters that tell this workspace's slates from another's.
  var slateID: String {
    settings.id.isEmpty
      ? SlatePayload.code(for: workspace.root.lastPathComponent, length: 4)
      : String(
        settings.id.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(4))
  }

  func wants(_ sku: String) -> Bool { options.skus?.contains(sku) ?? true }

  /// Today's catalogue.
  ///
  /// - Throws: `PipelineError` `inputMissing` before the first import, `inputInvalid` when a product
  ///   that was asked for is not in it.
  func catalogue() throws -> Catalogue {
    let catalogue = try artefact(Catalogue.self, "products.json", of: .import)
    let known = Set(catalogue.products.map(\.sku))
    for sku in options.skus ?? [] where !known.contains(sku) {
      let hint = nearest(to: sku, among: known).map { "; did you mean '\($0)'?" } ?? ""
      throw PipelineError(
        .inputInvalid, "product '\(sku)' is not in the catalogue\(hint)")
    }
    return catalogue
  }

  func artefact<A: Artefact>(_ type: A.Type, _ name: String, of verb: Verb) throws -> A {
    guard let value = try workspace.read(type, at: workspace.work(name)) else {
      throw PipelineError(
        .inputMissing, "work/\(name) is not there: run 'shopreel \(verb.rawValue)' first")
    }
    return value
  }

  /// Content hash of a result that lies in `work/`, or `none`.
  func hash(_ url: URL) -> String { (try? ledger.contentHash(of: url)) ?? "none" }
}
