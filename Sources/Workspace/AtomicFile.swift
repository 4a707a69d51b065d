public import Foundation
public import Model

/// Writing so that a reader sees the old file or the new one, never half of one.
public enum AtomicFile {
  /// Writes through a temporary name beside the file, then renames.
  ///
  /// - Throws: `WorkspaceError` with code `cannotWrite`.
  public static func write(_ data: Data, to url: URL) throws {
    let folder = url.deletingLastPathComponent()
    let part = folder.appendingPathComponent(".\(url.lastPathComponent).\(getpid()).part")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try data.write(to: part)
      try rename(part, to: url)
    } catch let error as WorkspaceError {
      throw error
    } catch {
      try? FileManager.default.removeItem(at: part)
      throw WorkspaceError(
        .cannotWrite, "cannot write '\(url.path)': \(error.localizedDescription)", path: url.path)
    }
  }

  /// Writes only when the bytes differ, so that an unchanged result keeps its time.
  ///
  /// - Returns: Whether the file was written.
  @discardableResult
  public static func update(_ data: Data, at url: URL) throws -> Bool {
    if FileManager.default.contents(atPath: url.path) == data { return false }
    try write(data, to: url)
    return true
  }

  /// Puts a finished file in a name's place.
  ///
  /// - Throws: `WorkspaceError` with code `cannotWrite`.
  public static func rename(_ part: URL, to url: URL) throws {
    guard Foundation.rename(part.path, url.path) == 0 else {
      let reason = String(cString: strerror(errno))
      try? FileManager.default.removeItem(at: part)
      throw WorkspaceError(
        .cannotWrite, "cannot write '\(url.path)': \(reason)", path: url.path)
    }
  }
}

extension WorkspaceFolder {
  /// Reads an artefact; nil when the file does not exist.
  ///
  /// - Throws: `ArtefactError` naming the file when it does not fit its schema.
  public func read<A: Artefact>(_ type: A.Type, at url: URL) throws -> A? {
    guard let data = FileManager.default.contents(atPath: url.path) else { return nil }
    do {
      return try A.decoded(from: data)
    } catch var error as ArtefactError {
      error.message = "\(relative(url)): \(error.message)"
      throw error
    }
  }

  @discardableResult
  public func write(_ artefact: some Artefact, at url: URL) throws -> Bool {
    try AtomicFile.update(artefact.encoded(), at: url)
  }
}
