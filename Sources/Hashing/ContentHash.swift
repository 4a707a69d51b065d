import CFFmpegShims
import Foundation

/// The SHA-256 of some bytes, as 64 lower-case hexadecimal digits.
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
  public let hexadecimal: String

  public var description: String { hexadecimal }

  public init(of text: String) { self.init(of: Array(text.utf8)) }

  public init(of bytes: some Sequence<UInt8>) {
    var hasher = Hasher256()
    hasher.update(Array(bytes))
    hexadecimal = hasher.finish()
  }

  /// Reads a file in pieces of a mebibyte.
  ///
  /// - Throws: `CocoaError` when the file cannot be opened or read.
  /// - Complexity: O(bytes of the file).
  public init(ofFile path: String) throws {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var hasher = Hasher256()
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
      hasher.update(Array(piece))
    }
    hexadecimal = hasher.finish()
  }

  /// Reads size, both ends and six places between, 256 KiB each: two files of one size that differ
  /// only elsewhere are taken for the same.
  ///
  /// - Throws: `CocoaError` when the file cannot be opened or read.
  /// - Complexity: O(1).
  public init(ofSamplesIn path: String) throws {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    let size = try file.seekToEnd()
    let piece: UInt64 = 256 << 10
    var hasher = Hasher256()
    hasher.update(Array("\(size)".utf8))
    for part in 0...7 as ClosedRange<UInt64> {
      let offset = size > piece ? (size - piece) / 7 * part : 0
      guard part == 0 || size > piece else { break }
      try file.seek(toOffset: part == 7 ? size - piece : offset)
      hasher.update(Array(try file.read(upToCount: Int(piece)) ?? Data()))
    }
    hexadecimal = hasher.finish()
  }
}

/// One running SHA-256; `finish` ends it.
private struct Hasher256: ~Copyable {
  private let state = shopreel_sha256_new()!

  mutating func update(_ bytes: [UInt8]) {
    shopreel_sha256_update(state, bytes, bytes.count)
  }

  consuming func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    shopreel_sha256_finish(state, &digest)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
