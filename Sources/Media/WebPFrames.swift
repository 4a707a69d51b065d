import Foundation

/// The first picture of an animated WebP, as a WebP that stands still.
///
/// FFmpeg's decoder knows still ones alone. Where the first picture covers a part of the canvas,
/// that part is the picture.
enum WebPFrames {
  /// Largest file that is searched, in bytes.
  private static let limit = 256 << 20

  /// The stand-in, or nil when the file is no animated WebP.
  static func first(of path: String) -> StandIn? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard let head = (try? file.read(upToCount: 21)) ?? nil, isAnimated([UInt8](head)),
      (try? file.seek(toOffset: 0)) != nil,
      let data = (try? file.read(upToCount: limit)) ?? nil,
      let bytes = first(in: [UInt8](data))
    else { return nil }
    return StandIn(
      bytes: bytes, demuxer: "webp_pipe", format: "webp", codec: nil, bitDepth: nil)
  }

  private static func isAnimated(_ head: [UInt8]) -> Bool {
    head.count == 21 && head.starts(with: Array("RIFF".utf8))
      && Array(head[8..<16]) == Array("WEBPVP8X".utf8) && head[20] & 2 != 0
  }

  /// - Parameter bytes: The whole file.
  static func first(in bytes: [UInt8]) -> [UInt8]? {
    guard isAnimated(Array(bytes.prefix(21))) else { return nil }
    for (kind, body) in chunks(bytes[12...]) where kind == "ANMF" && body.count > 16 {
      let size = body.dropFirst(6).prefix(6)
      let parts = chunks(body.dropFirst(16)).filter {
        ["ALPH", "VP8 ", "VP8L"].contains($0.kind)
      }
      guard parts.contains(where: { $0.kind != "ALPH" }) else { return nil }
      var inside = Array("WEBP".utf8)
      if parts.contains(where: { $0.kind == "ALPH" }) {
        inside += chunk("VP8X", [0x10, 0, 0, 0] + size)
      }
      for part in parts { inside += chunk(part.kind, Array(part.body)) }
      return Array("RIFF".utf8) + number(inside.count) + inside
    }
    return nil
  }

  /// Chunks in order; the last may be cut off.
  private static func chunks(
    _ bytes: ArraySlice<UInt8>
  ) -> [(kind: String, body: ArraySlice<UInt8>)] {
    var found: [(kind: String, body: ArraySlice<UInt8>)] = []
    var place = bytes.startIndex
    while bytes.endIndex - place >= 8, found.count < 4096 {
      let kind = String(decoding: bytes[place..<place + 4], as: UTF8.self)
      let size = (0..<4).reduce(0) { $0 | Int(bytes[place + 4 + $1]) << (8 * $1) }
      let end = min(bytes.endIndex, place + 8 + size)
      found.append((kind, bytes[place + 8..<end]))
      guard end + size % 2 < bytes.endIndex else { break }
      place = end + size % 2
    }
    return found
  }

  private static func chunk(_ kind: String, _ body: [UInt8]) -> [UInt8] {
    Array(kind.utf8) + number(body.count) + body + (body.count % 2 == 1 ? [0] : [])
  }

  private static func number(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
