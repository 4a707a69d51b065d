/// What a file's first bytes say it is.
enum FileKind: Equatable {
  case text
  /// Something else, and how to turn it into a table that can be read.
  case foreign(String)

  private static let magics: [(bytes: [UInt8], remedy: String)] = [
    (Array("PK".utf8) + [3, 4], "a workbook or zip (xlsx, numbers, ods)"),
    (Array("PK".utf8) + [5, 6], "an empty zip"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook (xls)"),
    (Array("%PDF".utf8), "a PDF"),
    ([0x1F, 0x8B], "a gzip archive"),
    (Array("Rar!".utf8), "a rar archive"),
    (Array("7z".utf8) + [0xBC, 0xAF], "a 7z archive"),
    ([0x89] + Array("PNG".utf8), "a picture"),
    ([0xFF, 0xD8, 0xFF], "a picture"),
    (Array("{\\rtf".utf8), "a rich text document"),
    (Array("SQLite format 3".utf8), "a database"),
  ]

  init(of bytes: [UInt8]) {
    for (magic, name) in FileKind.magics where bytes.starts(with: magic) {
      self = .foreign(name)
      return
    }
    let start = bytes.prefix(512).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    let head = String(decoding: start.prefix(64), as: UTF8.self).lowercased()
    if ["<!doctype html", "<html", "<table"].contains(where: head.hasPrefix) {
      self = .foreign("a web page, though it may be named xls")
    } else if ["<?xml", "<rss", "<feed", "<workbook"].contains(where: head.hasPrefix) {
      self = .foreign("XML")
    } else {
      self = .text
    }
  }
}
