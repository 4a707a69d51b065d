public import Foundation

/// A file that is written piece by piece under a temporary name, and takes its own when it is whole.
public final class AtomicStream {
  private let url: URL
  private let part: URL
  private let file: UnsafeMutablePointer<FILE>
  private var isOpen = true

  /// - Throws: `WorkspaceError` with code `cannotWrite`.
  public init(to url: URL) throws {
    self.url = url
    let folder = url.deletingLastPathComponent()
    part = folder.appendingPathComponent(".\(url.lastPathComponent).\(getpid()).part")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    guard let file = fopen(part.path, "wb") else { throw AtomicStream.fault(url) }
    setvbuf(file, nil, _IOFBF, 1 << 20)
    self.file = file
  }

  deinit {
    guard isOpen else { return }
    fclose(file)
    unlink(part.path)
  }

  /// - Throws: `WorkspaceError` with code `cannotWrite`.
  public func write(_ bytes: [UInt8]) throws {
    guard bytes.isEmpty || fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw AtomicStream.fault(url)
    }
  }

  /// Puts the file in its place, unless the one there has the same bytes.
  ///
  /// - Returns: Whether the file there has changed.
  /// - Throws: `WorkspaceError` with code `cannotWrite`.
  @discardableResult
  public func finish() throws -> Bool {
    guard fflush(file) == 0 else { throw AtomicStream.fault(url) }
    isOpen = false
    guard fclose(file) == 0 else {
      unlink(part.path)
      throw AtomicStream.fault(url)
    }
    if FileManager.default.contentsEqual(atPath: part.path, andPath: url.path) {
      unlink(part.path)
      return false
    }
    guard rename(part.path, url.path) == 0 else {
      let fault = AtomicStream.fault(url)
      unlink(part.path)
      throw fault
    }
    return true
  }

  private static func fault(_ url: URL) -> WorkspaceError {
    WorkspaceError(
      .cannotWrite, "cannot write '\(url.path)': \(String(cString: strerror(errno)))",
      path: url.path)
  }
}
