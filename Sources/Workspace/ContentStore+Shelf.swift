import Foundation

/// One of the store's 256 folders, held open so that no link can lead a name out of it.
struct Shelf: ~Copyable {
  private let handle: Int32
  private let path: String

  /// Nil when the folder is not there, or is a link or a file.
  init?(in store: URL, _ name: String) {
    path = store.path + "/" + name
    handle = Foundation.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard handle >= 0 else { return nil }
  }

  /// Makes the folder when it is not there; nil with the system's number in `errno`.
  init?(making name: String, in store: URL) {
    let path = store.path + "/" + name
    if mkdir(path, 0o777) != 0, errno == ENOENT {
      try? FileManager.default.createDirectory(at: store, withIntermediateDirectories: true)
      if mkdir(path, 0o777) != 0, errno != EEXIST { return nil }
    }
    self.init(in: store, name)
  }

  deinit { if handle >= 0 { close(handle) } }

  /// - Returns: A handle to read, or -1 with the system's number in `errno`; never follows a link,
  ///   never waits for a pipe.
  func open(_ file: String) -> Int32 {
    openat(handle, file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0)
  }

  func facts(_ file: String) -> FileFacts? {
    var status = stat()
    guard fstatat(handle, file, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileFacts(status)
  }

  /// - Returns: Zero, or the system's number for what went wrong.
  func write(_ file: String, _ header: [UInt8], _ bytes: [UInt8]) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let handle = openat(handle, file, flags, 0o666)
    guard handle >= 0 else { return errno }
    var problem = put(header, handle)
    if problem == 0 { problem = put(bytes, handle) }
    // A network mount reports a full disk only here.
    if close(handle) != 0, problem == 0 { problem = errno }
    return problem
  }

  private func put(_ bytes: [UInt8], _ handle: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
        let count = Foundation.write(handle, rest.baseAddress, min(rest.count, 8 << 20))
        if count > 0 {
          done += count
        } else if count == 0 || errno != EINTR {
          return count == 0 ? EIO : errno
        }
      }
      return 0
    }
  }

  /// - Returns: Zero, or the system's number for what went wrong.
  func rename(_ part: String, to file: String) -> Int32 {
    renameat(handle, part, handle, file) == 0 ? 0 : errno
  }

  /// - Parameter ifStill: Leaves the file when another has taken its place, or it was used.
  /// - Returns: Zero, or the system's number for what went wrong.
  @discardableResult
  func remove(_ file: String, ifStill facts: FileFacts? = nil) -> Int32 {
    if let facts, self.facts(file) != facts { return ENOENT }
    if unlinkat(handle, file, 0) == 0 { return 0 }
    guard [EISDIR, EPERM].contains(errno), self.facts(file)?.isFolder == true else { return errno }
    do {
      try FileManager.default.removeItem(atPath: path + "/" + file)
      return 0
    } catch { return ENOTEMPTY }
  }

  /// Names on this shelf, sorted.
  func names() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}

/// What the system says of one file.
struct FileFacts: Equatable {
  let isFile: Bool
  let isFolder: Bool
  let bytes: Int
  let modified: Date
  private let number: UInt64

  init(_ status: stat) {
    isFile = status.st_mode & S_IFMT == S_IFREG
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    bytes = Int(status.st_size)
    number = UInt64(status.st_ino)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Date(timeIntervalSince1970: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
  }

  init?(_ handle: Int32) {
    var status = stat()
    guard fstat(handle, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Whether it may be an object.
  var isPlausible: Bool {
    isFile && bytes >= StoredForm.headerSize
      && bytes <= ContentStore.longest + StoredForm.headerSize
  }
}
