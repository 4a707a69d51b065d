import CFFmpeg
import CFFmpegShims

/// The packets of streams that follow each other on one clock.
struct StreamQueue {
  private let streams: [EncodedStream]
  private var stream = 0
  private var index = 0
  /// Ticks of the streams before.
  private var offset: Int64 = 0
  private var numbers: IDRNumbers?

  init(_ streams: [EncodedStream]) throws {
    self.streams = streams
    if let parameters = streams.first?.parameters, parameters.codec == "h264" {
      numbers = IDRNumbers(parameterSets: parameters.header)
    }
  }

  /// When the next packet is decoded, in ticks; nil when all are out.
  var decode: Int64? {
    stream < streams.count ? streams[stream].packets[index].decode + offset : nil
  }

  /// Hands out the next packet.
  mutating func next(_ body: (UnsafeMutablePointer<AVPacket>) throws -> Void) throws {
    guard stream < streams.count else { return }
    let current = streams[stream]
    let entry = current.packets[index]
    var replaced: [UInt8]?
    if entry.isKey { replaced = numbers?.distinct(current.bytes[entry.bytes]) }
    if !entry.isKey { numbers?.pass() }
    var packet = av_packet_alloc()
    defer { av_packet_free(&packet) }
    guard let packet else { throw MediaError(.io, "memory is out; close other programs") }
    try StreamQueue.fill(packet, replaced.map { $0[...] } ?? current.bytes[entry.bytes])
    packet.pointee.pts = entry.presentation + offset
    packet.pointee.dts = entry.decode + offset
    packet.pointee.duration = entry.duration
    packet.pointee.flags = entry.isKey ? AV_PKT_FLAG_KEY : 0
    index += 1
    if index == current.packets.count {
      offset += current.length
      (stream, index) = (stream + 1, 0)
    }
    try body(packet)
  }

  /// Gives a packet its own copy of some bytes.
  static func fill(_ packet: UnsafeMutablePointer<AVPacket>, _ bytes: ArraySlice<UInt8>) throws {
    guard let size = Int32(exactly: bytes.count) else {
      throw EncodedStream.broken("a packet is too large")
    }
    try check(av_new_packet(packet, size), .io, "memory is out; close other programs")
    bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress {
        packet.pointee.data.update(from: start, count: source.count)
      }
    }
  }
}
