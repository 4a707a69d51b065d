public import Foundation

extension ContentStore {
  /// One object as it lies there.
  public struct Entry: Sendable, Hashable {
    public var key: String
    /// Bytes of its file.
    public var bytes: Int
    public var lastUse: Date
  }

  /// What pruning did.
  public struct Pruned: Sendable, Codable, Hashable {
    /// Objects removed, and their bytes.
    public var removed = 0
    public var removedBytes = 0
    /// Objects that stay, and their bytes.
    public var kept = 0
    public var keptBytes = 0
    /// Half-written files of processes that ended.
    public var swept = 0
    /// Why something could not be removed.
    public var problem: String?
  }

  /// A half-written file that has not grown for so many seconds belongs to nobody.
  private static let staleAfter = 3600.0

  /// All objects, the longest unused first.
  ///
  /// - Complexity: One look at each file; none is read.
  public func entries() -> [Entry] {
    shelves().flatMap { name -> [Entry] in
      guard let shelf = Shelf(in: folder, name) else { return [] }
      return shelf.names().compactMap { file in
        guard let found = StoredName(file: file, on: name), let facts = shelf.facts(file),
          facts.isFile
        else { return nil }
        return Entry(key: found.key, bytes: facts.bytes, lastUse: facts.modified)
      }
    }
    .sorted { ($0.lastUse, $0.key) < ($1.lastUse, $1.key) }
  }

  private func shelves() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.utf8.count == 2 && StoredName($0 + "000000") != nil }.sorted()
  }

  /// Removes objects, the longest unused first, until no more than some bytes are left, and sweeps
  /// half-written files that nobody writes any more.
  ///
  /// - Parameters:
  ///   - bytes: What may stay; nil means the store's limit.
  ///   - spared: Keys that stay, whatever their bytes.
  ///   - dryRun: Whether only to say what would go.
  @discardableResult
  public func prune(
    to bytes: Int? = nil, sparing spared: Set<String> = [], dryRun: Bool = false
  ) -> Pruned {
    let entries = entries()
    var result = Pruned()
    result.kept = entries.count
    result.keptBytes = entries.reduce(0) { $0 + $1.bytes }
    for entry in entries where !spared.contains(entry.key) {
      if result.keptBytes <= bytes ?? limit { break }
      if !dryRun, !remove(entry, &result) { continue }
      result.kept -= 1
      result.keptBytes -= entry.bytes
      result.removed += 1
      result.removedBytes += entry.bytes
    }
    sweep(dryRun, &result)
    return result
  }

  /// - Returns: Whether the object was there, as it was listed, and is gone.
  private func remove(_ entry: Entry, _ result: inout Pruned) -> Bool {
    guard let name = StoredName(entry.key), let shelf = Shelf(in: folder, name.shelf),
      let facts = shelf.facts(name.file), facts.modified == entry.lastUse
    else { return false }
    return succeeded(shelf.remove(name.file, ifStill: facts), &result)
  }

  private func sweep(_ dryRun: Bool, _ result: inout Pruned) {
    let now = clock()
    for name in shelves() {
      guard let shelf = Shelf(in: folder, name) else { continue }
      for file in shelf.names() where StoredName.isPart(file) {
        guard let facts = shelf.facts(file),
          now.timeIntervalSince(facts.modified) > ContentStore.staleAfter
        else { continue }
        if dryRun || succeeded(shelf.remove(file, ifStill: facts), &result) { result.swept += 1 }
      }
    }
  }

  /// Another process may have been quicker; only what stays is a problem.
  private func succeeded(_ problem: Int32, _ result: inout Pruned) -> Bool {
    if problem != 0, problem != ENOENT, problem != ESTALE {
      result.problem =
        "cannot remove from '\(folder.path)': \(String(cString: strerror(problem)))"
    }
    return problem == 0
  }
}
