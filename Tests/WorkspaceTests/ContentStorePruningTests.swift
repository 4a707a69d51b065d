import Foundation
import Support
import Testing
import Workspace

struct ContentStorePruningTests {
  let bench: StoreBench

  /// Ten objects of 132 bytes each; the higher the number, the longer unused.
  init() throws {
    bench = try StoreBench()
    for number in 0..<10 {
      try bench.store.keep([UInt8](repeating: 1, count: 100), under: bench.key(number))
      try bench.age(number, minutes: Double(200 + number))
    }
  }

  private var left: [Int] { (0..<10).filter { bench.store.contains(bench.key($0)) } }

  @Test func entriesAreInTheOrderOfLastUse() {
    #expect(bench.store.entries().map(\.key) == (0..<10).reversed().map(bench.key))
    #expect(bench.store.entries().allSatisfy { $0.bytes == 132 })
  }

  @Test func theLongestUnusedGoFirst() {
    let pruned = bench.store.prune(to: 132 * 4)
    #expect(pruned.removed == 6 && pruned.removedBytes == 6 * 132)
    #expect(pruned.kept == 4 && pruned.keptBytes == 4 * 132 && pruned.problem == nil)
    #expect(left == [0, 1, 2, 3])
  }

  @Test func theLimitIsTheStoresOwnWithoutAnother() {
    let small = ContentStore(at: bench.store.folder, limit: 132 * 9 + 131)
    #expect(small.prune().removed == 1)
    #expect(left == Array(0..<9))
  }

  @Test func theSparedStayWhateverTheLimit() {
    let pruned = bench.store.prune(to: 0, sparing: [bench.key(9), bench.key(5), "no key"])
    #expect(left == [5, 9] && pruned.removed == 8 && pruned.kept == 2)
  }

  @Test func useKeepsAnObject() {
    #expect(bench.store.read(bench.key(9)) != .absent)
    bench.store.prune(to: 132 * 2)
    #expect(left == [0, 9])
  }

  @Test func aTrialRemovesNothing() {
    let trial = bench.store.prune(to: 132, dryRun: true)
    #expect(trial.removed == 9 && left == Array(0..<10))
    #expect(bench.store.prune(to: 132) == trial)
  }

  @Test func halfWrittenFilesAreIgnoredAndSweptWhenNobodyWritesThem() throws {
    let shelf = bench.file(1).deletingLastPathComponent()
    let dead = shelf.appendingPathComponent(".\(bench.key(1)).host-1-2-3.part")
    let alive = shelf.appendingPathComponent(".\(bench.key(1)).host-1-2-4.part")
    for url in [dead, alive] { try Data(count: 5000).write(to: url) }
    try bench.age(dead, minutes: 90)
    #expect(bench.store.entries().count == 10)
    let pruned = bench.store.prune(to: .max)
    #expect(pruned.swept == 1 && pruned.removed == 0)
    #expect(!FileManager.default.fileExists(atPath: dead.path))
    #expect(FileManager.default.fileExists(atPath: alive.path))
    #expect(bench.store.read(bench.key(1)) == .bytes([UInt8](repeating: 1, count: 100)))
  }

  @Test func whatIsNotTheStoresOwnIsLeftAlone() throws {
    let shelf = bench.file(1).deletingLastPathComponent()
    let others = [
      shelf.appendingPathComponent("notes.txt"), shelf.appendingPathComponent(bench.key(1)),
      shelf.appendingPathComponent("ff\(bench.key(1).dropFirst(2)).object"),
      bench.store.folder.appendingPathComponent("README"),
    ]
    for url in others {
      try Data("x".utf8).write(to: url)
      try bench.age(url, minutes: 9000)
    }
    #expect(bench.store.entries().count == 10)
    #expect(bench.store.prune(to: 0).removed == 10)
    #expect(others.allSatisfy { FileManager.default.fileExists(atPath: $0.path) })
  }
}
