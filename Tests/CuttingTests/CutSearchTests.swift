import Cutting
import Foundation
import Model
import Support
import Testing
import Timing

/// What holds of every cut, whatever it is made from.
struct CutSearchTests {
  private let stage = CutStage(policy: Samples.policy)

  private func faults(_ timeline: Timeline, _ request: CutRequest) -> [String] {
    var faults: [String] = []
    var end = Time.zero
    for (index, shot) in timeline.shots.enumerated() {
      if shot.range.start != end { faults.append("a gap before \(index)") }
      if shot.source.duration != shot.range.duration * shot.speed {
        faults.append("speed \(index)")
      }
      if !shot.reason.contains("long; ") || !shot.reason.contains("cost") {
        faults.append("reason \(index): \(shot.reason)")
      }
      if shot.range.end.snapped(to: Samples.rate) != shot.range.end {
        faults.append("grid \(index)")
      }
      if shot.range.duration > Time(decimal: 6) { faults.append("long \(index)") }
      if shot.range.duration < Time(decimal: 0.8) { faults.append("short \(index)") }
      if let take = request.takes.first(where: { $0.id == shot.take }),
        shot.source.start < take.start || shot.source.end > take.end
      {
        faults.append("outside its take \(index)")
      }
      for other in timeline.shots[..<index] where other.kind == .take && other.file == shot.file {
        if other.source.overlaps(shot.source) { faults.append("repeat \(index)") }
      }
      if index > 0, shot.kind == .take, timeline.shots[index - 1].take == shot.take {
        faults.append("jump \(index)")
      }
      end = shot.range.end
    }
    if timeline.shots.count(where: { $0.transition != nil }) > 2 { faults.append("transitions") }
    return faults
  }

  @Test func nothingIsRepeatedAndEveryLimitIsKeptWhateverThereIs() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      var material = RandomMaterial(seed: seed)
      let request = material.request(rhythm: seed % 2 == 0)
      let timeline = try stage.run(request)
      #expect(faults(timeline, request) == [], "seed \(seed)")
      #expect(timeline.duration == request.script.duration, "seed \(seed)")
      #expect(try stage.run(request) == timeline, "seed \(seed)")
    }
  }

  @Test func theOrderOfTakesDoesNotMatter() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      var material = RandomMaterial(seed: seed)
      var request = material.request()
      let timeline = try stage.run(request)
      request.takes.shuffle(using: &material.random)
      request.photos.reverse()
      #expect(try stage.run(request) == timeline, "seed \(seed)")
    }
  }

  @Test func theSearchFindsWhatTryingEverythingFinds() throws {
    let all = CutStage(policy: Samples.policy, effort: .exhaustive)
    for seed in 1...40 as ClosedRange<UInt64> {
      var material = RandomMaterial(seed: 900 + seed)
      var request = Samples.request()
      request.script.beats = [
        Samples.beat(.point, 0, material.number(1.4...2.3), "一", shots: ["A1-hero"]),
        Samples.beat(.offer, 2, material.number(1.4...2.3), "二", shots: ["A1-pack", "A1-wear"]),
      ]
      for id in ["A1-hero", "A1-pack", "A1-wear"] {
        request.takes.append(material.take(id, 1, seconds: 1.1...2.4))
      }
      let (found, best) = (stage.cost(of: request), all.cost(of: request))
      #expect(abs(found - best) < 1e-9, "seed \(seed): \(found) for \(best)")
    }
  }

  @Test func wordsAndPicturesAgreeWithinTwoSeconds() throws {
    var (asked, late) = (0, 0)
    for seed in 1...20 as ClosedRange<UInt64> {
      var material = RandomMaterial(seed: seed)
      let request = material.request()
      let timeline = try stage.run(request)
      for (index, beat) in request.script.beats.enumerated() {
        let there = Set(request.takes.compactMap(\.shot)).intersection(beat.shots)
        guard !there.isEmpty else { continue }
        let own = timeline.shots.filter { $0.beat == index }
        let first = try #require(own.first)
        asked += 1
        guard let shown = own.first(where: { there.contains($0.shot) }),
          shown.range.start - first.range.start <= Time(decimal: 2)
        else {
          late += 1
          continue
        }
      }
    }
    // Where every take is shorter than its beat, and the beat too short for two pictures.
    #expect(asked > 100 && late * 50 <= asked, "\(late) of \(asked)")
  }

  @Test func aHookWithoutTheProductGivesWayInTime() throws {
    var request = Samples.request(photos: [Samples.photo(1)])
    request.script.beats[0].shots = ["A1-table-before"]
    request.script.beats[0].duration = Time(decimal: 2)
    request.script.shots.append(Samples.shot("A1-table-before", beat: 0))
    request.takes = ["A1-table-before", "A1-pack", "A1-pocket", "A1-wear", "A1-hero"].map {
      Samples.take($0, 1)
    }
    let timeline = try stage.run(request)
    #expect(timeline.shots.first?.shot == "A1-table-before")
    let seen = try #require(timeline.shots.first { $0.shot != "A1-table-before" })
    #expect(seen.range.start <= Time(decimal: 3))
  }

  @Test func aLongBeatIsShownInTwoOrThreePictures() throws {
    var request = Samples.request(photos: [Samples.photo(1), Samples.photo(2)])
    request.script.beats[1].duration = Time(decimal: 5)
    request.takes = ["A1-hero", "A1-pack", "A1-pocket", "A1-wear"].map { Samples.take($0, 1) }
    let shots = try stage.run(request).shots.filter { $0.beat == 1 }
    #expect((2...3).contains(shots.count))
    #expect(Set(shots.map(\.shot)).isSuperset(of: ["A1-pack", "A1-pocket"]))
  }

  @Test func variantsOfAProductDoNotAllTakeTheSameAmongEquals() throws {
    var request = Samples.request()
    request.takes = (1...6).map { Samples.take(nil, $0, seconds: 2.4) }
    request.script.beats = [Samples.beat(.point, 0, 2.2, "一", shots: [])]
    let files = try (0..<12).map { number in
      request.script.beats[0].shots = ["A1-none-\(number)"]
      return try #require(try stage.run(request).shots.first).file
    }
    #expect(Set(files).count >= 3)
  }
}
