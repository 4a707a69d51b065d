import Foundation
import Support
import Testing

/// A workspace at night: nobody watches, and nothing is set up.
@Suite struct NightTests {
  private func workspace() throws -> (TemporaryFolder, URL) {
    let folder = try TemporaryFolder()
    let root = folder.file("shop & 店")
    #expect(try Program.run(["init", root.path]).status == 0)
    return (folder, root)
  }

  private func make(_ arguments: [String], in root: URL) throws -> (status: Int32, out: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/make")
    process.arguments = ["-C", root.path] + arguments
    process.environment = [:]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test func theMakefileWorksWithoutAnEnvironment() throws {
    let (folder, root) = try workspace()
    let looked = try make(["-j", "8", "status"], in: root)
    #expect(looked.status == 0, "\(looked.out)")
    #expect(looked.out.contains("import"))
    let stages = try make(["-j", "8", "import", "select", "script"], in: root)
    #expect(stages.status == 0, "\(stages.out)")
    withExtendedLifetime(folder) {}
  }

  @Test func theNightLeavesALogWithItsExitStatus() throws {
    let (folder, root) = try workspace()
    try FileManager.default.removeItem(at: root.appendingPathComponent("catalogue.csv"))
    let night = try make(["nightly"], in: root)
    #expect(night.status == 2)
    #expect(night.out.contains("exit status 66"))
    let logs = try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("work/logs").path)
    #expect(logs.count == 1)
    withExtendedLifetime(folder) {}
  }

  @Test func whatHasNoTimeIsLeftAndNamed() throws {
    let (folder, root) = try workspace()
    let night = try Program.run("run", on: root, ["--until", "+0s"])
    #expect(night.status == 75, "\(night.err)")
    #expect(night.err.contains("left for the next run: "))
    #expect(night.err.contains("it would not be done in time"))
    withExtendedLifetime(folder) {}
  }

  @Test(arguments: ["7", "24:00", "+", "+3", "+-1h", "07:60", "+nanh", "soon"])
  func aTimeThatIsNone(_ text: String) throws {
    let (folder, root) = try workspace()
    #expect(try Program.run("run", on: root, ["--until=\(text)"]).status == 64)
    withExtendedLifetime(folder) {}
  }
}
