import Foundation
import Hashing
import Support
import Workspace

/// A store in a temporary folder, with keys and bytes by number.
struct StoreBench {
  let folder: TemporaryFolder
  let store: ContentStore

  init() throws {
    folder = try TemporaryFolder()
    store = ContentStore(at: folder.file("work/store"), limit: 1_000_000)
  }

  func key(_ number: Int) -> String { ContentHash(of: "\(number)").hexadecimal }

  func bytes(_ count: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(count))
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  func file(_ number: Int) -> URL {
    store.folder.appendingPathComponent("\(key(number).prefix(2))/\(key(number)).object")
  }

  /// Names of all files in the store, hidden ones too, sorted.
  func files() throws -> [String] {
    let shelves = try FileManager.default.contentsOfDirectory(atPath: store.folder.path)
    return try shelves.flatMap {
      try FileManager.default.contentsOfDirectory(atPath: store.folder.path + "/" + $0)
    }.sorted()
  }

  func age(_ url: URL, minutes: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60 * minutes)], ofItemAtPath: url.path)
  }

  func age(_ number: Int, minutes: Double) throws { try age(file(number), minutes: minutes) }
}
