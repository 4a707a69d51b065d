import Demonstrating
import Foundation
import Model
import Testing
import Timing

/// What the line made of footage whose truth is known.
@Suite struct TruthTests {
  let site: DemoSite
  let takes: Takes

  init() throws {
    site = try DemoSite.finished.get()
    takes = try site.root.artefact(Takes.self, "work/takes.json")
  }

  private func takes(in clip: DemoTruth.Clip) -> [Take] {
    takes.takes.filter { $0.file == "footage/" + clip.file }
  }

  @Test func everyClipWithAReadableSlateIsFiledToItsShot() {
    let readable = site.truth.clips.filter { $0.slateReadable && $0.damage == nil }
    #expect(readable.count > 20)
    for clip in readable {
      let filed = takes(in: clip)
      if filed.isEmpty, clip.fault != .none {
        // A take too shaky to leave half a second is named instead.
        #expect(takes.orphans.contains { $0.file == "footage/" + clip.file }, "\(clip.file)")
        continue
      }
      #expect(!filed.isEmpty, "\(clip.file) is not filed; it shows \(clip.shot ?? "-")")
      #expect(filed.contains { $0.shot == clip.shot && $0.sku == clip.sku }, "\(clip.file)")
    }
  }

  @Test func noClipIsFiledToAWrongShot() {
    for clip in site.truth.clips {
      for take in takes(in: clip) {
        #expect(take.sku == clip.sku, "\(clip.file) is of \(clip.sku ?? "-")")
        guard let shot = take.shot, clip.slateReadable else { continue }
        #expect(shot == clip.shot, "\(clip.file) filed by \(take.filedBy)")
      }
    }
  }

  @Test func everyDamagedFileIsNamedWithAReason() {
    let damaged = site.truth.clips.filter { $0.damage != nil }
    #expect(damaged.count >= 2)
    for clip in damaged {
      let named = takes.broken.first { $0.file == "footage/" + clip.file }
      let isTaken = !takes(in: clip).isEmpty
      #expect(named.map { !$0.reason.isEmpty } ?? isTaken, "\(clip.file)")
      if clip.damage != .truncated { #expect(named != nil && !isTaken, "\(clip.file)") }
    }
  }

  /// A draft that needs a shot for longer than its best take lasts goes on with another take.
  @Test func noShotBeginsWithItsWorstTakeWhereABetterOneIs() throws {
    let drafts = try site.root.artefacts(Draft.self, below: "drafts")
    let used = Set(
      drafts.flatMap { draft in
        Dictionary(grouping: draft.shots, by: \.shot).values.compactMap { $0.first?.file }
      })
    let shots = Dictionary(grouping: site.truth.clips.filter { $0.damage == nil }, by: \.shot)
    var compared = 0
    for (shot, clips) in shots where shot != nil {
      guard clips.contains(where: { $0.rank != .worst && !takes(in: $0).isEmpty }) else { continue }
      for worst in clips where worst.rank == .worst && worst.slateReadable {
        compared += 1
        #expect(!used.contains("footage/" + worst.file), "\(shot ?? "") \(worst.fault)")
      }
    }
    #expect(compared > 3)
  }

  @Test func aTakeOfTheDraftLiesInsideItsScene() throws {
    for draft in try site.root.artefacts(Draft.self, below: "drafts") {
      for shot in draft.shots {
        guard let clip = site.truth.clips.first(where: { "footage/" + $0.file == shot.file })
        else { continue }
        #expect(shot.sourceIn.decimal >= clip.start - 0.05, "\(draft.id) \(shot.file)")
        #expect(shot.sourceOut.decimal <= clip.end + 0.05, "\(draft.id) \(shot.file)")
      }
    }
  }

  @Test func aListedShotThatNobodyFilmedIsMissing() {
    #expect(!site.unfilmed.isEmpty)
    for shot in site.truth.unfilmed + site.unfilmed {
      #expect(takes.missing.contains { $0.shot == shot }, "\(shot)")
    }
  }
}
