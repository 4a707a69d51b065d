/// What is needed out of EXIF, which is laid out as a TIFF file.
enum EXIF {
  /// The orientation in a JPEG's APP1 segment, or nil when it has none or is broken.
  static func orientation(_ payload: ArraySlice<UInt8>) -> Orientation? {
    guard payload.starts(with: Array("Exif\0\0".utf8)) else { return nil }
    return orientation(tiff: payload.dropFirst(6))
  }

  /// The orientation in what is laid out as a TIFF file, or nil when it has none or is broken.
  static func orientation(tiff: ArraySlice<UInt8>) -> Orientation? {
    value(of: 0x0112, tiff: tiff).flatMap(Orientation.init(rawValue:))
  }

  /// The first short value of a tag in the first directory, or nil.
  static func value(of wanted: Int, tiff: ArraySlice<UInt8>) -> Int? {
    guard let first = tiff.first, tiff.count >= 8, first == 0x49 || first == 0x4D else {
      return nil
    }
    let isLittle = first == 0x49
    func short(_ at: Int) -> Int? {
      guard at >= 0, at <= tiff.count - 2 else { return nil }
      let (a, b) = (Int(tiff[tiff.startIndex + at]), Int(tiff[tiff.startIndex + at + 1]))
      return isLittle ? b << 8 | a : a << 8 | b
    }
    func long(_ at: Int) -> Int? {
      guard let a = short(at), let b = short(at + 2) else { return nil }
      return isLittle ? b << 16 | a : a << 16 | b
    }
    guard short(2) == 42, let directory = long(4), let count = short(directory) else { return nil }
    for index in 0..<min(count, 512) {
      let entry = directory + 2 + index * 12
      guard let tag = short(entry) else { return nil }
      if tag == wanted { return short(entry + 8) }
    }
    return nil
  }
}

/// How photos that are no JPEG say that they are turned.
enum PhotoTurn {
  /// The orientation that a PNG, WebP or TIFF names in its EXIF, or nil.
  static func find(in bytes: [UInt8]) -> Orientation? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      return chunk("eXIf", in: bytes[8...], isBig: true, extra: 4)
        .flatMap(EXIF.orientation(tiff:))
    }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.count > 12,
      Array(bytes[8..<12]) == Array("WEBP".utf8)
    {
      return chunk("EXIF", in: bytes[12...], isBig: false, extra: 0).flatMap {
        EXIF.orientation($0) ?? EXIF.orientation(tiff: $0)
      }
    }
    return EXIF.orientation(tiff: bytes[...])
  }

  /// The body of the first chunk of a kind; PNG writes size, kind, body and a checksum, RIFF kind,
  /// size and a body of even length.
  private static func chunk(
    _ kind: String, in bytes: ArraySlice<UInt8>, isBig: Bool, extra: Int
  ) -> ArraySlice<UInt8>? {
    var place = bytes.startIndex
    for _ in 0..<4096 where bytes.endIndex - place >= 8 {
      let (sizeAt, nameAt) = isBig ? (place, place + 4) : (place + 4, place)
      let size = (0..<4).reduce(0) {
        $0 | Int(bytes[sizeAt + $1]) << (8 * (isBig ? 3 - $1 : $1))
      }
      let body = place + 8
      guard size <= bytes.endIndex - body else { return nil }
      if bytes[nameAt..<nameAt + 4].elementsEqual(kind.utf8) { return bytes[body..<body + size] }
      let step = size + extra + (isBig ? 0 : size % 2)
      guard step <= bytes.endIndex - body else { return nil }
      place = body + step
    }
    return nil
  }
}
