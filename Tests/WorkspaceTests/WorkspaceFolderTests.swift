import Foundation
import Support
import Testing
import Workspace

struct WorkspaceFolderTests {
  @Test(arguments: [
    "../secret", "/etc/passwd", "footage/../../x", "~/x", "http://host/x", "", "a/\0b",
    "footage/out/secret",
  ])
  func noPathLeadsOut(path: String) throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try outside.write("x", to: "secret")
    try folder.write("x", to: "footage/a.mp4")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/footage/out", withDestinationPath: outside.path)
    let workspace = try WorkspaceFolder(folder.path)
    #expect(throws: WorkspaceError.self) { try workspace.file(path) }
  }

  @Test func theTeamsOwnTopFolderMayBeALink() throws {
    let folder = try TemporaryFolder()
    let card = try TemporaryFolder()
    try card.write("x", to: "day1/a.mp4")
    try card.write("x", to: "day1/.hidden")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/footage", withDestinationPath: card.path)
    let workspace = try WorkspaceFolder(folder.path)
    #expect(workspace.files(below: "footage") == ["footage/day1/a.mp4"])
    #expect(try workspace.file("footage/day1/a.mp4").path.hasSuffix("day1/a.mp4"))
  }

  @Test func aFolderThatIsNotThereSaysHowToMakeOne() {
    let error = #expect(throws: WorkspaceError.self) { try WorkspaceFolder("/nowhere/at/all") }
    #expect(
      error?.message
        == "'/nowhere/at/all' is not a folder: make one with 'shopreel init /nowhere/at/all'")
  }

  @Test func anUnchangedResultIsNotWrittenAgain() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("a.json")
    #expect(try AtomicFile.update(Data("1".utf8), at: file))
    #expect(try !AtomicFile.update(Data("1".utf8), at: file))
    #expect(try AtomicFile.update(Data("2".utf8), at: file))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.json"])
  }

  @Test func onlyOneRunHoldsTheLock() throws {
    let folder = try TemporaryFolder()
    let workspace = try WorkspaceFolder(folder.path)
    do {
      let first = try RunLock(workspace)
      let error = #expect(throws: WorkspaceError.self) { try RunLock(workspace) }
      #expect(error?.code == .locked)
      withExtendedLifetime(first) {}
    }
    _ = try RunLock(workspace)
  }
}
