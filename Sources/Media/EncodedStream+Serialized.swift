import Timing

extension EncodedStream {
  /// The first bytes of the serialised form; the last one is its version.
  private static let mark = Array("SRES".utf8) + [1]

  /// The stream as bytes, compact, equal for equal streams; `init(serialized:)` reads them back.
  public func serialized() -> [UInt8] {
    var form = ByteForm()
    form.raw(EncodedStream.mark)
    form.raw(parameters)
    form.number(packets.count)
    for packet in packets {
      form.number(packet.bytes.count)
      form.number(Int(packet.presentation - packet.decode) << 1 | (packet.isKey ? 1 : 0))
      form.number(Int(packet.duration))
    }
    return form.bytes + bytes
  }

  /// Reads what `serialized` wrote. Any bytes may be handed in.
  ///
  /// - Throws: `MediaError.invalid` when the bytes are no such stream, of another version, cut off
  ///   or at odds with themselves. Flipped bytes inside packets are not noticed here.
  /// - Complexity: O(bytes); memory stays within a small multiple of them.
  public init(serialized: [UInt8]) throws {
    var form = ByteReader(serialized)
    guard try form.raw(EncodedStream.mark.count).elementsEqual(EncodedStream.mark) else {
      throw EncodedStream.broken("it is no stream of this version")
    }
    let parameters = try form.parameters()
    let count = try form.number(upTo: form.left / 3)
    var packets: [Packet] = []
    packets.reserveCapacity(count)
    let isPicture = if case .picture = parameters.form { true } else { false }
    var (place, clock) = (0, isPicture ? -Int64(parameters.delay) : 0)
    for _ in 0..<count {
      let size = try form.number(upTo: form.left)
      let lead = try form.number(upTo: 1 << 24)
      let duration = Int64(try form.number(upTo: 1 << 20))
      guard size <= form.left - place else { throw EncodedStream.broken("it is cut off") }
      packets.append(
        Packet(
          presentation: clock + Int64(lead >> 1), decode: clock, duration: duration,
          isKey: lead & 1 == 1, bytes: place..<place + size))
      place += size
      clock += duration
    }
    try self.init(parameters: parameters, packets: packets, bytes: Array(form.raw(form.left)))
  }
}

/// Bytes being put together; numbers take seven bits a byte, the lowest first.
private struct ByteForm {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ more: [UInt8]) { bytes += more }

  mutating func number(_ value: Int) {
    var rest = UInt64(max(0, value))
    while rest > 127 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A number that may be below zero.
  mutating func signed(_ value: Int) { number(value < 0 ? -(value + 1) << 1 | 1 : value << 1) }

  mutating func raw(_ parameters: EncodedStream.Parameters) {
    number(parameters.codec.utf8.count)
    raw(Array(parameters.codec.utf8))
    number(parameters.header.count)
    raw(parameters.header)
    switch parameters.form {
    case .picture(let width, let height, let rate):
      let rate = rate.framesPerSecond
      for value in [0, width, height, Int(rate.numerator), Int(rate.denominator)] { number(value) }
    case .sound(let rate, let channels, let frameSize):
      for value in [1, rate, channels, frameSize] { number(value) }
    }
    number(parameters.delay)
    for value in [parameters.profile, parameters.level, parameters.bitRate] { signed(value) }
  }
}

/// A reader over bytes that anybody may have written.
private struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var left: Int { bytes.count - place }

  mutating func raw(_ count: Int) throws -> ArraySlice<UInt8> {
    guard (0...left).contains(count) else { throw EncodedStream.broken("it is cut off") }
    defer { place += count }
    return bytes[place..<place + count]
  }

  mutating func number(upTo limit: Int) throws -> Int {
    var value: UInt64 = 0
    for index in 0..<8 {
      guard place < bytes.count else { throw EncodedStream.broken("it is cut off") }
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 127) << UInt64(7 * index)
      guard byte & 128 == 0 else { continue }
      // One way to write a number: no zeros on top.
      guard value <= UInt64(max(0, limit)), byte != 0 || index == 0 else { break }
      return Int(value)
    }
    throw EncodedStream.broken("a number is out of bounds")
  }

  mutating func signed() throws -> Int {
    let value = try number(upTo: 1 << 33)
    return value & 1 == 1 ? -(value >> 1) - 1 : value >> 1
  }

  mutating func parameters() throws -> EncodedStream.Parameters {
    let name = try raw(number(upTo: 32))
    guard name.allSatisfy({ (33...126).contains($0) }) else {
      throw EncodedStream.broken("its codec has no name")
    }
    let header = Array(try raw(number(upTo: 1 << 20)))
    let form = try form()
    return EncodedStream.Parameters(
      codec: String(decoding: name, as: UTF8.self), header: header, form: form,
      delay: try number(upTo: 1 << 16), profile: try signed(), level: try signed(),
      bitRate: try signed())
  }

  private mutating func form() throws -> EncodedStream.Parameters.Form {
    if try number(upTo: 1) == 1 {
      return .sound(
        rate: try number(upTo: 768_000), channels: try number(upTo: 64),
        frameSize: try number(upTo: 1 << 20))
    }
    let (width, height) = (try number(upTo: Limits.side), try number(upTo: Limits.side))
    let (above, below) = (try number(upTo: 1_000_000), try number(upTo: 1_000_000))
    guard above > 0, below > 0, let rate = FrameRate(Rational(Int64(above), Int64(below))) else {
      throw EncodedStream.broken("it has no rate")
    }
    return .picture(width: width, height: height, rate: rate)
  }
}
