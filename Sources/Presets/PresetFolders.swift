public import Foundation

/// Where preset files are looked for: the first folder that has a file wins.
public struct PresetFolders: Sendable {
  /// Folders that hold `platforms/`, `categories/`, …; the most particular first.
  public var folders: [URL]

  public init(_ folders: [URL]) { self.folders = folders }

  /// The look-up order: a folder given by hand, the workspace's own, `$SHOPREEL_HOME/presets`,
  /// `<executable>/../share/shopreel/presets`, the checkout.
  public static func standard(given: String?, workspace: URL?) -> PresetFolders {
    let files = FileManager.default
    let program = URL(fileURLWithPath: executablePath).resolvingSymlinksInPath()
    let bin = program.deletingLastPathComponent()
    var candidates: [URL] = []
    if let given { candidates.append(URL(fileURLWithPath: given)) }
    if let workspace { candidates.append(workspace.appendingPathComponent("presets")) }
    if let home = ProcessInfo.processInfo.environment["SHOPREEL_HOME"] {
      candidates.append(URL(fileURLWithPath: home).appendingPathComponent("presets"))
    }
    candidates.append(bin.appendingPathComponent("../share/shopreel/presets").standardizedFileURL)
    candidates += checkouts(above: bin)
    return PresetFolders(candidates.filter { files.fileExists(atPath: $0.path) })
  }

  private static var executablePath: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? ""
  }

  /// A checkout is a folder above the program that holds `Package.swift` and `presets`.
  private static func checkouts(above folder: URL) -> [URL] {
    var folder = folder
    var found: [URL] = []
    while folder.path != "/" {
      let presets = folder.appendingPathComponent("presets")
      let package = folder.appendingPathComponent("Package.swift")
      if FileManager.default.fileExists(atPath: package.path) { found.append(presets) }
      folder.deleteLastPathComponent()
    }
    return found
  }

  /// The file of one preset, for example `platforms` and `douyin`; nil when no folder has it.
  public func file(_ kind: String, _ id: String, ending: String = "yaml") -> URL? {
    guard !id.contains("/"), !id.hasPrefix(".") else { return nil }
    return folders.map { $0.appendingPathComponent("\(kind)/\(id).\(ending)") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// Ids of all presets of a kind, sorted.
  public func ids(_ kind: String, ending: String = "yaml") -> [String] {
    let names = folders.flatMap { folder in
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent(kind).path)) ?? []
    }
    return Set(names.filter { $0.hasSuffix("." + ending) && !$0.hasPrefix(".") })
      .map { String($0.dropLast(ending.count + 1)) }.sorted()
  }

  /// Names of the kinds that any folder holds, sorted.
  public var kinds: [String] {
    let names = folders.flatMap { folder in
      (try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: [.isDirectoryKey]))?
        .filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true }
        .map(\.lastPathComponent) ?? []
    }
    return Set(names).sorted()
  }
}
