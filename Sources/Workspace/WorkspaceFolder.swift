public import Foundation

/// The folder a team works in: where each artefact lies, and nothing outside it.
public struct WorkspaceFolder: Sendable, Hashable {
  public let root: URL

  /// - Throws: `WorkspaceError` when the folder does not exist.
  public init(_ path: String) throws {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      throw WorkspaceError(
        .notAWorkspace, "'\(path)' is not a folder: make one with 'shopreel init \(path)'",
        path: path)
    }
    root = url
  }

  public var settingsFile: URL { root.appendingPathComponent("shopreel.yaml") }
  public var brandFile: URL { root.appendingPathComponent("brand/brand.yaml") }
  public var presets: URL { root.appendingPathComponent("presets") }
  public var work: URL { root.appendingPathComponent("work") }
  public var drafts: URL { root.appendingPathComponent("drafts") }

  /// The store of encoded spans: `$SHOPREEL_STORE`, an absolute folder that several workspaces or
  /// machines may share, else `work/store`.
  ///
  /// - Throws: `WorkspaceError` with code `outside` when the variable holds another path.
  public func store(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> URL {
    guard let chosen = environment["SHOPREEL_STORE"], !chosen.isEmpty else { return work("store") }
    guard chosen.hasPrefix("/") else {
      throw WorkspaceError(
        .outside, "SHOPREEL_STORE must be an absolute folder, found '\(chosen)'", path: chosen)
    }
    return URL(fileURLWithPath: chosen, isDirectory: true).standardizedFileURL
  }

  public func work(_ name: String) -> URL { work.appendingPathComponent(name) }
  public func drafts(_ name: String) -> URL { drafts.appendingPathComponent(name) }

  /// A file named by a catalogue, a preset or an artefact, inside this workspace.
  ///
  /// The team's own top-level folders may be links; nothing below them may lead out.
  /// - Throws: `WorkspaceError` with code `outside` for an absolute path or one that leaves.
  public func file(_ relative: String) throws -> URL {
    let parts = relative.split(separator: "/", omittingEmptySubsequences: true)
    guard !relative.hasPrefix("/"), !relative.hasPrefix("~"), !relative.contains("\0"),
      !relative.contains("://"), !parts.isEmpty, !parts.contains("..")
    else { throw outside(relative) }
    let url = root.appendingPathComponent(relative)
    let top = root.appendingPathComponent(String(parts[0])).resolvingSymlinksInPath().path
    let target = url.resolvingSymlinksInPath().path
    guard target == top || target.hasPrefix(top + "/") else { throw outside(relative) }
    return url
  }

  private func outside(_ relative: String) -> WorkspaceError {
    WorkspaceError(
      .outside, "'\(relative)' leads outside the workspace; name a file below \(root.path)",
      path: relative)
  }

  /// The path as artefacts name it, relative to the root.
  public func relative(_ url: URL) -> String {
    let path = url.standardizedFileURL.path
    return path.hasPrefix(root.path + "/") ? String(path.dropFirst(root.path.count + 1)) : path
  }

  /// Makes a folder for results, so that a stage that left none is told from one that never ran.
  ///
  /// - Throws: `WorkspaceError` with code `cannotWrite`.
  public func makeFolder(_ name: String) throws {
    let url = root.appendingPathComponent(name)
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw WorkspaceError(
        .cannotWrite, "cannot make '\(url.path)': \(error.localizedDescription)", path: url.path)
    }
  }

  /// Removes what a killed run left half written; call only while nobody else is at work.
  public func removeParts(below folders: [String]) {
    for folder in folders {
      let top = root.appendingPathComponent(folder).path
      // The store may be in use by others, and sweeps itself.
      let entries = FolderWalk.entries(below: top) { folder != "work" || $0 != "store" }
      for (path, _) in entries where path.hasSuffix(".part") {
        try? FileManager.default.removeItem(atPath: top + "/" + path)
      }
    }
  }

  /// Regular files below a top-level folder, relative to the root, sorted; hidden ones are left out.
  public func files(below folder: String) -> [String] {
    let top = root.appendingPathComponent(folder).resolvingSymlinksInPath().path
    func isHidden(_ path: String) -> Bool {
      path.hasPrefix(".") || path.contains("/.")
    }
    var result: [String] = []
    for (path, kind) in FolderWalk.entries(below: top, enters: { !isHidden($0) })
    where !isHidden(path) {
      let name = folder + "/" + path
      switch kind {
      case .file: result.append(name)
      case .link: if leadsToFile(name) { result.append(name) }
      case .folder, .other: continue
      }
    }
    return result.sorted()
  }

  /// What lies below a top-level folder and is no file of this workspace: links that lead out of it
  /// or nowhere, pipes, and folders whose name has an ending; relative to the root, sorted.
  public func strays(below folder: String) -> [String] {
    let top = root.appendingPathComponent(folder).resolvingSymlinksInPath().path
    func isHidden(_ path: String) -> Bool { path.hasPrefix(".") || path.contains("/.") }
    return FolderWalk.entries(below: top, enters: { !isHidden($0) }).compactMap { path, kind in
      let name = folder + "/" + path
      guard !isHidden(path) else { return nil }
      switch kind {
      case .file: return nil
      case .link: return leadsToFile(name) ? nil : name
      case .folder: return path.split(separator: "/").last?.contains(".") == true ? name : nil
      case .other: return name
      }
    }.sorted()
  }

  /// Whether a link leads to a file inside the workspace.
  private func leadsToFile(_ name: String) -> Bool {
    guard let url = try? file(name) else { return false }
    return FileStamp(url.path)?.isRegular ?? false
  }
}
