public import Foundation
import GRDB
import Hashing

/// What was made from what, and what files are known to hold: `work/ledger.sqlite`.
///
/// Nothing in it is needed twice: without it everything is made again.
public final class Ledger: Sendable {
  private let database: DatabaseQueue

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

  private func known(
    _ url: URL, _ kind: String, _ hash: (String) throws -> String
  ) throws -> String {
    let path = url.path
    guard let facts = try? FileManager.default.attributesOfItem(atPath: path),
      let size = facts[.size] as? Int, let date = facts[.modificationDate] as? Date
    else {
      throw WorkspaceError(.cannotRead, "cannot read '\(path)'", path: path)
    }
    let modified = Int64(date.timeIntervalSince1970 * 1_000_000)
    if let known = try knownHash(kind + path, size, modified) { return known }
    guard let hash = try? hash(path) else {
      throw WorkspaceError(.cannotRead, "cannot read '\(path)'", path: path)
    }
    try database.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO file (path, size, modified, hash) VALUES (?, ?, ?, ?)",
        arguments: [kind + path, size, modified, hash])
    }
    return hash
  }

  private func knownHash(_ path: String, _ size: Int, _ modified: Int64) throws -> String? {
    try database.read { db in
      try String.fetchOne(
        db, sql: "SELECT hash FROM file WHERE path = ? AND size = ? AND modified = ?",
        arguments: [path, size, modified])
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
