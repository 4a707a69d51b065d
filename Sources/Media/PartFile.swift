import Foundation

/// A file that is written beside its name and takes its name only when whole.
final class PartFile {
  let path: String
  /// Where to write until `commit`.
  let partPath: String
  private var isOpen = true

  /// - Throws: `MediaError.cannotWrite` for a name with a zero byte or a folder that is not there.
  init(_ path: String) throws {
    guard !path.utf8.contains(0), !path.isEmpty else {
      throw MediaError(.cannotWrite, "a file name cannot be empty or hold a zero byte")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw MediaError(.cannotWrite, "its folder '\(folder)' is not there; make it", path: path)
    }
    self.path = path
    partPath = path + ".part"
  }

  deinit {
    if isOpen { unlink(partPath) }
  }

  /// Gives the file its name, replacing what had it.
  ///
  /// - Throws: `MediaError.cannotWrite`.
  func commit() throws {
    guard rename(partPath, path) == 0 else {
      throw MediaError(
        .cannotWrite, "cannot be given its name", path: path,
        cause: String(cString: strerror(errno)))
    }
    isOpen = false
  }

  /// Writes bytes and commits.
  func write(_ bytes: Data) throws {
    do {
      try bytes.write(to: URL(fileURLWithPath: partPath))
    } catch {
      throw MediaError(
        .cannotWrite, "cannot be written; check free space and permissions", path: path,
        cause: "\(error)")
    }
    try commit()
  }
}
