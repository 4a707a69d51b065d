import Foundation
import Model
import Support
import Testing

/// The store of encoded parts as a person sees and prunes it.
@Suite struct StoreTests {
  private func shop() throws -> (folder: TemporaryFolder, root: URL) {
    let folder = try TemporaryFolder()
    return (folder, try DemoSite.finished.get().copy(to: folder))
  }

  private struct Shown {
    var objects, bytes, usedObjects, missing, made, taken: Int

    init(_ outcome: Program.Outcome) throws {
      let store = try #require((outcome.json as? [String: Any])?["store"] as? [String: Any])
      let used = try #require(store["used"] as? [String: Any])
      let last = try #require(store["last_render"] as? [String: Any])
      func number(_ values: [String: Any], _ key: String) throws -> Int {
        try #require(values[key] as? Int, "\(key)")
      }
      objects = try number(store, "objects")
      bytes = try number(store, "bytes")
      usedObjects = try number(used, "objects")
      missing = try number(used, "missing")
      made = try number(last, "made")
      taken = try number(last, "taken")
    }
  }

  private func shown(_ root: URL) throws -> Shown {
    try Shown(Program.run("store", on: root, ["--format", "json"]))
  }

  @Test func itShowsWhatTheDraftsUse() throws {
    let (folder, root) = try shop()
    let before = try shown(root)
    #expect(before.objects > 0 && before.missing == 0)
    #expect(before.usedObjects == before.objects && before.made >= before.objects)
    // A draft that is gone uses nothing.
    let record = try #require(try root.artefacts(RenderRecord.self, below: "work/renders").first)
    try FileManager.default.removeItem(
      at: root.appendingPathComponent("drafts/\(record.platform)/\(record.id).mp4"))
    #expect(try shown(root).made + shown(root).taken < before.made + before.taken)
    let text = try Program.run("store", on: root, ["--lang", "zh"])
    #expect(text.status == 0 && text.out.contains("位置") && text.out.contains("work/store"))
    withExtendedLifetime(folder) {}
  }

  @Test func aDraftsPartsAreListed() throws {
    let (folder, root) = try shop()
    let record = try #require(try root.artefacts(RenderRecord.self, below: "work/renders").first)
    let list = try Program.run("store", on: root, ["--draft", record.id])
    #expect(list.status == 0 && list.out.contains("\(record.platform)/\(record.id)"))
    #expect(record.spans.allSatisfy { list.out.contains($0.key.prefix(12)) })
    let wrong = try Program.run("store", on: root, ["--draft", record.id + "x"])
    #expect(wrong.status == 65 && wrong.err.contains("did you mean '\(record.id)'"))
    withExtendedLifetime(folder) {}
  }

  @Test func pruningIsTriedThenDoneAndRenderMakesItAnew() throws {
    let (folder, root) = try shop()
    let before = try shown(root)
    let trial = try Program.run("store", on: root, ["--prune", "--to", "0", "--dry-run"])
    #expect(trial.status == 0 && trial.out.hasPrefix("would remove \(before.objects) objects"))
    #expect(try shown(root).objects == before.objects)
    let unused = try Program.run("store", on: root, ["--prune", "--unused"])
    #expect(unused.out.hasPrefix("removed 0 objects"))
    let half = "\(before.bytes / 2)"
    #expect(try Program.run("store", on: root, ["--prune", "--to", half]).status == 0)
    #expect(try shown(root).bytes <= before.bytes / 2)
    #expect(try shown(root).missing > 0)
    let record = try #require(try root.artefacts(RenderRecord.self, below: "work/renders").first)
    let movie = "drafts/\(record.platform)/\(record.id).mp4"
    let bytes = try #require(root.bytes(movie))
    try FileManager.default.removeItem(at: root.appendingPathComponent(movie))
    #expect([0, 1].contains(try Program.run("render", on: root).status))
    #expect(root.bytes(movie) == bytes)
    withExtendedLifetime(folder) {}
  }

  @Test(arguments: [
    (["--to", "5GB"], "'--to' and '--unused' go with '--prune'"),
    (["--prune", "--to", "5 apples"], "'5 apples' is invalid"),
    (["--prune", "--to", "-1GB"], "--to"),
    (["--prune", "--to", "1GB", "--unused"], "exclude each other"),
    (["--prune", "--draft", "x"], "exclude each other"),
  ])
  func whatMakesNoSenseIsRefused(arguments: [String], words: String) throws {
    let outcome = try Program.run(["store"] + arguments)
    #expect(outcome.status == 64 && outcome.err.contains(words), "\(outcome.err)")
  }

  @Test func theSettingsAndTheVariableSayWhereAndHowMuch() throws {
    let (folder, root) = try (TemporaryFolder(), TemporaryFolder())
    try root.write("schema: workspace/1\nrender: {store_gb: 0.5}\n", to: "shopreel.yaml")
    let shared = folder.file("shared").path
    let outcome = try Program.run(
      ["store", "-C", root.path], environment: ["SHOPREEL_STORE": shared])
    #expect(outcome.status == 0 && outcome.out.contains(shared))
    #expect(outcome.out.contains("of 500 MB, 0 objects"))
    #expect(!root.url.holds("work"))
    let relative = try Program.run(
      ["store", "-C", root.path], environment: ["SHOPREEL_STORE": "shared"])
    #expect(relative.status == 65 && relative.err.contains("must be an absolute folder"))
  }

  @Test(arguments: [
    ("libx246", 65, "did you mean 'libx264'"), ("h264_nope", 65, "'libsvtav1', 'libx264'"),
  ])
  func anUnknownEncoderIsNamedWithTheLegalOnes(name: String, status: Int32, words: String) throws {
    let (folder, root) = try shop()
    try choose(name, in: root)
    let outcome = try Program.run("render", on: root)
    #expect(outcome.status == status && outcome.err.contains(words), "\(outcome.err)")
    withExtendedLifetime(folder) {}
  }

  @Test func anEncoderThatIsNotHereIsAMissingComponent() throws {
    let (folder, root) = try shop()
    for name in ["draft", "final"] {
      let file = root.appendingPathComponent("presets/quality/\(name).yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
        .replacing("  h264_qsv:", with: "  h264_imagined: {options: {crf: 1}}\n  h264_qsv:")
      try Data(text.utf8).write(to: file)
    }
    try choose("h264_imagined", in: root)
    let outcome = try Program.run("render", on: root)
    #expect(outcome.status == 69 && outcome.err.contains("no 'h264_imagined' encoder"))
    #expect(outcome.err.contains("shopreel doctor"))
    let doctor = try Program.run("doctor", on: root)
    #expect(doctor.status == 69)
    #expect(doctor.out.contains("chosen in shopreel.yaml, not in this FFmpeg"))
    #expect(doctor.out.contains("default, present"))
    withExtendedLifetime(folder) {}
  }

  private func choose(_ encoder: String, in root: URL) throws {
    let file = root.appendingPathComponent("shopreel.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacing("render:\n", with: "render:\n  encoder: \(encoder)\n")
    try Data(text.utf8).write(to: file)
  }
}
