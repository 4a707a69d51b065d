import Foundation

/// One run at a time on a workspace: held until this value goes, or the process ends.
///
/// The lock is the system's, so it goes with its process however that ends; the file says whose it
/// is. Where the file system has no locks, the file's words alone decide.
public final class RunLock: Sendable {
  private let handle: Int32
  /// Who held the lock before and ended without giving it back: killed, or without power.
  public let leftBy: RunOwner?

  /// - Parameter verb: What is being done, for those who are refused.
  /// - Throws: `WorkspaceError` with code `locked`, naming the owner, when another is at work.
  public init(_ workspace: WorkspaceFolder, verb: String = "run") throws {
    let url = RunLock.file(workspace)
    try? FileManager.default.createDirectory(
      at: workspace.work, withIntermediateDirectories: true)
    handle = open(url.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard handle >= 0 else {
      throw WorkspaceError(.cannotWrite, "cannot write '\(url.path)'", path: url.path)
    }
    let taken = RunLock.take(handle)
    let owner = (try? Data(contentsOf: url)).flatMap { RunOwner($0) }
    guard taken == .mine || taken == .unknown && owner?.mayLive != true else {
      close(handle)
      throw RunLock.refusal(owner, workspace, url)
    }
    leftBy = owner
    write(RunOwner(verb: verb).data)
  }

  deinit {
    write(Data())
    close(handle)
  }

  /// Who is at work now; nil when nobody is.
  public static func owner(of workspace: WorkspaceFolder) -> RunOwner? {
    let url = file(workspace)
    guard let owner = (try? Data(contentsOf: url)).flatMap({ RunOwner($0) }), owner.mayLive
    else { return nil }
    let handle = open(url.path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return owner }
    defer { close(handle) }
    return flock(handle, LOCK_SH | LOCK_NB) == 0 ? nil : owner
  }

  private static func file(_ workspace: WorkspaceFolder) -> URL { workspace.work("lock") }

  private enum Taking { case mine, another, unknown }

  /// Tries for a fifth of a second, since someone who only asks holds the lock for a moment.
  private static func take(_ handle: Int32) -> Taking {
    for attempt in 0..<10 {
      if flock(handle, LOCK_EX | LOCK_NB) == 0 { return .mine }
      guard errno == EWOULDBLOCK || errno == EINTR else { return .unknown }
      if attempt < 9 { usleep(20_000) }
    }
    return .another
  }

  private static func refusal(
    _ owner: RunOwner?, _ workspace: WorkspaceFolder, _ url: URL
  ) -> WorkspaceError {
    let who = owner.map { "\($0.words)" } ?? "another shopreel"
    return WorkspaceError(
      .locked, "'\(workspace.root.path)' is taken: \(who); wait for it, or stop it",
      path: url.path)
  }

  private func write(_ data: Data) {
    ftruncate(handle, 0)
    _ = data.withUnsafeBytes { pwrite(handle, $0.baseAddress, $0.count, 0) }
  }
}
