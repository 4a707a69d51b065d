import Foundation
import Model
import Support
import Testing

/// What people want of a shoot stands beside the work and is obeyed by every run.
@Suite struct ShootEditsTests {
  let folder: TemporaryFolder
  let root: URL

  init() throws {
    folder = try TemporaryFolder()
    root = try DemoSite.finished.get().copy(to: folder)
  }

  private func list() throws -> ShotList {
    try root.artefact(ShotList.self, "work/shotlist/shotlist.json")
  }

  @Test func aDroppedShotStaysDroppedWhenTheWorkIsDeleted() throws {
    let shot = try #require(try list().setups.first?.shots.first)
    try root.write(
      "schema: shoot-edits/1\ndrop: [\(shot.id)]\npin: {nothing-like-it: 2}\n",
      to: "edits/shoot.yaml")
    let outcome = try Program.run("shotlist", on: root, ["--format", "json"])
    #expect(outcome.states["shotlist"] == "made")
    #expect(outcome.out.contains("pin: no shot 'nothing-like-it' is on the list"))
    let planned = try list()
    #expect(planned.dropped == [.init(id: shot.id, sku: shot.sku)])
    #expect(!planned.setups.flatMap(\.shots).contains { $0.id == shot.id })

    try FileManager.default.removeItem(at: root.appendingPathComponent("work/shotlist"))
    _ = try Program.run("shotlist", on: root)
    #expect(try list().dropped == planned.dropped)
    try FileManager.default.removeItem(at: root.appendingPathComponent("work/takes.json"))
    _ = try Program.run("ingest", on: root)
    let takes = try root.artefact(Takes.self, "work/takes.json")
    #expect(!takes.missing.contains { $0.shot == shot.id })
  }

  @Test func aFileThatCannotBeReadStopsTheStage() throws {
    try root.write("schema: shoot-edits/1\ndrp: [x]\n", to: "edits/shoot.yaml")
    let outcome = try Program.run("shotlist", on: root)
    #expect(outcome.status != 0)
    #expect(outcome.err.contains("edits/shoot.yaml:2:1"), "\(outcome.err)")
    #expect(outcome.err.contains("unknown key 'drp'; did you mean 'drop'?"), "\(outcome.err)")
  }
}
