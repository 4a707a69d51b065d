import Foundation
import Model
import Support
import Testing

/// The whole line on a made-up shop whose truth is known.
@Suite struct LineTests {
  let site: DemoSite
  var root: URL { site.root }

  init() throws { site = try DemoSite.finished.get() }

  @Test func aRunEndsAndEveryFaultOfItIsNamed() throws {
    #expect([0, 1].contains(site.outcome.status), "\(site.outcome.err)")
    let stages = try #require(
      (site.outcome.json as? [String: Any])?["stages"] as? [[String: Any]])
    #expect(
      stages.compactMap { $0["verb"] as? String } == [
        "import", "select", "script", "shotlist", "ingest", "cut", "render", "check", "review",
      ])
    let failed = stages.flatMap { $0["failed"] as? [[String: Any]] ?? [] }
    #expect(failed.isEmpty, "\(failed)")
    if site.outcome.status == 1 { #expect(site.outcome.err.contains("error: ")) }
  }

  @Test func everyDraftPassesEveryCheck() throws {
    let drafts = try root.artefacts(Draft.self, below: "drafts")
    #expect(drafts.count >= 9)
    for draft in drafts {
      let short = draft.checks.filter { !$0.pass }
      #expect(short.isEmpty, "\(draft.platform)/\(draft.id): \(short)")
    }
    let checks = try root.artefact(Checks.self, "work/checks.json")
    #expect(checks.drafts.count == drafts.count)
    #expect(checks.drafts.allSatisfy { $0.pass })
    #expect(try Program.run("check", on: root).status == 0)
  }

  @Test func everySelectedProductHasADraftForEachPlatform() throws {
    let selection = try root.artefact(Selection.self, "work/selection.json")
    #expect(selection.selected.count == 3)
    let drafts = try root.artefacts(Draft.self, below: "drafts")
    for platform in SmallPresets.demo.canvases.keys {
      let skus = Set(drafts.filter { $0.platform == platform }.map(\.sku))
      #expect(skus == Set(selection.selected.map(\.sku)), "\(platform)")
    }
  }

  @Test func everyFileOfTheContractIsInItsPlace() throws {
    let work = [
      "products.json", "selection.json", "selection.csv", "takes.json", "checks.json",
      "shotlist/shotlist.json", "shotlist/shotlist.pdf", "shotlist/shotlist.html",
      "shotlist/shotlist.xlsx", "shotlist/shotlist.csv", "shotlist/slates.pdf", "ingest.html",
      "footage.csv",
    ]
    for name in work.map({ "work/" + $0 }) + ["drafts/index.html"] {
      #expect((root.bytes(name)?.count ?? 0) > 0, "\(name)")
    }
    let scripts = try root.artefacts(Script.self, below: "work/scripts")
    for script in scripts {
      #expect(root.holds("work/scripts/\(script.category)/\(script.id).json"))
      #expect(root.holds("work/scripts/\(script.category)/\(script.id).md"))
      #expect(root.holds("work/scripts/\(script.category).md"))
    }
    for draft in try root.artefacts(Draft.self, below: "drafts") {
      #expect(root.holds("drafts/\(draft.platform)/\(draft.id).mp4"))
      #expect(root.holds("drafts/\(draft.platform)/\(draft.id).jpg"))
      #expect(root.holds("work/timelines/\(draft.id).otio"))
      #expect(draft.file == draft.id + ".mp4" && draft.cover == draft.id + ".jpg")
    }
    #expect(root.bytes("work/shotlist/shotlist.pdf")?.prefix(5) == Data("%PDF-".utf8))
    #expect(root.bytes("work/shotlist/shotlist.xlsx")?.prefix(2) == Data("PK".utf8))
  }

  @Test func noHalfFileIsLeftAnywhere() {
    let names = Listing(root).names
    #expect(names.filter { $0.contains(".part") } == [])
  }

  @Test func everyArtefactNamesItsSchemaFirst() throws {
    let json = Listing(root).names(ending: ".json")
      .filter { $0.hasPrefix("work/") || $0.hasPrefix("drafts/") }
    #expect(json.count > 12)
    for name in json {
      let text = String(decoding: root.bytes(name) ?? Data(), as: UTF8.self)
      #expect(text.firstMatch(of: /^\{\s*"schema"\s*:\s*"[a-z]+\/\d+"/) != nil, "\(name)")
    }
  }

  @Test func aPostHasEveryFieldOfTheContract() throws {
    let fields: Set = [
      "schema", "id", "sku", "platform", "script", "hook", "file", "sha256", "bytes", "width",
      "height", "rate", "duration", "title", "caption", "hashtags", "cover", "cover_text", "cta",
      "ai_labels", "music", "titles", "shots", "checks", "timings",
    ]
    for name in Listing(root.appendingPathComponent("drafts")).names(ending: ".json") {
      let post = try #require(try site.json("drafts/" + name) as? [String: Any])
      #expect(fields.subtracting(post.keys) == [], "\(name)")
      #expect(keys(post["titles"]).isSuperset(of: ["text", "start", "end", "box", "font_px"]))
      #expect(
        keys(post["shots"]).isSuperset(of: ["shot", "file", "in", "out", "start", "end"]))
      #expect(keys(post["checks"]) == ["name", "value", "limit", "pass"])
      #expect(post["duration"] is Double && post["rate"] != nil)
    }
  }

  @Test func takesHaveEveryFieldOfTheContract() throws {
    let takes = try #require(try site.json("work/takes.json") as? [String: Any])
    #expect(Set(takes.keys).isSuperset(of: ["schema", "takes", "orphans", "broken", "missing"]))
    #expect(
      keys(takes["takes"]).isSuperset(of: [
        "id", "file", "sku", "take", "status", "in", "out", "filed_by", "score", "reasons", "facts",
      ]))
    let facts = (takes["takes"] as? [[String: Any]])?.compactMap { $0["facts"] }
    #expect(
      keys(facts).isSuperset(of: ["width", "height", "rotation", "audio", "duration"]))
  }

  @Test func theReviewPageShowsEveryDraft() throws {
    let page = String(decoding: root.bytes("drafts/index.html") ?? Data(), as: UTF8.self)
    for draft in try root.artefacts(Draft.self, below: "drafts") {
      #expect(page.contains("\(draft.platform)/\(draft.id).mp4"))
    }
    #expect(!page.contains("http://") && !page.contains("src=\"https://"))
  }

  /// Fields that every object of a list has.
  private func keys(_ list: Any?) -> Set<String> {
    let objects = list as? [[String: Any]] ?? []
    return objects.dropFirst().reduce(Set(objects.first?.keys.map { $0 } ?? [])) {
      $0.intersection($1.keys)
    }
  }
}
