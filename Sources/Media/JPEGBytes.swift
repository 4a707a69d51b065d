import Foundation

/// A JPEG file without what decoders trip over: broken EXIF, colour profiles, appended pictures.
struct JPEGBytes {
  /// The picture alone, or nil when the file is no JPEG or has no picture data.
  let picture: [UInt8]
  /// EXIF's orientation, 1 to 8, when it says one.
  private(set) var orientation: Orientation?
  /// Whether the file ends before its picture says that it does.
  private(set) var isCutOff = false

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
        let last = JPEGBytes.endOfPicture(bytes, after: end)
        kept += bytes[place..<(last ?? bytes.count)]
        isCutOff = last == nil
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

  /// Just after the end-of-image marker; nil in a file that is cut off.
  private static func endOfPicture(_ bytes: [UInt8], after start: Int) -> Int? {
    var place = start
    while place + 1 < bytes.count {
      if bytes[place] == 0xFF, bytes[place + 1] == 0xD9 { return place + 2 }
      place += 1
    }
    return nil
  }
}
