import Foundation

/// Tells the raw photos of cameras, whose pictures FFmpeg would show undeveloped or not at all.
enum RawPhoto {
  /// - Throws: `MediaError.unsupportedCodec` for a raw photo.
  static func refuse(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else { return }
    defer { try? file.close() }
    let head = [UInt8](((try? file.read(upToCount: 64 << 10)) ?? nil) ?? Data())
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    guard isRaw(head) || (endings.contains(ending) && isTIFF(head)) else { return }
    throw MediaError(
      .unsupportedCodec, "is a raw photo as the camera keeps it; export it as JPEG", path: path,
      subject: "RAW")
  }

  private static func isRaw(_ head: [UInt8]) -> Bool {
    func begins(_ text: String, at place: Int = 0) -> Bool {
      head.dropFirst(place).starts(with: Array(text.utf8))
    }
    if ["FUJIFILMCCD-RAW", "IIRO", "IIRS", "MMOR", "IIU\0"].contains(where: { begins($0) }) {
      return true
    }
    if begins("ftypcrx ", at: 4) || (isTIFF(head) && begins("CR", at: 8)) { return true }
    // DNGVersion.
    return EXIF.value(of: 0xC612, tiff: head[...]) != nil
  }

  private static func isTIFF(_ head: [UInt8]) -> Bool {
    head.starts(with: Array("II*\0".utf8)) || head.starts(with: Array("MM\0*".utf8))
  }

  private static let endings: Set<String> = [
    "dng", "cr2", "nef", "nrw", "arw", "srf", "sr2", "pef", "orf", "rw2", "srw", "3fr", "iiq",
    "erf", "kdc",
  ]
}
