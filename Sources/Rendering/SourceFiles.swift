import Foundation

/// The files that drafts are made from, by their workspace-relative paths.
struct SourceFiles: Sendable {
  /// A file to open; throws for a path that leads out.
  let resolve: @Sendable (String) throws -> URL
  /// What tells a file's content from another's.
  let identity: @Sendable (String) -> String
}
