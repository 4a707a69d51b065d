import Foundation
import Hashing
import Support
import Testing
import Workspace

struct ContentStoreTests {
  let bench: StoreBench

  init() throws { bench = try StoreBench() }

  @Test(arguments: [0, 1, 31, 4096, 3_000_001])
  func whatIsKeptIsReadByAnotherStoreOnTheSameFolder(count: Int) throws {
    let bytes = bench.bytes(count)
    try bench.store.keep(bytes, under: bench.key(1))
    let other = ContentStore(at: bench.store.folder, limit: 0)
    #expect(other.read(bench.key(1)) == .bytes(bytes))
    #expect(other.contains(bench.key(1)) && !other.contains(bench.key(2)))
    #expect(other.read(bench.key(2)) == .absent)
  }

  @Test func aSecondWriteReplacesTheFirst() throws {
    try bench.store.keep([1], under: bench.key(1))
    try bench.store.keep([2, 3], under: bench.key(1))
    #expect(bench.store.read(bench.key(1)) == .bytes([2, 3]))
    #expect(try bench.files() == [bench.file(1).lastPathComponent])
  }

  @Test(arguments: [
    "", "abc", "ABCDEF0123", "../../../etc", "abcdef0/", "abcdef\0123", "abcdefg0", "äbcdef01",
    String(repeating: "a", count: 129),
  ])
  func aKeyThatIsNotHexadecimalIsRefused(key: String) throws {
    let error = #expect(throws: WorkspaceError.self) { try bench.store.keep([1], under: key) }
    #expect(error?.code == .cannotWrite)
    #expect(error?.message.contains("is not 8 to 128 lower-case hexadecimal digits") == true)
    #expect(bench.store.read(key) == .absent && !bench.store.contains(key))
    bench.store.touch(key)
  }

  @Test func everyFlippedByteIsFound() throws {
    let bytes = bench.bytes(200)
    try bench.store.keep(bytes, under: bench.key(1))
    let whole = try Data(contentsOf: bench.file(1))
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= 1 << UInt8(place % 8)
      try damaged.write(to: bench.file(1))
      #expect(bench.store.read(bench.key(1)) == .damaged, "byte \(place)")
      #expect(bench.store.read(bench.key(1)) == .absent)
    }
    try whole.write(to: bench.file(1))
    #expect(bench.store.read(bench.key(1)) == .bytes(bytes))
  }

  @Test(arguments: [0, 1, 31, 32, 33, 150, 231])
  func aTruncatedObjectIsFound(length: Int) throws {
    try bench.store.keep(bench.bytes(200), under: bench.key(1))
    try FileHandle(forWritingTo: bench.file(1)).truncate(atOffset: UInt64(length))
    #expect(bench.store.read(bench.key(1)) == .damaged)
    #expect(!bench.store.contains(bench.key(1)))
  }

  @Test func anObjectWithATailOrUnderAnothersNameIsFound() throws {
    try bench.store.keep(bench.bytes(200), under: bench.key(1))
    let whole = try Data(contentsOf: bench.file(1))
    try (whole + [0]).write(to: bench.file(1))
    #expect(bench.store.read(bench.key(1)) == .damaged)
    try bench.store.keep([1], under: bench.key(2))
    try whole.write(to: bench.file(2))
    #expect(bench.store.read(bench.key(2)) == .damaged)
  }

  @Test func aHugeFileIsNotReadIntoMemory() throws {
    try bench.store.keep([1], under: bench.key(1))
    try FileHandle(forWritingTo: bench.file(1)).truncate(atOffset: 1 << 40)
    #expect(!bench.store.contains(bench.key(1)))
    #expect(bench.store.read(bench.key(1)) == .damaged)
  }

  @Test func halfOfTheStoreMayBeTakenAway() throws {
    for number in 0..<20 { try bench.store.keep(bench.bytes(number), under: bench.key(number)) }
    for number in stride(from: 0, to: 20, by: 2) {
      try FileManager.default.removeItem(at: bench.file(number))
    }
    for number in 0..<20 {
      let found = bench.store.read(bench.key(number))
      #expect(found == (number % 2 == 0 ? .absent : .bytes(bench.bytes(number))))
      try bench.store.keep(bench.bytes(number), under: bench.key(number))
      #expect(bench.store.read(bench.key(number)) == .bytes(bench.bytes(number)))
    }
  }

  @Test func aStoreThatCannotBeWrittenSaysSoAndIsStillRead() throws {
    try bench.store.keep([7], under: bench.key(1))
    let file = try bench.folder.write("in the way", to: "file")
    let error = #expect(throws: WorkspaceError.self) {
      try ContentStore(at: file, limit: 1).keep([1], under: bench.key(1))
    }
    #expect(error?.code == .cannotWrite && error?.path == file.path)
    #expect(ContentStore(at: file, limit: 1).read(bench.key(1)) == .absent)
    #expect(ContentStore(at: file, limit: 1).prune().kept == 0)
    #expect(bench.store.read(bench.key(1)) == .bytes([7]))
  }

  @Test func useIsMarkedAtMostOnceAnHour() throws {
    try bench.store.keep([7], under: bench.key(1))
    try bench.age(1, minutes: 30)
    let recent = try #require(bench.store.entries().first?.lastUse)
    _ = bench.store.read(bench.key(1))
    bench.store.touch(bench.key(1))
    #expect(bench.store.entries().first?.lastUse == recent)
    try bench.age(1, minutes: 120)
    _ = bench.store.contains(bench.key(1))
    #expect(try #require(bench.store.entries().first?.lastUse) < recent)
    _ = bench.store.read(bench.key(1))
    #expect(try #require(bench.store.entries().first?.lastUse) > recent)
    try bench.age(1, minutes: 120)
    bench.store.touch(bench.key(1))
    #expect(try #require(bench.store.entries().first?.lastUse) > recent)
  }
}
