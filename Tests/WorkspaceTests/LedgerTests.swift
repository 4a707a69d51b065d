import Foundation
import Hashing
import Support
import Testing
import Workspace

struct LedgerTests {
  @Test func whatIsRecordedIsFoundByTheNextProcess() throws {
    let folder = try TemporaryFolder()
    let url = folder.file("work/ledger.sqlite")
    do { try Ledger(at: url).record("abc", for: "import") }
    #expect(try Ledger(at: url).fingerprint(of: "import") == "abc")
    #expect(try Ledger(at: url).fingerprint(of: "select") == nil)
  }

  @Test func aDamagedLedgerIsBegunAnew() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "not a database ", count: 400), to: "ledger.sqlite")
    let ledger = try Ledger(at: folder.file("ledger.sqlite"))
    #expect(try ledger.fingerprint(of: "import") == nil)
    try ledger.record("abc", for: "import")
    #expect(try ledger.fingerprint(of: "import") == "abc")
  }

  @Test func aChangedFileHasAnotherHash() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(at: folder.file("ledger.sqlite"))
    let file = try folder.write("one", to: "a.txt")
    let first = try ledger.contentHash(of: file)
    #expect(first == ContentHash(of: "one").hexadecimal)
    try folder.write("three", to: "a.txt")
    #expect(try ledger.contentHash(of: file) == ContentHash(of: "three").hexadecimal)
  }

  @Test func aLargeFileIsKnownByItsSizeAndSamples() throws {
    let folder = try TemporaryFolder()
    var bytes = [UInt8](repeating: 7, count: 5 << 20)
    func identity() throws -> String {
      let url = folder.file("clip.bin")
      try Data(bytes).write(to: url)
      return try ContentHash(ofSamplesIn: url.path).hexadecimal
    }
    let before = try identity()
    bytes[bytes.count - 1] = 8
    let changedEnd = try identity()
    bytes.append(9)
    #expect(before != changedEnd)
    #expect(try identity() != changedEnd)
  }

  @Test func theHashIsTheStandardOne() {
    #expect(
      ContentHash(of: "abc").hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func theOrderOfPartsDoesNotMatterButTheirBordersDo() {
    var (a, b, c) = (Fingerprint(), Fingerprint(), Fingerprint())
    a.add("x", "1")
    a.add("y", "2")
    b.add("y", "2")
    b.add("x", "1")
    c.add("x", "1=1:2")
    #expect(a.text == b.text)
    #expect(a.text != c.text)
  }
}
