import CFFmpeg
import CFFmpegShims

/// Packets of one stream, read ahead of the decoder, so that it is known what pictures will come
/// before they are decoded.
final class PacketQueue {
  /// A packet with its place in media time; owns the `AVPacket`.
  final class Entry {
    let pointer: UnsafeMutablePointer<AVPacket>
    /// When its picture is shown, from the first picture of the file; nil when not known.
    let time: Nanoseconds?
    /// Its place in decoding order on the same clock; nil when not known.
    let decoding: Nanoseconds?

    fileprivate init(
      taking packet: UnsafeMutablePointer<AVPacket>, _ base: AVRational, _ origin: Nanoseconds
    ) throws {
      pointer = try allocated(av_packet_alloc())
      av_packet_move_ref(pointer, packet)
      time = Clock.nanoseconds(pointer.pointee.pts, base).map { $0 - origin }
      decoding = Clock.nanoseconds(pointer.pointee.dts, base).map { $0 - origin }
    }

    deinit {
      var pointer: UnsafeMutablePointer<AVPacket>? = pointer
      av_packet_free(&pointer)
    }

    var isKey: Bool { pointer.pointee.flags & AV_PKT_FLAG_KEY != 0 }
    /// Whether its picture is to be seen; an edit list hides what lies before its start.
    var isShown: Bool { pointer.pointee.flags & AV_PKT_FLAG_DISCARD == 0 }
  }

  /// Whether all stamps so far are there and run forwards: then no picture that is still to be
  /// read is shown before the last packet's place in decoding order.
  private(set) var isOrdered = true
  private(set) var entries: [Entry] = []
  private let demuxer: Demuxer
  private let stream: Stream
  private let origin: Nanoseconds
  private var lastDecoding: Nanoseconds?
  private var hasEnded = false
  /// Most packets that are read ahead.
  private static let limit = 512

  init(_ demuxer: Demuxer, _ stream: Stream) {
    self.demuxer = demuxer
    self.stream = stream
    origin = demuxer.origin
  }

  /// Forgets all packets, after the demuxer has moved.
  func reset() {
    entries = []
    lastDecoding = nil
    hasEnded = false
    isOrdered = true
  }

  /// The next packet, left in the queue; nil at the end of the file.
  func peek() throws -> Entry? {
    if entries.isEmpty { try read() }
    return entries.first
  }

  /// Takes the next packet out; nil at the end of the file.
  func take() throws -> Entry? {
    guard try peek() != nil else { return nil }
    return entries.removeFirst()
  }

  /// Whether a picture after one time and up to another is among what has yet to be taken.
  ///
  /// Reads no further than it must to know, and says yes when that would be too far.
  func brings(after time: Nanoseconds, through limit: Nanoseconds) throws -> Bool {
    func isBetween(_ entry: Entry) -> Bool {
      entry.isShown && (entry.time.map { $0 > time && $0 <= limit } ?? true)
    }
    if entries.contains(where: isBetween) { return true }
    while isOrdered, (lastDecoding ?? .min) <= limit {
      guard entries.count < PacketQueue.limit else { return true }
      guard try read() else { return false }
      if let last = entries.last, isBetween(last) { return true }
    }
    return !isOrdered
  }

  /// The earliest time after one and before another that has yet to be taken; the other if none.
  func earliest(after time: Nanoseconds, before limit: Nanoseconds) throws -> Nanoseconds {
    while isOrdered, entries.count < PacketQueue.limit, (lastDecoding ?? .min) < limit {
      guard try read() else { break }
    }
    return entries.compactMap(\.time).filter { $0 > time && $0 < limit }.min() ?? limit
  }

  /// Whether anything after a time is left.
  func brings(after time: Nanoseconds) throws -> Bool {
    repeat {
      if entries.contains(where: { $0.isShown && ($0.time.map { $0 > time } ?? true) }) {
        return true
      }
      guard entries.count < PacketQueue.limit else { return true }
    } while try read()
    return false
  }

  /// Drops everything before the next key frame and gives its time, nil when none is near.
  func skipToKey() throws -> Entry? {
    for _ in 0..<1024 {
      guard let entry = try peek() else { return nil }
      if entry.isKey { return entry }
      entries.removeFirst()
    }
    return nil
  }

  @discardableResult
  private func read() throws -> Bool {
    while !hasEnded {
      guard let packet = demuxer.next() else {
        hasEnded = true
        return false
      }
      guard packet.pointee.stream_index == Int32(stream.index) else { continue }
      let entry = try Entry(taking: packet, stream.base, origin)
      if let decoding = entry.decoding, entry.time != nil {
        if decoding < lastDecoding ?? decoding { isOrdered = false }
        lastDecoding = decoding
      } else {
        isOrdered = false
      }
      entries.append(entry)
      return true
    }
    return false
  }
}
