internal import CZip
internal import Foundation

/// A ZIP archive, read entry by entry and never unpacked to disk.
///
/// Names are looked up as OPC package parts are: without regard to ASCII case, from the root.
/// Entries whose names lead out of the archive cannot be reached.
public final class Archive {
  struct Entry {
    var index: UInt64
    var name: String
    var size: Int
    var packed: Int
  }

  public let path: String
  public let limits: ArchiveLimits
  private let handle: OpaquePointer
  private var entries: [String: Entry] = [:]
  /// The names of all files in it, in the archive's order, with `/` between folders.
  public private(set) var names: [String] = []

  /// - Throws: `TableError` where the file cannot be read, is no ZIP archive, is damaged or
  ///   encrypted, or exceeds the limits.
  public init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws {
    var code: Int32 = 0
    guard let opened = zip_open(path, ZIP_RDONLY, &code) else {
      throw Archive.error(opening: path, code)
    }
    self.path = path
    self.limits = limits
    handle = opened
    try index()
  }

  deinit { zip_discard(handle) }

  public func contains(_ name: String) -> Bool { entries[Archive.key(name)] != nil }

  /// Bytes of an entry, unpacked, as the archive states them.
  public func size(of name: String) -> Int? { entries[Archive.key(name)]?.size }

  /// Streams an entry.
  ///
  /// - Parameter use: takes the next bytes, which live no longer than the call; returns whether
  ///   it wants more.
  /// - Throws: `TableError` where there is no such entry, or its bytes are damaged or too many;
  ///   and what `use` throws.
  public func read(
    _ name: String, limit: Int? = nil, _ use: (UnsafeRawBufferPointer) throws -> Bool
  ) throws {
    guard let entry = entries[Archive.key(name)] else {
      throw TableError(.missing, "the file holds no part '\(name.clipped)'", place: path)
    }
    let limit = limit ?? limits.streamed
    guard entry.size <= limit else { throw tooLarge(entry, limit) }
    guard let file = zip_fopen_index(handle, entry.index, 0) else {
      throw damaged(entry, String(cString: zip_strerror(handle)))
    }
    defer { zip_fclose(file) }
    let space = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { space.deallocate() }
    var total = 0
    while true {
      let count = Int(zip_fread(file, space.baseAddress!, UInt64(space.count)))
      if count < 0 { throw damaged(entry, String(cString: zip_file_strerror(file))) }
      if count == 0 { break }
      total += count
      guard total <= limit else { throw tooLarge(entry, limit) }
      if try !use(UnsafeRawBufferPointer(rebasing: space[..<count])) { return }
    }
    guard total == entry.size else {
      throw damaged(entry, "\(total) bytes of \(entry.size) came out")
    }
  }

  /// A whole entry, for small parts.
  ///
  /// - Throws: as `read`.
  public func bytes(of name: String, limit: Int? = nil) throws -> [UInt8] {
    var result: [UInt8] = []
    try read(name, limit: limit ?? limits.held) {
      result.append(contentsOf: $0)
      return true
    }
    return result
  }
}

extension Archive {
  private func index() throws {
    let count = Int(zip_get_num_entries(handle, 0))
    guard count <= limits.entries else {
      throw TableError(
        .tooLarge,
        "the archive holds \(count) entries, \(limits.entries) at most are read: save it anew",
        place: path)
    }
    var (total, packed) = (0, 0)
    for index in 0..<UInt64(max(0, count)) {
      guard let entry = try stat(index) else { continue }
      (total, packed) = (total &+ entry.size, packed &+ entry.packed &+ 30)
      guard total >= 0, total <= limits.total else {
        throw TableError(
          .tooLarge, "unpacked the file would be over \(limits.total >> 30) GB: it is not read",
          place: path)
      }
      if let key = Archive.partKey(entry.name) {
        guard entries.updateValue(entry, forKey: key) == nil else {
          throw TableError(
            .damaged,
            "the archive holds '\(entry.name.clipped)' twice: open it in Excel or WPS and save it",
            place: path)
        }
        names.append(entry.name)
      }
    }
    try refuseOverlaps(packed)
  }

  /// Entries that lie upon each other take more room together than the file has.
  private func refuseOverlaps(_ packed: Int) throws {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let size = (attributes?[.size] as? NSNumber)?.intValue else { return }
    guard packed <= size else {
      throw TableError(
        .damaged, "entries of the archive overlap, as in a zip bomb: it is not read", place: path)
    }
  }

  private func stat(_ index: UInt64) throws -> Entry? {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat_index(handle, index, 0, &stat) == 0, let name = stat.name else {
      throw TableError(.damaged, "the archive's list of entries is damaged", place: path)
    }
    let entry = Entry(
      index: index, name: String(cString: name).replacingOccurrences(of: "\\", with: "/"),
      size: Int(clamping: stat.size), packed: Int(clamping: stat.comp_size))
    if entry.name.hasSuffix("/") { return nil }
    if stat.encryption_method != UInt16(ZIP_EM_NONE) {
      throw TableError(
        .encrypted, "'\(entry.name.clipped)' needs a password: save the file without one",
        place: path)
    }
    if entry.size > limits.ratioFrom, entry.packed < entry.size / limits.ratio {
      throw TableError(
        .tooLarge,
        "'\(entry.name.clipped)' would unpack from \(entry.packed) to \(entry.size) bytes, "
          + "as a zip bomb does: it is not read", place: path)
    }
    return entry
  }

  private func damaged(_ entry: Entry, _ cause: String) -> TableError {
    TableError(
      .damaged,
      "'\(entry.name.clipped)' is damaged (\(cause)): copy the file again, or open and save it",
      place: path)
  }

  private func tooLarge(_ entry: Entry, _ limit: Int) -> TableError {
    TableError(
      .tooLarge, "'\(entry.name.clipped)' is over \(limit >> 20) MB unpacked: it is not read",
      place: path)
  }

  private static func error(opening path: String, _ code: Int32) -> TableError {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    let cause = String(cString: zip_error_strerror(&error))
    switch code {
    case ZIP_ER_NOENT, ZIP_ER_OPEN, ZIP_ER_READ:
      return TableError(.cannotRead, "cannot read the file (\(cause))", place: path)
    default:
      return TableError(
        .damaged, "the file is cut off or no archive (\(cause)): copy it again", place: path)
    }
  }

  private static func key(_ name: String) -> String {
    (name.hasPrefix("/") ? String(name.dropFirst()) : name).lowercased()
  }

  /// Nil where the name leads out of the archive.
  private static func partKey(_ name: String) -> String? {
    let steps = key(name).split(separator: "/", omittingEmptySubsequences: false)
    return steps.contains("..") || steps.contains("") ? nil : key(name)
  }
}

extension String {
  /// Short enough for a message, without control characters.
  var clipped: String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(80).filter { $0.value >= 32 }))
      + (unicodeScalars.count > 80 ? "…" : "")
  }
}
