import Demonstrating
import Foundation
import Model
import Support

/// A small made-up shop: three products, small pictures, a short day of filming; run once, copied by
/// whoever wants to change it.
final class DemoSite: Sendable {
  let folder: TemporaryFolder
  let truth: DemoTruth
  /// Shots of the list that the short day had no time for.
  let unfilmed: [String]
  /// How the first whole run ended.
  let outcome: Program.Outcome

  /// Run once for all suites.
  static let finished = Result { try DemoSite() }

  private init() throws {
    folder = try TemporaryFolder()
    atexit {
      guard case .success(let site) = DemoSite.finished else { return }
      try? FileManager.default.removeItem(at: site.folder.url)
    }
    let root = folder.file("shop")
    try Self.found(root, products: 3)
    for verb in ["import", "select", "script", "shotlist"] {
      let outcome = try Program.run(verb, on: root)
      guard [0, 1].contains(outcome.status) else { throw Broken(verb: verb, outcome: outcome) }
    }
    let list = try ShotList.decoded(
      from: Data(contentsOf: root.appendingPathComponent("work/shotlist/shotlist.json")))
    let listed = list.setups.flatMap(\.shots)
    let filmed = listed.enumerated().filter { $0.offset % 5 < 3 }.map(\.element)
    unfilmed = listed.map(\.id).filter { id in !filmed.contains { $0.id == id } }
    truth = try DemoFootage(seed: 5, clips: 40, shorterSide: 360).film(
      filmed, to: root.appendingPathComponent("footage"), jobs: 2, progress: { _ in })
    outcome = try Program.run("run", on: root, ["--format", "json"])
  }

  /// Catalogue, photos, music, settings and small presets, without footage.
  static func found(_ root: URL, products: Int?) throws {
    try DemoWorkspace(seed: 5, photoWidth: 320, musicBars: 4).write(to: root)
    try SmallPresets.demo.write(to: root)
    guard let products else { return }
    let settings = root.appendingPathComponent("shopreel.yaml")
    let text = try String(contentsOf: settings, encoding: .utf8)
    try Data((text + "selection:\n  count: \(products)\n").utf8).write(to: settings)
  }

  var root: URL { folder.file("shop") }

  /// The workspace as the first run left it, to be changed at will.
  func copy(to other: TemporaryFolder) throws -> URL {
    let target = other.file("shop")
    try FileManager.default.copyItem(at: root, to: target)
    try keepTimes(of: "footage", in: target)
    return target
  }

  /// A copy of a file is as old as what it was copied from.
  private func keepTimes(of folder: String, in target: URL) throws {
    let files = FileManager.default
    for name in try files.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path) {
      let path = folder + "/" + name
      let facts = try files.attributesOfItem(atPath: root.appendingPathComponent(path).path)
      guard let time = facts[.modificationDate] else { continue }
      try files.setAttributes(
        [.modificationDate: time], ofItemAtPath: target.appendingPathComponent(path).path)
    }
  }

  func json(_ name: String) throws -> Any { try Self.json(root, name) }

  static func json(_ root: URL, _ name: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(contentsOf: root.appendingPathComponent(name)))
  }

  struct Broken: Error {
    let verb: String
    let outcome: Program.Outcome
  }
}

extension URL {
  /// The artefact in a file below this folder.
  func artefact<A: Artefact>(_ type: A.Type, _ name: String) throws -> A {
    try A.decoded(from: Data(contentsOf: appendingPathComponent(name)))
  }

  /// Every artefact below a folder of this workspace whose file ends so.
  func artefacts<A: Artefact>(_ type: A.Type, below folder: String) throws -> [A] {
    try Listing(appendingPathComponent(folder)).names(ending: ".json").map {
      try artefact(type, folder + "/" + $0)
    }
  }

  func bytes(_ name: String) -> Data? {
    FileManager.default.contents(atPath: appendingPathComponent(name).path)
  }

  func holds(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: appendingPathComponent(name).path)
  }

  /// Writes text into a file below this folder, with the folders it needs.
  func write(_ text: String, to name: String) throws {
    let file = appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
