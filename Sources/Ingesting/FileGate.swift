import Foundation

/// Decides before a file is opened as media whether it may be, and what is said when it may not.
struct FileGate {
  enum Verdict: Equatable {
    case open
    /// Nothing a person would expect to be used.
    case skip
    case broken(FileFault)
  }

  /// The workspace and its own folders, which may lie on another disk, links resolved.
  private let allowed: [String]

  init(root: String) {
    let folders = ["footage", "photos", "voice", "music"].map { root + "/" + $0 }
    allowed = ([root] + folders).map { FileGate.resolved($0) + "/" }
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  func verdict(on file: SourceFile) -> Verdict {
    if FileGate.isAside(file.path) { return .skip }
    let target = FileGate.resolved(file.absolutePath)
    guard allowed.contains(where: target.hasPrefix) else { return .broken(.leadsOut) }
    let isClaimed = FileGate.claimsMedia(file.path)
    guard
      let facts = try? FileManager.default.attributesOfItem(atPath: target),
      let type = facts[.type] as? FileAttributeType
    else { return .broken(file.path.contains("\u{FFFD}") ? .misnamed : .missing) }
    if type == .typeSymbolicLink { return .broken(.missing) }
    if type == .typeDirectory { return isClaimed ? .broken(.folder) : .skip }
    guard type == .typeRegular else { return .broken(.notOrdinary) }
    if let size = facts[.size] as? NSNumber, size.intValue == 0 {
      return isClaimed ? .broken(.empty) : .skip
    }
    guard FileManager.default.isReadableFile(atPath: target) else { return .broken(.forbidden) }
    return .open
  }

  /// Whether a file claims to be a video, a photo or sound, by its ending or its first bytes.
  func claims(_ file: SourceFile) -> Bool {
    if FileGate.claimsMedia(file.path) { return true }
    guard let handle = FileHandle(forReadingAtPath: file.absolutePath) else { return false }
    defer { try? handle.close() }
    let head = [UInt8]((try? handle.read(upToCount: 12)) ?? Data())
    return FileGate.isMagic(head)
  }

  /// Hidden files, what systems and cameras lay beside clips, and text.
  static func isAside(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    if parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) { return true }
    let file = FilePath(path)
    return ["thumbs.db", "desktop.ini", "ehthumbs.db"].contains(file.name.lowercased())
      || aside.contains(file.ending)
  }

  /// Side files: camera proxies and thumbnails, subtitles, recipes, notes.
  private static let aside: Set<String> = [
    "thm", "lrf", "lrv", "srt", "ass", "vtt", "xmp", "aae", "json", "txt", "csv", "md", "yaml",
    "yml", "xml", "log", "part", "tmp",
  ]

  private static func claimsMedia(_ path: String) -> Bool {
    media.contains(FilePath(path).ending)
  }

  private static let media: Set<String> = [
    "mp4", "mov", "m4v", "mkv", "webm", "avi", "mts", "m2ts", "ts", "mpg", "mpeg", "wmv", "flv",
    "3gp", "mxf", "insv", "braw", "r3d", "jpg", "jpeg", "png", "webp", "gif", "heic", "heif",
    "avif", "tif", "tiff", "bmp", "dng", "cr2", "cr3", "nef", "arw", "wav", "mp3", "m4a", "aac",
    "flac", "ogg", "oga", "opus", "aif", "aiff", "wma", "amr",
  ]

  private static func isMagic(_ head: [UInt8]) -> Bool {
    func begins(_ bytes: [UInt8], at offset: Int = 0) -> Bool {
      head.dropFirst(offset).starts(with: bytes)
    }
    return begins(Array("ftyp".utf8), at: 4) || begins(Array("moov".utf8), at: 4)
      || begins(Array("mdat".utf8), at: 4) || begins([0x1A, 0x45, 0xDF, 0xA3])
      || begins(Array("RIFF".utf8)) || begins([0xFF, 0xD8, 0xFF])
      || begins([0x89, 0x50, 0x4E, 0x47]) || begins(Array("fLaC".utf8))
      || begins(Array("OggS".utf8))
  }
}
