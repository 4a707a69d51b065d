internal import Foundation

/// Many texts by their ordinals: end to end in memory, in a nameless temporary file beyond.
///
/// What stays in memory however much text there is are eight bytes a text, and four mebibytes.
final class StringPool {
  /// Bytes of text that are kept in memory.
  static let bufferSize = 48 << 20
  private static let blockSize = 4 << 10
  private static let blocks = 1024

  private var buffer: [UInt8] = []
  private var ends: [Int] = []
  private var flushed = 0
  private var file: Int32 = -1
  private let bufferSize: Int
  private var cache: [UInt8] = []
  private var cached = [Int](repeating: -1, count: StringPool.blocks)
  private(set) var fault: Int32?

  init(bufferSize: Int = StringPool.bufferSize) { self.bufferSize = bufferSize }

  deinit { if file >= 0 { close(file) } }

  var count: Int { ends.count }

  /// Bytes of all texts.
  var size: Int { flushed + buffer.count }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    buffer.append(contentsOf: bytes)
    ends.append(flushed + buffer.count)
    if buffer.count >= bufferSize { flush() }
  }

  func length(of index: Int) -> Int { ends[index] - (index > 0 ? ends[index - 1] : 0) }

  /// Appends a text to the bytes.
  func append(_ index: Int, to target: inout [UInt8]) {
    var start = index > 0 ? ends[index - 1] : 0
    let end = ends[index]
    while start < min(end, flushed) {
      let stop = min(end, flushed, (start / StringPool.blockSize + 1) * StringPool.blockSize)
      let place = load(start / StringPool.blockSize) + start % StringPool.blockSize
      target.append(contentsOf: cache[place..<(place + stop - start)])
      start = stop
    }
    if start < end { target.append(contentsOf: buffer[(start - flushed)..<(end - flushed)]) }
  }

  /// Where in the cache a block of the file lies.
  private func load(_ block: Int) -> Int {
    let slot = block % StringPool.blocks
    let place = slot * StringPool.blockSize
    guard cached[slot] != block else { return place }
    if cache.isEmpty {
      cache = [UInt8](repeating: 0, count: StringPool.blockSize * StringPool.blocks)
    }
    cached[slot] = block
    let start = block * StringPool.blockSize
    let count = min(StringPool.blockSize, flushed - start)
    let failed = cache.withUnsafeMutableBytes {
      !TemporaryFile.read(file, into: $0[place..<(place + count)], from: start)
    }
    if failed { fault = fault ?? EIO }
    return place
  }

  private func flush() {
    if file < 0 { file = TemporaryFile.open() }
    guard file >= 0 else { return fault = fault ?? errno }
    if let failure = buffer.withUnsafeBytes({ TemporaryFile.write($0, to: file, at: flushed) }) {
      fault = fault ?? failure
      return
    }
    // A block that was read half is read again.
    cached = [Int](repeating: -1, count: StringPool.blocks)
    flushed += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }
}
