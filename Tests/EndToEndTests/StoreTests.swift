import Foundation
import Model
import Support
import Testing

/// The store of encoded parts, robbed, damaged and shared: the drafts come out equal.
@Suite struct StoreTests {
  let folder: TemporaryFolder
  let root: URL
  /// The drafts as the first run made them.
  let before: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    root = try DemoSite.finished.get().copy(to: folder)
    before = Self.movies(root)
  }

  private static func movies(_ root: URL) -> [String: String] {
    let listing = Listing(root.appendingPathComponent("drafts"))
    return Dictionary(
      uniqueKeysWithValues: (listing.names(ending: ".mp4") + listing.names(ending: ".jpg")).map {
        ($0, listing.entries[$0]?.hash ?? "")
      })
  }

  private func removeDrafts(_ root: URL) throws {
    try FileManager.default.removeItem(at: root.appendingPathComponent("drafts"))
  }

  private func objects(_ root: URL) -> [String] {
    Listing(root.appendingPathComponent("work/store")).names
  }

  private func records(_ outcome: Program.Outcome) throws -> [[String: Any]] {
    let json = try #require(outcome.json as? [String: Any], "\(outcome.out) \(outcome.err)")
    return try #require(json["drafts"] as? [[String: Any]])
  }

  private func spans(_ outcome: Program.Outcome) throws -> [[String: Any]] {
    try records(outcome).flatMap { $0["spans"] as? [[String: Any]] ?? [] }
  }

  private func render(_ root: URL, store: URL? = nil) throws -> Program.Outcome {
    try Program.run(
      ["render", "-C", root.path, "--explain", "--format", "json"],
      environment: store.map { ["SHOPREEL_STORE": $0.path] } ?? [:])
  }

  @Test func draftsThatAreGoneAreJoinedFromTheStore() throws {
    try removeDrafts(root)
    let outcome = try render(root)
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(try spans(outcome).allSatisfy { $0["state"] as? String == "taken" })
    #expect(Self.movies(root) == before)
  }

  @Test func flippedBytesAndMissingPartsAreMadeAnew() throws {
    try removeDrafts(root)
    let names = objects(root)
    #expect(names.count > 8)
    for (index, name) in names.enumerated() {
      let file = root.appendingPathComponent("work/store/" + name)
      if index % 4 == 0 {
        try FileManager.default.removeItem(at: file)
      } else if index % 4 == 1 {
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 0x10
        try bytes.write(to: file)
      } else if index % 4 == 2 {
        let bytes = try Data(contentsOf: file)
        try bytes.prefix(bytes.count / 2).write(to: file)
      }
    }
    let outcome = try render(root)
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(Self.movies(root) == before)
    let states = try spans(outcome).compactMap { $0["state"] as? String }
    #expect(states.contains("made") && states.contains("taken"))
  }

  @Test func aStoreThatIsGoneIsMadeAnewWithTheSameBytes() throws {
    try removeDrafts(root)
    try FileManager.default.removeItem(at: root.appendingPathComponent("work/store"))
    #expect(try render(root).status == 0)
    #expect(Self.movies(root) == before)
  }

  @Test func twoWorkspacesAtOnceShareOneStore() throws {
    let other = folder.file("other")
    try FileManager.default.copyItem(at: root, to: other)
    let shared = folder.file("shared")
    let both = [root, other]
    for workspace in both {
      try removeDrafts(workspace)
      try FileManager.default.removeItem(at: workspace.appendingPathComponent("work/store"))
    }
    let running = try both.map {
      try Running(
        ["render", "-C", $0.path], environment: ["SHOPREEL_STORE": shared.path])
    }
    for program in running { #expect(program.wait(seconds: 120).status == 0) }
    for workspace in both { #expect(Self.movies(workspace) == before) }
    #expect(objects(root) == [])
    #expect(Listing(shared).names.allSatisfy { !$0.contains(".part") })
  }

  @Test func aKilledRenderLeavesAStoreThatGivesEqualDrafts() throws {
    try removeDrafts(root)
    let store = root.appendingPathComponent("work/store")
    try FileManager.default.removeItem(at: store)
    let running = try Running(["render", "-C", root.path])
    #expect(running.until { Listing(store).names.count > 3 })
    running.send(SIGKILL)
    _ = running.wait(seconds: 10)
    #expect(try render(root).status == 0)
    #expect(Self.movies(root) == before)
  }

  @Test func aRenamedClipEncodesNothing() throws {
    let takes = try root.artefact(Takes.self, "work/takes.json")
    let drafts = try root.artefacts(Draft.self, below: "drafts")
    let file = try #require(
      takes.takes.map(\.file).first { file in
        drafts.contains { $0.shots.contains { $0.file == file } }
      })
    let ending = URL(fileURLWithPath: file).pathExtension
    try FileManager.default.moveItem(
      at: root.appendingPathComponent(file),
      to: root.appendingPathComponent(file.dropLast(ending.count + 1) + "-renamed." + ending))
    let outcome = try Program.run("run", on: root)
    #expect(outcome.status <= 1, "\(outcome.err)")
    let after = try render(root)
    #expect(try records(after).count == drafts.count)
    let made = try spans(after).filter {
      $0["state"] as? String == "made" && $0["kind"] as? String == "picture"
        && ($0["reason"] as? String)?.hasPrefix("changed") == true
    }
    #expect(made.isEmpty, "\(made)")
  }

  @Test func theStoreIsShownAndPruned() throws {
    let shown = try Program.run("store", on: root, ["--format", "json"])
    #expect(shown.status == 0, "\(shown.err)")
    let pruned = try Program.run("store", on: root, ["--prune", "--to", "0"])
    #expect(pruned.status == 0, "\(pruned.err)")
    #expect(objects(root).isEmpty)
    try removeDrafts(root)
    #expect(try render(root).status == 0)
    #expect(Self.movies(root) == before)
  }
}
