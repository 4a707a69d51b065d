import Foundation

/// A file's size and the moment it was last written, by which a change is noticed.
struct FileStamp: Hashable {
  /// Bytes.
  let size: Int
  /// Microseconds since 1970.
  let modified: Int64
  var isRegular = true

  init(size: Int, modified: Int64) {
    self.size = size
    self.modified = modified
  }

  /// Nil when there is no such file; links are followed.
  init?(_ path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    #if canImport(Darwin)
      let moment = facts.st_mtimespec
    #else
      let moment = facts.st_mtim
    #endif
    isRegular = facts.st_mode & S_IFMT == S_IFREG
    size = Int(facts.st_size)
    modified = Int64(moment.tv_sec) * 1_000_000 + Int64(moment.tv_nsec) / 1000
  }
}
