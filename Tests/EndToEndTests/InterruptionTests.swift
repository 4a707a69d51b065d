import Foundation
import Model
import Support
import Testing

/// A run that is ended in the middle.
@Suite struct InterruptionTests {
  let folder: TemporaryFolder
  let root: URL

  /// A workspace with everything but the drafts of one platform.
  init() throws {
    folder = try TemporaryFolder()
    root = try DemoSite.finished.get().copy(to: folder)
    try FileManager.default.removeItem(at: root.appendingPathComponent("drafts/douyin"))
  }

  private var halves: [String] {
    Listing(root).names.filter { $0.contains(".part") }
  }

  private var movies: [String] {
    Listing(root.appendingPathComponent("drafts/douyin")).names(ending: ".mp4")
  }

  /// Whether rendering has come so far that a file of a draft lies there, half or whole.
  private func hasBegun() -> Bool {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("drafts/douyin").path)
    return files?.contains { $0.contains(".mp4") } == true
  }

  @Test func aKilledRunIsTakenUpAndLeavesNoHalfFiles() throws {
    let running = try Running(["run", "-C", root.path])
    #expect(running.until(hasBegun))
    running.send(SIGKILL)
    _ = running.wait(seconds: 10)
    #expect(!halves.isEmpty)
    try root.write("half", to: "drafts/douyin/long-gone.mp4.part")
    try root.write("half", to: "work/.takes.json.4711.part")

    let outcome = try Program.run("run", on: root)
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(halves == [])
    let drafts = try root.artefacts(Draft.self, below: "drafts")
    #expect(drafts.count { $0.platform == "douyin" } == movies.count)
    #expect(drafts.count >= 9)
    #expect(drafts.allSatisfy { $0.checks.allSatisfy { $0.pass } })
    #expect(root.holds("drafts/index.html"))
  }

  @Test func aRunThatIsAskedToEndKeepsWhatIsDone() throws {
    let running = try Running(["run", "-C", root.path])
    #expect(running.until { !movies.isEmpty })
    running.send(SIGTERM)
    let outcome = running.wait(seconds: 10)
    #expect(outcome.status == 130, "\(outcome.err)")
    #expect(outcome.err.contains("interrupted"))
    #expect(halves == [])
    let kept = Listing(root.appendingPathComponent("drafts/douyin"))
    #expect(!kept.names(ending: ".mp4").isEmpty)

    #expect(try Program.run("run", on: root).status == 0)
    let after = Listing(root.appendingPathComponent("drafts/douyin"))
    for name in kept.names(ending: ".json") {
      let movie = name.replacing(".json", with: ".mp4")
      #expect(after.entries[movie] == kept.entries[movie], "\(movie) was made twice")
    }
  }

  @Test func aWorkspaceSomebodyIsAtWorkOnIsLeftAlone() throws {
    let lock = open(root.appendingPathComponent("work/lock").path, O_RDWR | O_CREAT, 0o644)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let outcome = try Program.run("run", on: root)
    #expect(outcome.status == 75)
    #expect(outcome.err.contains("is taken: another shopreel"))
    #expect(!root.holds("drafts/douyin"))
  }
}
