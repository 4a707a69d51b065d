internal import Foundation

/// A file read piece by piece.
enum FileChunks {
  /// - Parameter use: takes the next bytes, which live no longer than the call.
  /// - Throws: `TableError` where the file cannot be read, and what `use` throws.
  static func read(_ path: String, _ use: (UnsafeRawBufferPointer) throws -> Void) throws {
    let file = try open(path)
    defer { close(file) }
    let space = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { space.deallocate() }
    while true {
      let count = Foundation.read(file, space.baseAddress!, space.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw cannotRead(path) }
      if count == 0 { return }
      try use(UnsafeRawBufferPointer(rebasing: space[..<count]))
    }
  }

  /// The first bytes, at most so many.
  ///
  /// - Throws: `TableError` where the file cannot be read.
  static func head(_ path: String, count: Int) throws -> [UInt8] {
    let file = try open(path)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let read = bytes.withUnsafeMutableBytes {
        Foundation.read(file, $0.baseAddress! + done, count - done)
      }
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { throw cannotRead(path) }
      if read == 0 { break }
      done += read
    }
    return Array(bytes.prefix(done))
  }

  private static func open(_ path: String) throws -> Int32 {
    let file = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw cannotRead(path) }
    return file
  }

  private static func cannotRead(_ path: String) -> TableError {
    TableError(
      .cannotRead, "cannot read the file (\(String(cString: strerror(errno))))", place: path)
  }
}
