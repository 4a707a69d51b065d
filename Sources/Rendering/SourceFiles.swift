import Foundation
import Media
import Synchronization

/// The files that drafts are made from, each opened for its facts once a batch.
final class SourceFiles: Sendable {
  /// A workspace-relative path as a file to open; throws for one that leads out.
  let resolve: @Sendable (String) throws -> URL
  /// A file's content, by its workspace-relative path.
  let identity: @Sendable (String) -> String
  private let known = Mutex<[String: MediaFacts]>([:])

  init(
    resolve: @escaping @Sendable (String) throws -> URL,
    identity: @escaping @Sendable (String) -> String
  ) {
    self.resolve = resolve
    self.identity = identity
  }

  /// - Throws: `MediaError` when the file cannot be opened, and what `resolve` throws.
  func facts(of file: String) throws -> MediaFacts {
    if let facts = known.withLock({ $0[file] }) { return facts }
    let facts = try Probe.facts(of: resolve(file).path)
    known.withLock { $0[file] = facts }
    return facts
  }
}
