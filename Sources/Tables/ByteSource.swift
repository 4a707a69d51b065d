public import Foundation

/// The bytes of a file, a piece at a time, or bytes that are in memory already.
public final class ByteSource: Sendable {
  private enum Storage: Sendable {
    case memory([UInt8])
    case file(Int32)
  }

  public let count: Int
  private let storage: Storage

  public init(_ data: Data) {
    storage = .memory(Array(data))
    count = data.count
  }

  /// - Throws: `TableError` `cannotRead` when the file cannot be opened, or is none.
  public init(at path: String) throws(TableError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw TableError(
        .cannotRead, "cannot open the file: \(String(cString: strerror(errno)))", place: path)
    }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw TableError(.cannotRead, "this is no regular file", place: path)
    }
    count = Int(facts.st_size)
    storage = .file(file)
  }

  deinit { if case .file(let file) = storage { close(file) } }

  /// Bytes from a place on; fewer than asked for at the end alone.
  ///
  /// - Throws: `TableError` `cannotRead`.
  public func read(at offset: Int, count: Int) throws(TableError) -> [UInt8] {
    let wanted = max(0, min(count, self.count - offset))
    switch storage {
    case .memory(let bytes): return Array(bytes[offset..<(offset + wanted)])
    case .file(let file):
      var fault: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { space, filled in
        while filled < wanted {
          let got = pread(
            file, space.baseAddress! + filled, wanted - filled, off_t(offset + filled))
          if got < 0, errno == EINTR { continue }
          if got < 0 { fault = errno }
          guard got > 0 else { break }
          filled += got
        }
      }
      guard fault == 0 else {
        throw TableError(.cannotRead, "cannot read the file: \(String(cString: strerror(fault)))")
      }
      return bytes
    }
  }
}
