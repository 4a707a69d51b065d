import Foundation
import Model
import Support
import Testing

/// What a second run makes again, and what it leaves alone.
@Suite struct RerunTests {
  let site: DemoSite
  let folder: TemporaryFolder
  let root: URL

  init() throws {
    site = try DemoSite.finished.get()
    folder = try TemporaryFolder()
    root = try site.copy(to: folder)
  }

  private func listing(_ folder: String) -> Listing {
    Listing(root.appendingPathComponent(folder), leavingOut: ["ledger.sqlite", "lock"])
  }

  @Test func aSecondRunFindsEverythingFreshAndWritesNothing() throws {
    let before = (listing("work"), listing("drafts"))
    let outcome = try Program.run("run", on: root, ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(outcome.states.count == 9)
    #expect(outcome.states.values.allSatisfy { $0 == "fresh" }, "\(outcome.states)")
    #expect(listing("work").differing(from: before.0) == [])
    #expect(listing("drafts").differing(from: before.1) == [])
  }

  @Test func whatWasMovedElsewhereIsStillFresh() throws {
    let moved = folder.file("elsewhere")
    try FileManager.default.moveItem(at: root, to: moved)
    let outcome = try Program.run("run", on: moved, ["--format", "json"])
    #expect(outcome.states.values.allSatisfy { $0 == "fresh" }, "\(outcome.states)")
  }

  @Test func withALedgerThatIsLostADraftThatIsGoneIsMadeAgainWithTheSameBytes() throws {
    for name in Listing(root.appendingPathComponent("work")).names where name.hasPrefix("ledger") {
      try FileManager.default.removeItem(at: root.appendingPathComponent("work/" + name))
    }
    let before = listing("drafts")
    let movie = try #require(before.names(ending: ".mp4").first)
    try FileManager.default.removeItem(at: root.appendingPathComponent("drafts/" + movie))
    let outcome = try Program.run("run", on: root)
    #expect(outcome.status <= 1, "\(outcome.err)")
    let after = listing("drafts")
    #expect(after.entries[movie]?.hash == before.entries[movie]?.hash)
    #expect(after.differing(from: before).filter { $0.hasSuffix(".mp4") } == [movie])
  }

  @Test func aNewPriceChangesTheDraftsOfItsProductAlone() throws {
    let catalogue = try root.artefact(Catalogue.self, "work/products.json")
    let drafts = try root.artefacts(Draft.self, below: "drafts")
    let before = listing("drafts")
    let product = try #require(
      catalogue.products.first { product in drafts.contains { $0.sku == product.sku } })
    let price = try reprice(product.sku)

    let outcome = try Program.run("run", on: root, ["--format", "json"])
    #expect(outcome.status <= 1, "\(outcome.err)")
    let changed = listing("drafts").differing(from: before)
    let movies = changed.filter { $0.hasSuffix(".mp4") }
    #expect(!movies.isEmpty)
    for name in changed where name != "index.html" {
      #expect(name.contains(product.sku), "\(name) changed with the price of \(product.sku)")
    }
    let after = try root.artefacts(Draft.self, below: "drafts").filter { $0.sku == product.sku }
    #expect(after.contains { $0.titles.contains { $0.text.contains(price) } })
    #expect(after.allSatisfy { $0.checks.allSatisfy { $0.pass } })
  }

  @Test func aPostThatChangesLeavesItsVideoAlone() throws {
    let file = root.appendingPathComponent("presets/platforms/douyin.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let fewer = text.replacing(/hashtags_max: .*/, with: "hashtags_max: 1")
    try Data(fewer.utf8).write(to: file)
    let before = listing("drafts")
    let outcome = try Program.run("run", on: root)
    #expect(outcome.status == 0, "\(outcome.err)")
    let changed = listing("drafts").differing(from: before).filter { $0 != "index.html" }
    #expect(!changed.isEmpty)
    let others = changed.filter { !$0.hasPrefix("douyin/") || !$0.hasSuffix(".json") }
    #expect(others == [])
    let drafts = try root.artefacts(Draft.self, below: "drafts/douyin")
    #expect(drafts.allSatisfy { $0.hashtags.count <= 1 })
    #expect(drafts.allSatisfy { $0.checks.allSatisfy { $0.pass } })
  }

  @Test func oneProductAloneIsMadeWhereOneIsAskedFor() throws {
    let drafts = try root.artefacts(Draft.self, below: "drafts")
    try FileManager.default.removeItem(at: root.appendingPathComponent("drafts"))
    let sku = try #require(drafts.first?.sku)
    let outcome = try Program.run("run", on: root, ["--sku", sku, "--platform", "taobao_main"])
    #expect(outcome.status == 0, "\(outcome.err)")
    let made = try root.artefacts(Draft.self, below: "drafts")
    #expect(Set(made.map(\.sku)) == [sku] && Set(made.map(\.platform)) == ["taobao_main"])
    #expect(made.count == drafts.filter { $0.sku == sku && $0.platform == "taobao_main" }.count)
  }

  /// Makes a product two tenths cheaper, so little that the selection stays.
  private func reprice(_ sku: String) throws -> String {
    let file = root.appendingPathComponent("catalogue.csv")
    var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\r\n")
    let row = try #require(lines.firstIndex { $0.hasPrefix(sku + ",") })
    var cells = lines[row].components(separatedBy: ",")
    let price = String(format: "%.1f", try #require(Double(cells[4])) - 0.2)
    cells[4] = price
    lines[row] = cells.joined(separator: ",")
    try Data(lines.joined(separator: "\r\n").utf8).write(to: file)
    return price
  }
}
