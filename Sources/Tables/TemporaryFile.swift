internal import Foundation

/// A file without a name: it is gone with the program, however that ends.
enum TemporaryFile {
  /// A descriptor, or −1 with `errno` set.
  static func open() -> Int32 {
    let folder = FileManager.default.temporaryDirectory.path
    var name = Array((folder + "/shopreel-rows-XXXXXX").utf8CString)
    let file = mkstemp(&name)
    if file >= 0 { unlink(name) }
    return file
  }

  /// The errno of what failed.
  static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, at offset: Int) -> Int32? {
    var done = 0
    while done < bytes.count {
      let wrote = pwrite(file, bytes.baseAddress! + done, bytes.count - done, off_t(offset + done))
      if wrote < 0 {
        if errno == EINTR { continue }
        return errno
      }
      done += wrote
    }
    return nil
  }

  /// Whether all could be read.
  static func read(
    _ file: Int32, into space: Slice<UnsafeMutableRawBufferPointer>, from offset: Int
  ) -> Bool {
    let space = UnsafeMutableRawBufferPointer(rebasing: space)
    var done = 0
    while done < space.count {
      let read = pread(
        file, space.baseAddress! + done, space.count - done, off_t(offset + done))
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { return false }
      done += read
    }
    return true
  }
}
