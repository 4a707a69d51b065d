public import Foundation
import GRDB
import Hashing
import Synchronization

/// What was made from what, and what files are known to hold: `work/ledger.sqlite`.
///
/// Nothing in it is needed twice: without it everything is made again, and what people decided is
/// read from its journal.
public final class Ledger: Sendable {
  let database: DatabaseQueue
  /// What is known of files, read with the first question.
  private let files = Mutex<[String: KnownFile]?>(nil)

  private struct KnownFile {
    let stamp: FileStamp
    let hash: String
  }

  /// Opens or creates; a damaged or newer file is set aside and begun anew.
  ///
  /// - Throws: `WorkspaceError` when the folder cannot be written.
  public init(at url: URL) throws {
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      database = try Ledger.open(url.path) ?? Ledger.begunAnew(url)
    } catch {
      throw WorkspaceError(
        .cannotWrite, "cannot open the ledger '\(url.path)': \(error)", path: url.path)
    }
  }

  /// A ledger in memory, for a run that may write nothing.
  ///
  /// - Throws: `WorkspaceError` when memory is out.
  public init() throws {
    do {
      database = try DatabaseQueue()
      try Ledger.migrator.migrate(database)
    } catch {
      throw WorkspaceError(.cannotWrite, "cannot open a ledger in memory: \(error)")
    }
  }

  private static func open(_ path: String) throws -> DatabaseQueue? {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    // A killed run finds its journal; after a power cut a damaged ledger is begun anew.
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = PERSIST")
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try migrator.migrate(queue)
      return queue
    } catch let error as DatabaseError
      where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode)
    {
      return nil
    }
  }

  private static func begunAnew(_ url: URL) throws -> DatabaseQueue {
    for ending in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: url.path + ending)
    }
    guard let queue = try open(url.path) else { throw CocoaError(.fileReadCorruptFile) }
    return queue
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(
        sql: """
          CREATE TABLE made (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL);
          CREATE TABLE file (path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL,
            hash TEXT NOT NULL);
          CREATE TABLE report (key TEXT PRIMARY KEY, value BLOB NOT NULL);
          """)
    }
    migrator.registerMigration("2") { db in
      try db.execute(
        sql: "CREATE TABLE decision (place INTEGER PRIMARY KEY, line TEXT NOT NULL)")
    }
    return migrator
  }

  /// The fingerprint a result was last made with.
  public func fingerprint(of name: String) throws -> String? {
    try database.read { db in
      try String.fetchOne(db, sql: "SELECT fingerprint FROM made WHERE name = ?", arguments: [name])
    }
  }

  public func record(_ fingerprint: String, for name: String) throws {
    try database.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO made (name, fingerprint) VALUES (?, ?)",
        arguments: [name, fingerprint])
    }
  }

  /// A file's content hash; read again only when size or modification time changed.
  ///
  /// - Throws: `WorkspaceError` when the file cannot be read.
  public func contentHash(of url: URL) throws -> String {
    try known(url, "") { try ContentHash(ofFile: $0).hexadecimal }
  }

  /// A large media file's identity: its size, its ends and some places between, so that a card of
  /// raw clips is known without being read whole.
  ///
  /// - Throws: `WorkspaceError` when the file cannot be read.
  public func identity(of url: URL) throws -> String {
    try known(url, "sample:") { try ContentHash(ofSamplesIn: $0).hexadecimal }
  }

  /// The hash of a part of a file, or of a form of it, worked out again only when the file changed.
  ///
  /// - Throws: `WorkspaceError` when the file cannot be read, or `form` throws.
  public func digest(
    of url: URL, as kind: String, _ form: (Data) throws -> Data
  ) throws -> String {
    try known(url, kind + ":") {
      ContentHash(of: try form(try Data(contentsOf: URL(fileURLWithPath: $0)))).hexadecimal
    }
  }

  private func known(
    _ url: URL, _ kind: String, _ hash: (String) throws -> String
  ) throws -> String {
    let path = url.path
    guard let stamp = FileStamp(path) else {
      throw WorkspaceError(.cannotRead, "cannot read '\(path)'", path: path)
    }
    if let known = try knownFile(kind + path), known.stamp == stamp { return known.hash }
    guard let hash = try? hash(path) else {
      throw WorkspaceError(.cannotRead, "cannot read '\(path)'", path: path)
    }
    try database.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO file (path, size, modified, hash) VALUES (?, ?, ?, ?)",
        arguments: [kind + path, stamp.size, stamp.modified, hash])
    }
    files.withLock { $0?[kind + path] = KnownFile(stamp: stamp, hash: hash) }
    return hash
  }

  private func knownFile(_ path: String) throws -> KnownFile? {
    try files.withLock { files in
      let all = try files ?? readFiles()
      files = all
      return all[path]
    }
  }

  /// All at once: a thousand drafts are looked up one after the other.
  private func readFiles() throws -> [String: KnownFile] {
    try database.read { db in
      var files: [String: KnownFile] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT path, size, modified, hash FROM file")
      while let row = try rows.next() {
        files[row[0]] = KnownFile(
          stamp: FileStamp(size: row[1], modified: row[2]), hash: row[3])
      }
      return files
    }
  }

  /// A report kept under a key, such as what was seen in a clip.
  public func report(_ key: String) throws -> Data? {
    try database.read { db in
      try Data.fetchOne(db, sql: "SELECT value FROM report WHERE key = ?", arguments: [key])
    }
  }

  public func keep(_ report: Data, under key: String) throws {
    try database.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO report (key, value) VALUES (?, ?)", arguments: [key, report])
    }
  }
}
