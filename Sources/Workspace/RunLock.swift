import Foundation

/// One run at a time on a workspace: held until this value goes, or the process ends.
public final class RunLock: Sendable {
  private let handle: Int32

  /// - Throws: `WorkspaceError` with code `locked` when another process is at work.
  public init(_ workspace: WorkspaceFolder) throws {
    let url = workspace.work("lock")
    try? FileManager.default.createDirectory(
      at: workspace.work, withIntermediateDirectories: true)
    handle = open(url.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard handle >= 0 else {
      throw WorkspaceError(.cannotWrite, "cannot write '\(url.path)'", path: url.path)
    }
    guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
      close(handle)
      throw WorkspaceError(
        .locked, "another shopreel is at work on '\(workspace.root.path)': wait for it, or stop it",
        path: url.path)
    }
  }

  deinit { close(handle) }
}
