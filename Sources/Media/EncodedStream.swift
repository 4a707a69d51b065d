/// Encoded pictures or sound in memory, complete from their first packet to their last.
///
/// Ticks count in `Parameters.timeBase`: pictures, or samples of one channel. The first picture or
/// sample stands at presentation zero; packets stand in decoding order, one picture each, and
/// decoding runs ahead of it by `Parameters.delay` pictures.
public struct EncodedStream: Sendable, Equatable {
  /// One packet: a picture, or some samples.
  public struct Packet: Sendable, Hashable {
    /// When it is shown or heard, in ticks.
    public var presentation: Int64
    /// When it is decoded, in ticks; below zero for the first pictures of a stream with delay.
    public var decode: Int64
    /// How long it is shown or heard, in ticks.
    public var duration: Int64
    /// Whether decoding can start here.
    public var isKey: Bool
    /// Its place in the stream's bytes.
    public var bytes: Range<Int>

    public init(
      presentation: Int64, decode: Int64, duration: Int64, isKey: Bool, bytes: Range<Int>
    ) {
      self.presentation = presentation
      self.decode = decode
      self.duration = duration
      self.isKey = isKey
      self.bytes = bytes
    }
  }

  /// What a decoder has to know beforehand.
  public let parameters: Parameters
  /// The packets in decoding order.
  public let packets: [Packet]
  /// The packets' bytes, one after the other.
  public let bytes: [UInt8]
  /// Length in ticks: pictures, or samples of one channel.
  public let length: Int64

  /// - Throws: `MediaError.invalid` when the packets do not follow each other without gap, the
  ///   first is no key, or pictures stand further from their decoding order than the delay allows.
  public init(parameters: Parameters, packets: [Packet], bytes: [UInt8]) throws {
    try parameters.validate()
    self.parameters = parameters
    self.packets = packets
    self.bytes = bytes
    length = try EncodedStream.length(of: packets, parameters, bytes: bytes.count)
  }

  /// Sizes of the packets in bytes, in decoding order.
  public var sizes: [Int] { packets.map(\.bytes.count) }
}

extension EncodedStream {
  /// The greatest length in ticks; four hours at 96 kHz and more pictures than any draft has.
  static let longest: Int64 = 1 << 31

  /// The length of packets that keep the rules.
  private static func length(
    of packets: [Packet], _ parameters: Parameters, bytes: Int
  ) throws -> Int64 {
    guard let first = packets.first, first.isKey else {
      throw broken("it does not begin with a key")
    }
    guard Int64(packets.count) <= longest else { throw broken("it is too long") }
    var end = 0
    for packet in packets {
      guard packet.bytes.lowerBound == end, packet.bytes.upperBound <= bytes, !packet.bytes.isEmpty
      else { throw broken("its packets do not follow each other") }
      end = packet.bytes.upperBound
    }
    guard end == bytes else { throw broken("bytes are left over") }
    switch parameters.form {
    case .picture: return try pictures(packets, delay: Int64(parameters.delay))
    case .sound: return try samples(packets)
    }
  }

  /// Each picture stands once, decoded one tick after the one before.
  private static func pictures(_ packets: [Packet], delay: Int64) throws -> Int64 {
    var seen = [Bool](repeating: false, count: packets.count)
    for (index, packet) in packets.enumerated() {
      guard packet.duration == 1, packet.decode == Int64(index) - delay,
        packet.presentation >= packet.decode, seen.indices.contains(Int(packet.presentation)),
        !seen[Int(packet.presentation)]
      else { throw broken("the time stamps of picture '\(index)' are wrong") }
      seen[Int(packet.presentation)] = true
    }
    guard packets[0].presentation == 0 else { throw broken("its first picture is not the first") }
    return Int64(packets.count)
  }

  private static func samples(_ packets: [Packet]) throws -> Int64 {
    var position: Int64 = 0
    for (index, packet) in packets.enumerated() {
      guard packet.presentation == position, packet.decode == position,
        (1...1 << 20).contains(packet.duration)
      else { throw broken("the time stamps of packet '\(index)' are wrong") }
      position += packet.duration
    }
    guard position <= longest else { throw broken("it is too long") }
    return position
  }

  static func broken(_ why: String) -> MediaError {
    MediaError(.invalid, "an encoded stream cannot be used: \(why); make it again")
  }
}
