import Foundation
import Support
import Tables
import Testing

@Suite struct ArchiveTests {
  private func open(
    _ data: Data, limits: ArchiveLimits = ArchiveLimits(),
    _ use: (Archive) throws -> Void = { _ in }
  ) throws {
    let folder = try TemporaryFolder()
    try data.write(to: folder.file("a.zip"))
    try use(try Archive(path: folder.file("a.zip").path, limits: limits))
  }

  private func made(_ fill: (inout MadeArchive) -> Void) -> Data {
    var archive = MadeArchive()
    fill(&archive)
    return archive.data
  }

  @Test func anEntryIsStreamedByItsNameInAnyCase() throws {
    try open(made { $0.add("xl\\Workbook.xml", "hello") }) { archive in
      #expect(archive.names == ["xl/Workbook.xml"])
      let bytes = try archive.bytes(of: "/XL/workbook.xml")
      #expect(bytes == Array("hello".utf8))
      #expect(archive.size(of: "xl/workbook.xml") == 5)
    }
  }

  @Test func namesThatLeadOutCannotBeReached() throws {
    try open(
      made {
        $0.add("../../evil", "x")
        $0.add("/etc/passwd", "y")
        $0.add("a/../b", "z")
      }
    ) { archive in
      #expect(archive.names == ["/etc/passwd"])
      #expect(!archive.contains("../../evil") && !archive.contains("b"))
    }
  }

  @Test func aWrongChecksumIsSaid() throws {
    try open(made { $0.add("a", Data("hello".utf8), wrong: .crc) }) { archive in
      let error = #expect(throws: TableError.self) { try archive.bytes(of: "a") }
      #expect(
        error?.message
          == "'a' is damaged (CRC error): copy the file again, or open and save it")
    }
  }

  @Test func anUnknownMethodIsSaid() throws {
    try open(made { $0.add("a", Data("hello".utf8), wrong: .method) }) { archive in
      let error = #expect(throws: TableError.self) { try archive.bytes(of: "a") }
      #expect(error?.code == .damaged)
    }
  }

  @Test func aPartThatIsNotThereIsNamed() throws {
    try open(made { $0.add("a", "x") }) { archive in
      let error = #expect(throws: TableError.self) { try archive.bytes(of: "b") }
      #expect(error?.message == "the file holds no part 'b'")
    }
  }

  @Test func anEncryptedArchiveIsRefused() throws {
    let error = #expect(throws: TableError.self) {
      try open(made { $0.add("a", Data("x".utf8), wrong: .encrypted) })
    }
    #expect(error?.message == "'a' needs a password: save the file without one")
    #expect(error?.code == .encrypted)
  }

  @Test func aNameThatStandsTwiceIsRefused() throws {
    let error = #expect(throws: TableError.self) {
      try open(
        made {
          $0.add("xl/a.xml", "x")
          $0.add("xl/A.xml", "y")
        })
    }
    #expect(
      error?.message
        == "the archive holds 'xl/A.xml' twice: open it in Excel or WPS and save it")
  }

  @Test func entriesUponEachOtherAreRefused() throws {
    let error = #expect(throws: TableError.self) {
      try open(
        made {
          $0.add("a", Data(repeating: 7, count: 10_000))
          $0.nameAgain(50, size: 10_000)
        })
    }
    #expect(error?.message == "entries of the archive overlap, as in a zip bomb: it is not read")
  }

  @Test func tooManyEntriesAreRefused() throws {
    var limits = ArchiveLimits()
    limits.entries = 3
    let data = made { archive in for index in 0..<4 { archive.add("\(index)", "") } }
    let error = #expect(throws: TableError.self) { try open(data, limits: limits) }
    #expect(
      error?.message == "the archive holds 4 entries, 3 at most are read: save it anew")
  }

  @Test func anEntryBeyondItsLimitIsRefused() throws {
    try open(made { $0.add("a", Data(repeating: 7, count: 3 << 20)) }) { archive in
      let error = #expect(throws: TableError.self) { try archive.bytes(of: "a", limit: 1 << 20) }
      #expect(error?.message == "'a' is over 1 MB unpacked: it is not read")
    }
  }

  @Test func aZipBombIsRefused() throws {
    var writer = WorkbookWriter()
    let row = [WorkbookWriter.Cell](repeating: .text(""), count: 20)
    writer.add(sheet: "a", rows: Array(repeating: row, count: 500))
    var limits = ArchiveLimits()
    (limits.ratioFrom, limits.ratio) = (1000, 3)
    let error = #expect(throws: TableError.self) { try open(Data(writer.bytes()), limits: limits) }
    #expect(error?.code == .tooLarge)
    #expect(error?.message.contains("as a zip bomb does") == true)
  }

  @Test func aFileThatIsCutAnywhereIsRefused() throws {
    let whole = made { archive in
      for index in 0..<5 { archive.add("part\(index)", String(repeating: "x", count: 100)) }
    }
    for length in stride(from: 0, to: whole.count - 1, by: 13) {
      #expect(throws: TableError.self) { try open(whole.prefix(length)) }
    }
  }

  @Test func aMissingFileIsSaid() {
    let error = #expect(throws: TableError.self) { try Archive(path: "/no/such/file") }
    #expect(error?.code == .cannotRead)
  }
}
