import CFFmpeg
import CFFmpegShims

/// Gathers an encoder's packets in memory.
struct PacketCollector {
  private(set) var packets: [EncodedStream.Packet] = []
  private(set) var bytes: [UInt8] = []

  /// Takes a packet's stamps as they are and a copy of its bytes from `skipped` on.
  ///
  /// - Throws: `MediaError.cannotWrite` for a packet without data or time stamps.
  mutating func add(
    _ packet: UnsafeMutablePointer<AVPacket>, decode: Int64? = nil,
    skipping: (UnsafeBufferPointer<UInt8>) -> Int = { _ in 0 }
  ) throws {
    let size = Int(packet.pointee.size)
    guard let data = packet.pointee.data, size > 0, packet.pointee.pts != shopreel_no_timestamp()
    else { throw MediaError(.cannotWrite, "the encoder gave a packet without data or time") }
    let whole = UnsafeBufferPointer(start: data, count: size)
    let start = bytes.count
    bytes.append(contentsOf: whole[min(max(0, skipping(whole)), size - 1)...])
    packets.append(
      EncodedStream.Packet(
        presentation: packet.pointee.pts, decode: decode ?? packet.pointee.dts,
        duration: packet.pointee.duration, isKey: packet.pointee.flags & AV_PKT_FLAG_KEY != 0,
        bytes: start..<bytes.count))
  }

  /// Makes the durations of sound meet the next packet's start.
  func stream(_ parameters: EncodedStream.Parameters) throws -> EncodedStream {
    try EncodedStream(parameters: parameters, packets: packets, bytes: bytes)
  }
}
