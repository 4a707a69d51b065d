public import Diagnostics
public import Foundation
public import Model

/// Decisions in the ledger, and in a journal outside `work/`, which may be deleted at any time: a
/// new ledger is filled from the journal, a lost journal from the ledger. Where both differ the
/// journal holds.
public struct DecisionBook: Sendable {
  /// As findings name it.
  public static let journal = "edits/decisions.jsonl"
  private static let longest = 64 << 10

  private let file: URL
  private let ledger: Ledger

  public init(_ workspace: WorkspaceFolder, _ ledger: Ledger) {
    file = workspace.root.appendingPathComponent(Self.journal)
    self.ledger = ledger
  }

  /// Writes a decision to the disk before it returns.
  ///
  /// - Throws: `WorkspaceError` when the journal cannot be written, or the text is longer than 64 kB.
  public func append(_ decision: Decision) throws {
    _ = try read()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(decision)
    guard data.count < Self.longest else {
      throw WorkspaceError(.cannotWrite, "a decision may be 64 kB long", path: Self.journal)
    }
    let line = String(decoding: data, as: UTF8.self)
    try write([line])
    try ledger.add(decision: line)
  }

  /// All that was decided, in the order of time, and the lines that are no decisions.
  ///
  /// - Throws: `WorkspaceError` when a lost journal cannot be written anew.
  public func read() throws -> (decisions: [Decision], faults: [Diagnostic]) {
    let known = try ledger.decisionLines()
    guard let data = FileManager.default.contents(atPath: file.path) else {
      if !known.isEmpty { try write(known) }
      return decode(known)
    }
    let lines = String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    if lines != known { try ledger.replaceDecisions(lines) }
    return decode(lines)
  }

  private func decode(_ lines: [String]) -> (decisions: [Decision], faults: [Diagnostic]) {
    var faults: [Diagnostic] = []
    let decoder = JSONDecoder()
    let decisions = lines.enumerated().compactMap { index, line -> Decision? in
      if let decision = try? decoder.decode(Decision.self, from: Data(line.utf8)) { return decision }
      faults.append(
        Diagnostic(
          .warning, "no decision, and left out; delete the line or write it as those around it",
          at: Position(file: Self.journal, line: index + 1), value: String(line.prefix(80))))
      return nil
    }
    return (decisions, faults)
  }

  private func write(_ lines: [String]) throws {
    let folder = file.deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    // A line that a power cut has torn is ended first, so that it spoils no other.
    let torn = FileManager.default.contents(atPath: file.path)?.last.map { $0 != 0x0A } ?? false
    let bytes = Array(((torn ? "\n" : "") + lines.map { $0 + "\n" }.joined()).utf8)
    guard Foundation.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0
    else { throw failure() }
  }

  private func failure() -> WorkspaceError {
    WorkspaceError(
      .cannotWrite, "cannot write '\(Self.journal)': \(String(cString: strerror(errno)))",
      path: Self.journal)
  }
}
