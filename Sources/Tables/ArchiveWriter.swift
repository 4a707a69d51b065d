internal import CZip
internal import Foundation

/// Writes a ZIP archive in memory, every entry dated 1980 so that equal entries make equal bytes.
struct ArchiveWriter {
  private var entries: [(name: String, content: [UInt8])] = []

  mutating func add(_ name: String, _ content: [UInt8]) { entries.append((name, content)) }

  /// - Throws: `TableError` where there is no memory for it.
  func bytes() throws -> [UInt8] {
    var fault = zip_error_t()
    zip_error_init(&fault)
    defer { zip_error_fini(&fault) }
    guard let source = zip_source_buffer_create(nil, 0, 0, &fault) else { throw failed(&fault) }
    guard let archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &fault) else {
      zip_source_free(source)
      throw failed(&fault)
    }
    // Closing the archive lets go of the source once; it is read afterwards.
    zip_source_keep(source)
    defer { zip_source_free(source) }
    do {
      for entry in entries { try add(entry, to: archive) }
    } catch {
      zip_discard(archive)
      throw error
    }
    guard zip_close(archive) == 0 else {
      let error = TableError(.cannotWrite, String(cString: zip_strerror(archive)))
      zip_discard(archive)
      throw error
    }
    return try content(of: source)
  }

  private func add(_ entry: (name: String, content: [UInt8]), to archive: OpaquePointer) throws {
    let space = malloc(max(1, entry.content.count))
    guard let space else { throw TableError(.cannotWrite, "there is no memory for the archive") }
    entry.content.withUnsafeBytes {
      if let base = $0.baseAddress { memcpy(space, base, $0.count) }
    }
    guard let source = zip_source_buffer(archive, space, UInt64(entry.content.count), 1) else {
      free(space)
      throw TableError(.cannotWrite, String(cString: zip_strerror(archive)))
    }
    let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw TableError(.cannotWrite, String(cString: zip_strerror(archive)))
    }
    // Midnight of the first of January 1980.
    zip_file_set_dostime(archive, UInt64(index), 0, 0x0021, 0)
    zip_set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, 6)
  }

  private func content(of source: OpaquePointer) throws -> [UInt8] {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else {
      throw TableError(.cannotWrite, "the archive could not be read back")
    }
    defer { zip_source_close(source) }
    var result = [UInt8](repeating: 0, count: Int(clamping: stat.size))
    var done = 0
    while done < result.count {
      let read = result.withUnsafeMutableBytes {
        zip_source_read(source, $0.baseAddress! + done, UInt64($0.count - done))
      }
      guard read > 0 else { throw TableError(.cannotWrite, "the archive could not be read back") }
      done += Int(read)
    }
    return result
  }

  private func failed(_ fault: inout zip_error_t) -> TableError {
    TableError(.cannotWrite, String(cString: zip_error_strerror(&fault)))
  }
}
