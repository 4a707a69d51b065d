/// A picture out of a workbook.
public struct PictureFile: Sendable, Equatable {
  public enum Format: String, Sendable { case jpeg, png, webp, gif }

  public let format: Format
  public let bytes: [UInt8]

  /// Nil unless the first bytes are those of a format that is taken.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      format = .jpeg
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      format = .png
    } else if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) {
      format = .gif
    } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      format = .webp
    } else {
      return nil
    }
    self.bytes = bytes
  }
}
