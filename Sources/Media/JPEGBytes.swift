import Foundation

/// A JPEG file without what decoders trip over: broken EXIF, colour profiles, appended pictures.
struct JPEGBytes {
  /// The picture alone, or nil when the file is no JPEG or has no picture data.
  let picture: [UInt8]
  /// EXIF's orientation, 1 to 8, when it says one.
  private(set) var orientation: Orientation?

  /// Largest file that is taken whole into memory, in bytes.
  private static let limit = 256 << 20

  init?(path: String) {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard let data = try? file.read(upToCount: JPEGBytes.limit) else { return nil }
    self.init([UInt8](data))
  }

  init?(_ bytes: [UInt8]) {
    guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return nil }
    var kept: [UInt8] = [0xFF, 0xD8]
    var place = 2
    while place + 4 <= bytes.count {
      guard bytes[place] == 0xFF else { return nil }
      let marker = bytes[place + 1]
      if marker == 0xFF {
        place += 1
        continue
      }
      let size = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      let end = place + 2 + size
      guard size >= 2, end <= bytes.count else { return nil }
      if marker == 0xDA {
        kept += bytes[place..<JPEGBytes.endOfPicture(bytes, after: end)]
        picture = kept
        return
      }
      if marker == 0xE1, orientation == nil {
        orientation = EXIF.orientation(bytes[(place + 4)..<end])
      }
      if !JPEGBytes.isSuperfluous(marker) { kept += bytes[place..<end] }
      place = end
    }
    return nil
  }

  /// Application data other than JFIF's and Adobe's, and comments.
  private static func isSuperfluous(_ marker: UInt8) -> Bool {
    marker == 0xFE || (0xE1...0xEF).contains(marker) && marker != 0xEE
  }

  /// Just after the end-of-image marker, or the end of a file that is cut off.
  private static func endOfPicture(_ bytes: [UInt8], after start: Int) -> Int {
    var place = start
    while place + 1 < bytes.count {
      if bytes[place] == 0xFF, bytes[place + 1] == 0xD9 { return place + 2 }
      place += 1
    }
    return bytes.count
  }
}

/// The one thing needed out of EXIF.
enum EXIF {
  /// The orientation in an APP1 segment's payload, or nil when it has none or is broken.
  static func orientation(_ payload: ArraySlice<UInt8>) -> Orientation? {
    let bytes = Array(payload)
    guard bytes.starts(with: Array("Exif\0\0".utf8)), bytes.count >= 14 else { return nil }
    let tiff = Array(bytes[6...])
    let isLittle = tiff[0] == 0x49
    func short(_ at: Int) -> Int? {
      guard at >= 0, at + 2 <= tiff.count else { return nil }
      let (a, b) = (Int(tiff[at]), Int(tiff[at + 1]))
      return isLittle ? b << 8 | a : a << 8 | b
    }
    func long(_ at: Int) -> Int? {
      guard let a = short(at), let b = short(at + 2) else { return nil }
      return isLittle ? b << 16 | a : a << 16 | b
    }
    guard let directory = long(4), let count = short(directory) else { return nil }
    for index in 0..<min(count, 512) {
      let entry = directory + 2 + index * 12
      guard let tag = short(entry) else { return nil }
      if tag == 0x0112 { return short(entry + 8).flatMap(Orientation.init(rawValue:)) }
    }
    return nil
  }
}
