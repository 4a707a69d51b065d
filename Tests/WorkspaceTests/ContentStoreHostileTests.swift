import Foundation
import Support
import Testing
import Workspace

struct ContentStoreHostileTests {
  let bench: StoreBench
  let outside: TemporaryFolder

  init() throws {
    bench = try StoreBench()
    outside = try TemporaryFolder()
    try bench.store.keep([1, 2, 3], under: bench.key(1))
  }

  private func link(_ url: URL, to target: URL) throws {
    try? FileManager.default.removeItem(at: url)
    try FileManager.default.createSymbolicLink(at: url, withDestinationURL: target)
  }

  @Test func aLinkInPlaceOfAnObjectIsNeverFollowed() throws {
    let secret = try outside.write("secret", to: "secret")
    try link(bench.file(1), to: secret)
    #expect(!bench.store.contains(bench.key(1)))
    #expect(bench.store.entries().isEmpty)
    bench.store.touch(bench.key(1))
    #expect(bench.store.read(bench.key(1)) == .damaged)
    try link(bench.file(1), to: secret)
    try bench.store.keep([4], under: bench.key(1))
    #expect(bench.store.read(bench.key(1)) == .bytes([4]))
    #expect(try String(contentsOf: secret, encoding: .utf8) == "secret")
  }

  @Test func aLinkInPlaceOfAShelfLeadsNowhere() throws {
    let shelf = bench.file(1).deletingLastPathComponent()
    try FileManager.default.copyItem(at: shelf, to: outside.file("shelf"))
    try link(shelf, to: outside.file("shelf"))
    #expect(bench.store.read(bench.key(1)) == .absent)
    #expect(!bench.store.contains(bench.key(1)) && bench.store.entries().isEmpty)
    #expect(throws: WorkspaceError.self) { try bench.store.keep([4], under: bench.key(1)) }
    #expect(bench.store.prune(to: 0).removed == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: outside.file("shelf").path).count == 1)
  }

  @Test func aFolderInPlaceOfAnObjectGivesWay() throws {
    for isRead in [true, false] {
      try FileManager.default.removeItem(at: bench.file(1))
      try FileManager.default.createDirectory(
        at: bench.file(1).appendingPathComponent("deep"), withIntermediateDirectories: true)
      #expect(!bench.store.contains(bench.key(1)) && bench.store.entries().isEmpty)
      if isRead { #expect(bench.store.read(bench.key(1)) == .damaged) }
      try bench.store.keep([5], under: bench.key(1))
      #expect(bench.store.read(bench.key(1)) == .bytes([5]))
    }
  }

  @Test func aPipeInPlaceOfAnObjectIsNotWaitedFor() throws {
    try FileManager.default.removeItem(at: bench.file(1))
    #expect(mkfifo(bench.file(1).path, 0o600) == 0)
    #expect(bench.store.read(bench.key(1)) == .damaged)
    #expect(bench.store.read(bench.key(1)) == .absent)
  }

  @Test func theFolderItselfMayBeALink() throws {
    try link(bench.folder.file("other"), to: bench.store.folder)
    let store = ContentStore(at: bench.folder.file("other"), limit: 0)
    #expect(store.read(bench.key(1)) == .bytes([1, 2, 3]))
    try store.keep([9], under: bench.key(2))
    #expect(bench.store.read(bench.key(2)) == .bytes([9]))
  }

  @Test func aWriterThatIsKilledLeavesNothingThatIsRead() throws {
    // A whole file cut at every length under its temporary name is what a kill leaves behind.
    let whole = try Data(contentsOf: bench.file(1))
    for length in 0...whole.count {
      let part = bench.file(2).deletingLastPathComponent()
        .appendingPathComponent(".\(bench.key(2)).host-9-9-\(length).part")
      try FileManager.default.createDirectory(
        at: part.deletingLastPathComponent(), withIntermediateDirectories: true)
      try whole.prefix(length).write(to: part)
      try bench.age(part, minutes: 61)
    }
    #expect(bench.store.read(bench.key(2)) == .absent && !bench.store.contains(bench.key(2)))
    #expect(bench.store.prune(to: .max).swept == whole.count + 1)
    #expect(try bench.files() == [bench.file(1).lastPathComponent])
  }
}
