/// What a file is, by its first bytes and, for archives, by the parts in it.
public enum TableFile {
  public enum Kind: Sendable, Equatable {
    /// Delimited text, in any encoding.
    case delimited
    /// JSON or JSON lines.
    case json
    case workbook
    /// An XML catalogue.
    case feed
    /// Something else; what it is and what to save it as.
    case foreign(String)
  }

  /// - Throws: `TableError` where the file cannot be read, or is an archive that is damaged,
  ///   encrypted or too large.
  public static func kind(at path: String) throws -> Kind {
    let head = try ByteSource(at: path).read(at: 0, count: 8192)
    if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      switch ArchiveKind(try Archive(path: path)) {
      case .workbook: return .workbook
      case .foreign(let what): return .foreign(what)
      }
    }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return .foreign(try compound(path))
    }
    return kind(of: head)
  }

  /// By the first bytes, for what is no archive.
  public static func kind(of head: [UInt8]) -> Kind {
    for (magic, offset, what) in magics where head.dropFirst(offset).starts(with: magic) {
      return .foreign(what)
    }
    let text = narrowed(head)
    let start = text.drop { $0 <= 0x20 }
    guard let first = start.first else { return .foreign("an empty file: export it again") }
    switch first {
    case 0x3C: return markup(start)
    // A bracket may also begin a delimited header, such as `[sku],[title]`.
    case 0x7B: return .json
    case 0x5B:
      let next = start.dropFirst().first { $0 > 0x20 }
      return next.map { "{[]\"".utf8.contains($0) } ?? true ? .json : .delimited
    default: return .delimited
    }
  }

  private static func markup(_ start: ArraySlice<UInt8>) -> Kind {
    let head = String(decoding: start.prefix(4096), as: UTF8.self).lowercased()
    if head.contains("<html") || head.contains("<!doctype html") || head.hasPrefix("<table")
      || head.hasPrefix("<meta")
    {
      return .foreign(
        "a web page, though it may be named xls: open it in Excel or WPS and save it as .xlsx")
    }
    if head.contains("urn:schemas-microsoft-com:office:spreadsheet")
      || head.contains("progid=\"excel.sheet\"")
    {
      return .foreign(
        "an XML spreadsheet of 2003: open it in Excel or WPS and save it as .xlsx")
    }
    if head.hasPrefix("<svg") || head.contains("<svg ") {
      return .foreign("a drawing (svg): export the table itself as .xlsx or CSV")
    }
    if head.contains("office:document") {
      return .foreign("a flat OpenDocument file: in LibreOffice save it as .xlsx")
    }
    // A name or a mark has to follow; `<3` begins a text.
    guard let second = start.dropFirst().first, second == 0x3F || second == 0x21 || second >= 0x41
    else { return .delimited }
    return .feed
  }

  /// UTF-16 as its lower bytes, and text without a byte order mark.
  private static func narrowed(_ head: [UInt8]) -> ArraySlice<UInt8> {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return head.dropFirst(3) }
    let isLittle = head.starts(with: [0xFF, 0xFE]) || head.dropFirst().first == 0
    let isBig = head.starts(with: [0xFE, 0xFF]) || head.first == 0
    guard isLittle || isBig, head.count >= 2 else { return head[...] }
    let start = head[0] >= 0xFE ? 2 : 0
    return stride(from: start, to: head.count - 1, by: 2).map { index in
      let (low, high) = isLittle ? (head[index], head[index + 1]) : (head[index + 1], head[index])
      return high == 0 ? low : 0x78
    }[...]
  }

  /// An OLE2 file: an encrypted workbook, an old one, or something else of that age.
  private static func compound(_ path: String) throws -> String {
    // Directory entries hold names in UTF-16; they may lie anywhere in the file.
    let names = ["EncryptedPackage", "Workbook", "WordDocument"].map { name -> [UInt8] in
      name.utf8.flatMap { [$0, 0] } + [0, 0]
    }
    let bytes = try ByteSource(at: path).read(at: 0, count: 4 << 20)
    let found = bytes.withUnsafeBytes { space in names.map { space.contains(sequence: $0) } }
    if found[0] {
      return "a workbook with a password: in Excel or WPS save it without one, as .xlsx"
    }
    if found[2], !found[1] {
      return "an old Word document (doc): copy its table into a sheet and save it as .xlsx"
    }
    return "an old Excel workbook (xls): in Excel or WPS save it as .xlsx"
  }

  private static let picture = "a picture: export the table itself as .xlsx or CSV"
  private static let magics: [(magic: [UInt8], offset: Int, what: String)] = [
    (Array("%PDF".utf8), 0, "a PDF: export the table itself as .xlsx or CSV"),
    ([0x1F, 0x8B], 0, "a gzip archive: unpack it and name the table in it"),
    (Array("Rar!".utf8), 0, "a rar archive: unpack it and name the table in it"),
    (Array("7z".utf8) + [0xBC, 0xAF], 0, "a 7z archive: unpack it and name the table in it"),
    (Array("BZh".utf8) + [0x39, 0x31, 0x41], 0, "a bzip2 archive: unpack it and name the table"),
    ([0xFD] + Array("7zXZ".utf8), 0, "an xz archive: unpack it and name the table in it"),
    ([0x28, 0xB5, 0x2F, 0xFD], 0, "a zstd archive: unpack it and name the table in it"),
    ([0x89] + Array("PNG".utf8), 0, picture), ([0xFF, 0xD8, 0xFF], 0, picture),
    (Array("GIF8".utf8), 0, picture), (Array("WEBP".utf8), 8, picture),
    (Array("ftyp".utf8), 4, "a film or a picture: export the table itself as .xlsx or CSV"),
    (Array("{\\rtf".utf8), 0, "a rich text document (rtf): save its table as .xlsx or CSV"),
    (Array("SQLite format 3".utf8), 0, "a database (sqlite): export the table as CSV"),
    (Array("PAR1".utf8), 0, "a Parquet file: export the table as CSV"),
    ([0x7F] + Array("ELF".utf8), 0, "a program: name the table instead"),
  ]
}

extension UnsafeRawBufferPointer {
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    guard let first = sequence.first, count >= sequence.count else { return false }
    for index in 0...(count - sequence.count)
    where self[index] == first && self[index + 1] == sequence[1] {
      if self[index..<(index + sequence.count)].elementsEqual(sequence) { return true }
    }
    return false
  }
}
