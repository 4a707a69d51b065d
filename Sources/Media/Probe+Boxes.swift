import Foundation

extension Probe {
  /// The box types of an MP4 or MOV in file order, each before those inside it.
  ///
  /// - Throws: `MediaError.io` when it cannot be read, `.notMedia` when it does not start as an MP4
  ///   does, `.truncated` when a box goes beyond the end of the file.
  public static func boxes(of path: String) throws -> [String] {
    guard !path.utf8.contains(0), let file = FileHandle(forReadingAtPath: path) else {
      throw MediaError(.io, "there is no such file, or it may not be read", path: path)
    }
    defer { try? file.close() }
    do {
      let size = try file.seekToEnd()
      var walk = BoxWalk(file: file, path: path)
      try walk.read(from: 0, to: size, depth: 0)
      return walk.found
    } catch let error as MediaError {
      throw error
    } catch {
      throw MediaError(.io, "cannot be read", path: path, cause: "\(error)")
    }
  }
}

extension Probe {
  /// The brand of a HEIC or AVIF photo by its first bytes, or nil for any other file.
  static func photoBrand(of path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    let head = ((try? file.read(upToCount: 12)) ?? nil).map { [UInt8]($0) } ?? []
    guard head.count == 12, Array(head[4..<8]) == Array("ftyp".utf8) else { return nil }
    let brand = String(decoding: head[8..<12].map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
    return ["heic", "heix", "heim", "heis", "mif1", "mif2", "avif"].contains(brand) ? brand : nil
  }
}

/// A walk over boxes; bounded in number and depth.
private struct BoxWalk {
  let file: FileHandle
  let path: String
  var found: [String] = []

  private static let containers: Set<String> = [
    "moov", "trak", "edts", "mdia", "minf", "dinf", "stbl", "mvex", "moof", "traf", "udta",
  ]
  private static let first: Set<String> = ["ftyp", "moov", "mdat", "free", "skip", "wide", "styp"]

  mutating func read(from start: UInt64, to end: UInt64, depth: Int) throws {
    var place = start
    while end - place >= 8, found.count < 4096 {
      try file.seek(toOffset: place)
      let head = try file.read(upToCount: 16).map { [UInt8]($0) } ?? []
      guard head.count >= 8 else { throw cutOff() }
      let type = String(decoding: head[4..<8].map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
      if found.isEmpty, !BoxWalk.first.contains(type) {
        throw MediaError(.notMedia, "is no MP4: it starts with '\(type)'", path: path)
      }
      let (size, header) = try self.size(head, left: end - place)
      found.append(type)
      if BoxWalk.containers.contains(type), depth < 8 {
        try read(from: place + header, to: place + size, depth: depth + 1)
      }
      place += size
    }
    if found.isEmpty { throw MediaError(.notMedia, "is no MP4", path: path) }
  }

  /// The size of a box and of its header.
  private func size(_ head: [UInt8], left: UInt64) throws -> (UInt64, UInt64) {
    func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
    let short = number(head[0..<4])
    if short == 0 { return (left, 8) }
    let isLong = short == 1 && head.count == 16
    let size = isLong ? number(head[8..<16]) : short
    let header: UInt64 = isLong ? 16 : 8
    guard size >= header, size <= left else { throw cutOff() }
    return (size, header)
  }

  private func cutOff() -> MediaError {
    MediaError(.truncated, "is cut off: a box goes beyond the end of the file", path: path)
  }
}
