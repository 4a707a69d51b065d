import Foundation
import Support
import Testing

/// Exit statuses and words of the program, as the contract names them.
@Suite struct StatusTests {
  /// What is typed in a folder that somebody has prepared, and what comes of it.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var arguments: [String]
    /// File → text, written into a new workspace; an empty text removes the file.
    var files: [String: String] = [:]
    var status: Int32
    /// What standard error says.
    var words: [String]

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "a platform that is not known", arguments: ["run"],
      files: ["shopreel.yaml": "schema: workspace/1\nplatforms: [tictok]\n"], status: 65,
      words: ["'tictok'", "did you mean 'tiktok'"]),
    Case(
      name: "YAML that is broken", arguments: ["run"],
      files: ["shopreel.yaml": "schema: workspace/1\nplatforms: [a, b\nid: x\n"], status: 65,
      words: ["shopreel.yaml:3:3: error:", "1 fault; nothing was made"]),
    Case(
      name: "a key that nobody knows", arguments: ["status"],
      files: ["shopreel.yaml": "schema: workspace/1\nselektion: {count: 3}\n"], status: 65,
      words: ["shopreel.yaml:2:1: error: unknown key 'selektion'; did you mean 'selection'"]),
    Case(
      name: "a workspace that is not there", arguments: ["run", "-C", "nowhere"], status: 66,
      words: ["'nowhere'", "shopreel init nowhere"]),
    Case(
      name: "a stage before its turn", arguments: ["render"], status: 66,
      words: ["run 'shopreel script' first"]),
    Case(
      name: "a catalogue that is not there", arguments: ["run"], files: ["catalogue.csv": ""],
      status: 66, words: ["no catalogue", "catalogue.csv"]),
    Case(
      name: "a catalogue that is named and not there", arguments: ["import"],
      files: ["shopreel.yaml": "schema: workspace/1\ncatalogue: [goods.csv]\n"],
      status: 66, words: ["'goods.csv'"]),
    Case(
      name: "a catalogue outside", arguments: ["import"],
      files: [
        "shopreel.yaml": "schema: workspace/1\ncatalogue: [../goods.csv]\n"
      ], status: 65, words: ["'../goods.csv' leads outside the workspace"]),
    Case(
      name: "a catalogue without one product", arguments: ["import"],
      files: ["catalogue.csv": "nothing,here\n"], status: 65, words: ["no product could be read"]),
    Case(
      name: "an option that is not known", arguments: ["run", "--bogus"], status: 64,
      words: ["--bogus"]),
    Case(
      name: "no jobs", arguments: ["run", "--jobs", "0"], status: 64,
      words: ["'--jobs' is a number from 1 to 256"]),
    Case(
      name: "a product that is not there", arguments: ["run", "--sku", "TX-0l"], status: 65,
      words: ["'TX-0l'", "did you mean 'TX-01'"]),
    Case(
      name: "a platform that the settings do not name", arguments: ["run", "--platform", "douyin"],
      status: 65, words: ["'douyin'", "tiktok"]),
    Case(
      name: "a workspace that is one already", arguments: ["init", "."], status: 73,
      words: ["is a workspace already"]),
    Case(
      name: "a preset with a fault", arguments: ["presets", "check", "f.yaml"],
      files: ["f.yaml": "schema: platform/1\nname: X\nfps: thirty\n"], status: 65,
      words: ["f.yaml:3:6: error: 'fps'", "thirty", "faults; nothing was made"]),
    Case(
      name: "a preset that is not there", arguments: ["presets", "check", "g.yaml"], status: 66,
      words: ["'g.yaml' is not there"]),
    Case(
      name: "a preset's name mistyped", arguments: ["presets", "show", "douyni"], status: 65,
      words: ["did you mean 'douyin'"]),
    Case(
      name: "products without any picture", arguments: ["run"], status: 1,
      words: ["error: cut ", "has no take and no photo", "photos/TX-01/"]),
    Case(
      name: "an artefact of a newer program", arguments: ["select"],
      files: ["work/products.json": #"{"schema": "products/9", "products": []}"#], status: 65,
      words: ["products.json", "'products/9' is newer"]),
  ]

  /// A new workspace without its pictures and tracks, made once.
  private static let bare: Result<TemporaryFolder, any Error> = Result {
    let folder = try TemporaryFolder()
    let root = folder.file("shop")
    let made = try Program.run(["init", root.path])
    #expect(made.status == 0, "\(made.err)")
    for name in ["photos", "music"] {
      try FileManager.default.removeItem(at: root.appendingPathComponent(name))
      try FileManager.default.createDirectory(
        at: root.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    return folder
  }

  private func workspace() throws -> (TemporaryFolder, URL) {
    let folder = try TemporaryFolder()
    let root = folder.file("shop")
    try FileManager.default.copyItem(at: Self.bare.get().file("shop"), to: root)
    return (folder, root)
  }

  @Test(arguments: cases) func endsAsTheContractSays(_ item: Case) throws {
    let (folder, root) = try workspace()
    defer { withExtendedLifetime(folder) {} }
    for (name, text) in item.files {
      if text.isEmpty {
        try FileManager.default.removeItem(at: root.appendingPathComponent(name))
      } else {
        try root.write(text, to: name)
      }
    }
    let outcome = try Program.run(item.arguments, in: root)
    #expect(outcome.status == item.status, "\(outcome.err)")
    for words in item.words { #expect(outcome.err.contains(words), "\(outcome.err)") }
  }

  @Test func aRunForShowWritesNothing() throws {
    let (folder, root) = try workspace()
    defer { withExtendedLifetime(folder) {} }
    let before = Listing(root)
    for verb in ["run", "import", "render", "export"] {
      let outcome = try Program.run(verb, on: root, ["--dry-run"])
      #expect([0, 66].contains(outcome.status), "\(verb): \(outcome.err)")
    }
    #expect(Listing(root).differing(from: before) == [])
  }

  @Test func aCatalogueThatGivesNothingToFilmEndsInOrder() throws {
    let (folder, root) = try workspace()
    defer { withExtendedLifetime(folder) {} }
    try root.write(
      "SKU,Title,Category,Price,Cost,Stock\nA-1,Canvas bag,Bags,5.00,9.00,300\n",
      to: "catalogue.csv")
    let outcome = try Program.run("run", on: root)
    #expect([0, 1].contains(outcome.status), "\(outcome.err)")
    #expect(outcome.out.contains("A-1"))
    #expect(root.holds("drafts/index.html"))
  }

  @Test func aStrictRunStopsAtTheFirstFault() throws {
    let folder = try TemporaryFolder()
    let root = folder.file("shop")
    try DemoSite.found(root, products: nil)
    let outcome = try Program.run("run", on: root, ["--strict", "--format", "json"])
    #expect(outcome.status == 1)
    #expect(Array(outcome.states.keys) == ["import"])
    #expect(!root.holds("work/selection.json"))
  }

  @Test(arguments: ["run --dry-run", "import", "status", "presets list", "presets show platforms/douyin"])
  func withFormatJSONNothingElseStandsOnStandardOutput(_ command: String) throws {
    let (folder, root) = try workspace()
    defer { withExtendedLifetime(folder) {} }
    let words = command.split(separator: " ").map(String.init)
    let outcome = try Program.run(words + ["-C", root.path, "--format", "json"])
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(outcome.json is [String: Any], "\(outcome.out)")
  }

  @Test(arguments: [
    ["--help"], ["run", "--help"], ["import", "--help"], ["presets", "--help"], ["init", "--help"],
  ]) func helpIsChineseWhereItIsAskedFor(_ command: [String]) throws {
    let chinese = try Program.run(command + ["--lang", "zh"])
    #expect(chinese.status == 0)
    #expect(chinese.out.contains(/\p{Han}{4}/))
    let english = try Program.run(command)
    #expect(english.status == 0 && !english.out.contains(/\p{Han}/))
  }

  @Test func everyVerbOfTheContractHasHelp() throws {
    let verbs = [
      "import", "select", "script", "shotlist", "ingest", "cut", "render", "check", "review",
      "export", "run", "status", "init", "doctor", "presets",
    ]
    let help = try Program.run(["--help"]).out
    for verb in verbs {
      #expect(help.contains("\n  \(verb) "), "\(verb)")
      #expect(try Program.run([verb, "--help"]).status == 0, "\(verb)")
    }
  }

  @Test func theDoctorFindsThisMachineFit() throws {
    let outcome = try Program.run(["doctor", "--format", "json"])
    #expect(outcome.status == 0, "\(outcome.out)")
    #expect(outcome.json is [String: Any])
  }
}
