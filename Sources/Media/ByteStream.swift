import CFFmpeg
import CFFmpegShims

/// Bytes in memory as a demuxer reads them; owns the `AVIOContext`.
final class ByteStream {
  private(set) var handle: UnsafeMutablePointer<AVIOContext>?
  private let bytes: [UInt8]
  private var place = 0

  /// - Throws: `MediaError.io` when memory is out.
  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    let size = 256 << 10
    let buffer = try allocated(av_malloc(size)).assumingMemoryBound(to: UInt8.self)
    handle = avio_alloc_context(
      buffer, Int32(size), 0, Unmanaged.passUnretained(self).toOpaque(),
      { opaque, target, count in
        guard let opaque, let target else { return Int32(shopreel_error_end()) }
        return Unmanaged<ByteStream>.fromOpaque(opaque).takeUnretainedValue().read(target, count)
      }, nil,
      { opaque, offset, origin in
        guard let opaque else { return -1 }
        return Unmanaged<ByteStream>.fromOpaque(opaque).takeUnretainedValue().seek(offset, origin)
      })
    if handle == nil {
      av_free(buffer)
      throw MediaError(.io, "memory is out; close other programs")
    }
  }

  deinit {
    av_free(handle?.pointee.buffer)
    handle?.pointee.buffer = nil
    avio_context_free(&handle)
  }

  private func read(_ target: UnsafeMutablePointer<UInt8>, _ count: Int32) -> Int32 {
    let length = min(Int(max(0, count)), bytes.count - place)
    guard length > 0 else { return Int32(shopreel_error_end()) }
    bytes.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { target.update(from: base + place, count: length) }
    }
    place += length
    return Int32(length)
  }

  private func seek(_ offset: Int64, _ origin: Int32) -> Int64 {
    if origin & AVSEEK_SIZE != 0 { return Int64(bytes.count) }
    let start: Int64
    switch origin & 3 {
    case 0: start = 0
    case 1: start = Int64(place)
    default: start = Int64(bytes.count)
    }
    let (target, overflow) = start.addingReportingOverflow(offset)
    guard !overflow, target >= 0, target <= Int64(bytes.count) else { return -1 }
    place = Int(target)
    return target
  }
}
