import Foundation
import Media
import Model
import Rendering
import Support
import Testing
import Timing

/// What is encoded, what is taken, and that it makes no difference to the bytes.
@Suite(.serialized)
struct SharingTests {
  private func price(_ text: String, _ bench: RenderBench) -> Layer {
    Layer(
      kind: .sticker, text: text, offer: Offer(label: "到手价", price: text),
      range: bench.range(45, 75))
  }

  private func pictures(_ draft: RenderedDraft) -> [RenderedPart] {
    draft.parts.filter { $0.kind == .picture }
  }

  @Test func spansEndAtPictureCuts() async throws {
    let bench = try RenderBench()
    let draft = try await bench.render(bench.timeline(layers: []))
    #expect(
      pictures(draft).map(\.range) == [
        bench.range(0, 20), bench.range(20, 45), bench.range(45, 75),
      ])
  }

  @Test func aSecondRenderMakesNothing() async throws {
    let bench = try RenderBench()
    let first = try await bench.render(bench.timeline())
    bench.store.forgetWhatWasMade()
    let second = try await bench.render(bench.timeline())
    #expect(bench.store.made == [])
    #expect(second.parts.allSatisfy { $0.origin == .stored })
    #expect(first.draft.sha256 == second.draft.sha256)
  }

  @Test func twoColdRunsGiveEqualBytes() async throws {
    let bench = try RenderBench()
    let first = try await bench.render(bench.timeline(), on: MemoryStore())
    let second = try await bench.render(bench.timeline(), on: MemoryStore())
    #expect(first.draft.sha256 == second.draft.sha256)
  }

  @Test func aNewPriceMakesOnlyTheSpansThatShowIt() async throws {
    let bench = try RenderBench()
    _ = try await bench.render(bench.timeline(layers: [price("39.9", bench)]))
    bench.store.forgetWhatWasMade()
    let draft = try await bench.render(bench.timeline(layers: [price("35.9", bench)]))
    let made = pictures(draft).filter { $0.origin == .made }.map(\.range)
    #expect(made == [bench.range(45, 75)])
    #expect(bench.store.made.count == 1)
  }

  @Test func aRenamedSourceMakesNothing() async throws {
    let bench = try RenderBench()
    let first = try await bench.render(bench.timeline())
    bench.store.forgetWhatWasMade()
    try FileManager.default.moveItem(
      at: bench.folder.file("clip.mp4"), to: bench.folder.file("other.mp4"))
    var timeline = bench.timeline()
    for index in timeline.shots.indices where timeline.shots[index].file == "clip.mp4" {
      timeline.shots[index].file = "other.mp4"
    }
    let second = try await bench.render(timeline)
    #expect(bench.store.made == [])
    #expect(first.draft.sha256 == second.draft.sha256)
    #expect(second.draft.shots[0].file == "other.mp4")
  }

  @Test func draftsThatDifferInTheirHookShareTheRest() async throws {
    let bench = try RenderBench()
    var other = bench.timeline(layers: [])
    other.id = "other"
    // A hook of another length: the same body stands later on the timeline.
    other.shots[0].source = bench.range(32, 44)
    other.shots[0].range = bench.range(0, 12)
    other.shots[1].range = bench.range(12, 37)
    other.shots[2].range = bench.range(37, 67)
    let requests = [bench.request(bench.timeline(layers: [])), bench.request(other)]
    let outcomes = await bench.render(requests)
    let (a, b) = (try #require(outcomes["draft"]).get(), try #require(outcomes["other"]).get())
    #expect(pictures(a).dropFirst().map(\.key) == pictures(b).dropFirst().map(\.key))
    #expect(pictures(a)[0].key != pictures(b)[0].key)
    let kept = bench.store.made.filter { key in pictures(a).contains { $0.key == key } }
    #expect(kept.count == Set(kept).count)
  }

  @Test func layersOfEqualPicturesShareSpansWhereverTheyLieOnTheTimeline() async throws {
    let bench = try RenderBench()
    func layers(_ shift: Int) -> [Layer] {
      [Layer(kind: .caption, text: "又轻又大", range: bench.range(20 + shift, 45 + shift))]
    }
    var later = bench.timeline(layers: layers(5))
    later.id = "later"
    later.shots[0].source = bench.range(60, 85)
    later.shots[0].range = bench.range(0, 25)
    later.shots[1].range = bench.range(25, 50)
    later.shots[2].range = bench.range(50, 80)
    let outcomes = await bench.render([
      bench.request(bench.timeline(layers: layers(0))), bench.request(later),
    ])
    let (a, b) = (try #require(outcomes["draft"]).get(), try #require(outcomes["later"]).get())
    #expect(pictures(a)[1].key == pictures(b)[1].key)
    #expect(pictures(a)[2].key == pictures(b)[2].key)
  }

  @Test func whatIsLostOrDamagedIsMadeAnewWithEqualBytes() async throws {
    let bench = try RenderBench()
    let first = try await bench.render(bench.timeline())
    let keys = bench.store.keys
    bench.store.damage(keys[0])
    bench.store.remove(keys[1])
    bench.store.forgetWhatWasMade()
    let second = try await bench.render(bench.timeline())
    #expect(Set(bench.store.made) == [keys[0], keys[1]])
    #expect(second.parts.first { $0.key == keys[0] }?.origin == .mended)
    #expect(second.parts.first { $0.key == keys[1] }?.origin == .made)
    #expect(first.draft.sha256 == second.draft.sha256)
  }

  @Test func halfAStoreGivesEqualBytes() async throws {
    let bench = try RenderBench()
    let first = try await bench.render(bench.timeline())
    for (index, key) in bench.store.keys.enumerated() where index % 2 == 0 {
      bench.store.remove(key)
    }
    let second = try await bench.render(bench.timeline())
    #expect(first.draft.sha256 == second.draft.sha256)
  }

  @Test func twoBatchesAtOnceOnOneStoreGiveEqualDrafts() async throws {
    let (one, two) = (try RenderBench(), try RenderBench())
    let store = MemoryStore()
    async let first = one.render(one.timeline(), on: store)
    async let second = two.render(two.timeline(), on: store)
    let drafts = try await [first.draft.sha256, second.draft.sha256]
    #expect(drafts[0] == drafts[1])
  }

  @Test func oneBadDraftDoesNotStopTheOthers() async throws {
    let bench = try RenderBench()
    var bad = bench.timeline()
    bad.id = "bad"
    bad.shots[0].file = "gone.mp4"
    let outcomes = await bench.render([bench.request(bad), bench.request(bench.timeline())])
    #expect(throws: RenderError.self) { try outcomes["bad"]?.get() }
    #expect(try outcomes["draft"]?.get().draft.duration == bench.time(75))
  }

  @Test func jobsMakeNoDifferenceToTheBytes() async throws {
    let bench = try RenderBench()
    let one = await bench.render([bench.request(bench.timeline())], on: MemoryStore(), jobs: 1)
    let many = await bench.render([bench.request(bench.timeline())], on: MemoryStore(), jobs: 5)
    #expect(try one["draft"]?.get().draft.sha256 == many["draft"]?.get().draft.sha256)
  }

  @Test func aCancelledBatchLeavesNoHalfDraft() async throws {
    let bench = try RenderBench()
    let request = bench.request(bench.timeline())
    let batch = Task { await bench.render([request]) }
    batch.cancel()
    let outcomes = await batch.value
    let movie = bench.folder.file("drafts/made/draft.mp4")
    #expect(outcomes.isEmpty != FileManager.default.fileExists(atPath: movie.path))
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: bench.folder.url.path)) ?? []
    #expect(!names.contains { $0.contains(".part") })
  }
}
