import CFFmpeg
import CFFmpegShims
import Timing

/// The buffer of a decoder that is filled at a constant rate and emptied picture by picture.
///
/// Each encoder keeps a span within it from the fullness it was told; spans that are joined follow
/// each other with whatever the one before left. Feed the sizes of the joined pictures in decoding
/// order to see whether a picture comes before its bits have; encode the span that it belongs to
/// again with the fullness at its beginning.
public struct BufferModel: Sendable, Hashable {
  /// Bits a second that flow in.
  public let rate: Int
  /// Bits that it holds.
  public let size: Int
  /// Bits that are in it before the next picture is taken out; below zero after an underrun that
  /// has not been made good.
  public private(set) var level: Double
  /// The lowest level so far, in bits, right after a picture was taken out.
  public private(set) var lowest: Double
  /// The first picture, counted from zero, whose bits were not there in time.
  public private(set) var firstUnderrun: Int?
  /// Pictures taken out so far.
  public private(set) var pictures = 0
  private let inflow: Double

  /// - Parameters:
  ///   - rate: Bits a second that flow in.
  ///   - size: Bits that it holds.
  ///   - picturesPerSecond: Pictures a second that are taken out.
  ///   - fullness: Share that is full at the beginning.
  /// - Precondition: All are above zero, and `fullness` is at most 1.
  public init(rate: Int, size: Int, picturesPerSecond: Double, fullness: Double = 0.9) {
    precondition(
      rate > 0 && size > 0 && picturesPerSecond > 0 && (0...1).contains(fullness),
      "a buffer has a rate, a size and a fullness")
    self.rate = rate
    self.size = size
    inflow = Double(rate) / picturesPerSecond
    level = Double(size) * fullness
    lowest = level
  }

  /// The buffer that settings ask an encoder to respect; nil without `maxrate` and `bufsize`.
  ///
  /// - Throws: `MediaError.invalid` when they are no numbers.
  public init?(_ encoding: VideoEncoding, fullness: Double = 0.9) throws {
    guard let rate = try BufferModel.bits(encoding, "maxrate"),
      let size = try BufferModel.bits(encoding, "bufsize"), rate > 0, size > 0
    else { return nil }
    self.init(
      rate: rate, size: size, picturesPerSecond: encoding.rate.framesPerSecond.double,
      fullness: min(max(0, fullness), 1))
  }

  /// Share of the buffer that is full before the next picture is taken out, 0 to 1.
  public var fullness: Double { min(max(0, level / Double(size)), 1) }

  /// Takes out a picture of so many bytes and lets a picture's time of bits flow in.
  public mutating func feed(_ bytes: Int) {
    level -= Double(bytes) * 8
    lowest = min(lowest, level)
    if level < 0, firstUnderrun == nil { firstUnderrun = pictures }
    pictures += 1
    level = min(Double(size), level + inflow)
  }

  /// Takes out the pictures of a span.
  public mutating func feed(_ span: EncodedStream) {
    for packet in span.packets { feed(packet.bytes.count) }
  }

  /// An option's number of bits as FFmpeg reads it: `5400k`, `8M`.
  private static func bits(_ encoding: VideoEncoding, _ option: String) throws -> Int? {
    guard let text = encoding.options[option] else { return nil }
    var context = avcodec_alloc_context3(nil)
    defer { avcodec_free_context(&context) }
    var value: Int64 = 0
    try check(
      min(av_opt_set(context, option, text, 0), av_opt_get_int(context, option, 0, &value)),
      .invalid, "the option '\(option)' is no number of bits: '\(text)'")
    return Int(value)
  }
}
