import Demonstrating
import Foundation
public import Model
import Workspace

/// Makes workspaces: an empty one that says what goes where, or the demo.
public struct Founding: Sendable {
  let folder: String
  let reporter: Reporter
  let locale: CopyLocale

  public init(folder: String, reporter: Reporter, locale: CopyLocale) {
    self.folder = folder
    self.reporter = reporter
    self.locale = locale
  }

  /// Folders, settings, a catalogue of two products with drawn photos, and music, to write over.
  ///
  /// - Returns: What was made.
  /// - Throws: `WorkspaceError` when the folder holds a workspace already or cannot be written.
  public func makeEmpty() throws -> [String] {
    let root = try emptyRoot()
    let id = SlatePayload.code(for: UUID().uuidString, length: 4)
    let files = StarterFiles(locale: locale, id: id).all
    for (name, text) in files {
      try AtomicFile.write(Data(text.utf8), to: root.appendingPathComponent(name))
    }
    for name in ["photos", "footage", "voice", "music", "brand", "presets"] {
      try FileManager.default.createDirectory(
        at: root.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try DemoWorkspace(photoWidth: 900).writeMedia(shirt: "TX-01", bag: "BX-02", to: root)
    return files.map(\.name) + ["photos/", "music/"]
  }

  /// Generated products and photos, then the footage that the demo's own shot list asks for.
  ///
  /// - Throws: `WorkspaceError`; what the stages up to the shot list throw.
  public func makeDemo(seed: UInt64, jobs: Int) async throws -> [String] {
    let root = try emptyRoot()
    try DemoWorkspace(seed: seed).write(to: root)
    try AtomicFile.write(
      Data(StarterMakefile().text.utf8), to: root.appendingPathComponent("Makefile"))
    let line = try Line(
      WorkspaceFolder(root.path), options: LineOptions(jobs: jobs, locale: locale),
      reporter: Reporter(.quiet))
    _ = try await line.run([.import, .select, .script, .shotlist])
    let list = try line.artefact(ShotList.self, "shotlist/shotlist.json", of: .shotlist)
    let shots = list.setups.flatMap(\.shots)
    // Two takes of each shot, one of them the worse by construction.
    let truth = try DemoFootage(seed: seed, clips: shots.count * 2, shorterSide: 540).film(
      shots, to: root.appendingPathComponent("footage"), jobs: jobs,
      progress: { reporter.detail($0) })
    return ["\(root.path): \(truth.clips.count) clips filmed"]
  }

  private func emptyRoot() throws -> URL {
    let root = URL(fileURLWithPath: folder).standardizedFileURL
    let settings = root.appendingPathComponent("shopreel.yaml")
    guard !FileManager.default.fileExists(atPath: settings.path) else {
      throw WorkspaceError(
        .cannotWrite, "'\(folder)' is a workspace already; choose another folder", path: folder)
    }
    do {
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    } catch {
      throw WorkspaceError(
        .cannotWrite, "cannot make '\(folder)': \(error.localizedDescription)", path: folder)
    }
    return root
  }
}
