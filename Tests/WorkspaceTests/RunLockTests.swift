import Foundation
import Support
import Testing
import Workspace

@Suite struct RunLockTests {
  @Test func aRefusalNamesTheOwner() throws {
    let folder = try TemporaryFolder()
    let workspace = try WorkspaceFolder(folder.path)
    let lock = try RunLock(workspace, verb: "render")
    let error = #expect(throws: WorkspaceError.self) { try RunLock(workspace) }
    #expect(error?.code == .locked)
    #expect(error?.message.contains("'render' by ") == true)
    #expect(error?.message.contains("(pid \(getpid())), for 0 min") == true)
    #expect(RunLock.owner(of: workspace)?.verb == "render")
    withExtendedLifetime(lock) {}
  }

  @Test func aLockGivenBackHasNoOwner() throws {
    let folder = try TemporaryFolder()
    let workspace = try WorkspaceFolder(folder.path)
    do { withExtendedLifetime(try RunLock(workspace)) {} }
    #expect(RunLock.owner(of: workspace) == nil)
    #expect(try RunLock(workspace).leftBy == nil)
  }

  @Test func theLockOfADeadProcessIsTakenAndItsOwnerTold() throws {
    let folder = try TemporaryFolder()
    let workspace = try WorkspaceFolder(folder.path)
    var dead = RunOwner(verb: "run")
    dead.boot = "an earlier start of the machine"
    try FileManager.default.createDirectory(
      at: workspace.work, withIntermediateDirectories: true)
    try dead.data.write(to: workspace.work("lock"))
    #expect(RunLock.owner(of: workspace) == nil)
    #expect(try RunLock(workspace).leftBy == dead)
  }

  @Test func ofAnotherMachineNothingIsKnown() {
    var far = RunOwner(verb: "run")
    far.host = "another.machine"
    far.pid = 1 << 30
    #expect(far.mayLive)
    far.host = RunOwner(verb: "run").host
    #expect(!far.mayLive)
  }

  @Test func aFileOfOtherWordsHasNoOwner() {
    #expect(RunOwner(Data("{\"pid\": \"x\"}".utf8)) == nil)
    #expect(RunOwner(Data()) == nil)
  }
}
