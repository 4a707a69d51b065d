import Foundation
import Hashing

/// What a folder holds, to be compared before and after.
struct Listing: Equatable {
  struct Entry: Equatable {
    var hash: String
    /// Seconds since 1970 of the last change.
    var modified: Double
  }

  private(set) var entries: [String: Entry] = [:]

  /// - Parameter leavingOut: Path beginnings, relative to the folder.
  init(_ folder: URL, leavingOut: [String] = []) {
    let root = folder.resolvingSymlinksInPath()
    let keys: [URLResourceKey] = [.isRegularFileKey]
    let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: keys)
    while let url = walker?.nextObject() as? URL {
      let name = String(url.path.dropFirst(root.path.count + 1))
      guard !leavingOut.contains(where: name.hasPrefix),
        (try? url.resourceValues(forKeys: Set(keys)).isRegularFile) == true
      else { continue }
      let facts = try? FileManager.default.attributesOfItem(atPath: url.path)
      entries[name] = Entry(
        hash: (try? ContentHash(ofFile: url.path).hexadecimal) ?? "unreadable",
        modified: (facts?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)
    }
  }

  var names: [String] { entries.keys.sorted() }

  func names(ending: String) -> [String] { names.filter { $0.hasSuffix(ending) } }

  /// Files that appeared, went, or hold other bytes or another time than before.
  func differing(from before: Listing) -> [String] {
    Set(entries.keys).union(before.entries.keys).filter { entries[$0] != before.entries[$0] }
      .sorted()
  }
}
