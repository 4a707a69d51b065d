import Foundation
import Hashing

/// The form of an object's file: magic with version, length, checksum, then the bytes themselves.
///
/// The checksum is also taken over the key, so that a file under another's name counts as damaged.
enum StoredForm {
  static let headerSize = 8 + 8 + Checksum.size
  private static let magic = Array("shopre\u{0}\u{1}".utf8)

  static func header(of bytes: [UInt8], key: String) -> [UInt8] {
    let length = withUnsafeBytes(of: UInt64(bytes.count).littleEndian, Array.init)
    return magic + length + bytes.withUnsafeBytes { checksum($0, key).bytes }
  }

  private static func checksum(_ bytes: UnsafeRawBufferPointer, _ key: String) -> Checksum {
    Checksum(of: Array(key.utf8), followedBy: bytes)
  }

  /// - Returns: The object's bytes, or nil when the file is not whole; a failed read leaves the
  ///   system's number in `errno`, else it is zero.
  static func read(_ handle: Int32, key: String, _ facts: FileFacts) -> [UInt8]? {
    errno = 0
    guard facts.isPlausible else { return nil }
    let count = facts.bytes - headerSize
    guard let header = read(handle, headerSize), let bytes = read(handle, count),
      header == self.header(of: bytes, key: key)
    else { return nil }
    return bytes
  }

  /// Nil when there are fewer bytes.
  private static func read(_ handle: Int32, _ count: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let got = Foundation.read(handle, buffer.baseAddress! + done, count - done)
        if got > 0 {
          done += got
        } else if got == 0 || errno != EINTR {
          return
        }
      }
    }
    return bytes.count == count ? bytes : nil
  }
}
