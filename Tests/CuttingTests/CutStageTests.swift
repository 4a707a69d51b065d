import Cutting
import Foundation
import Model
import Support
import Testing
import Timing

struct CutStageTests {
  let stage = CutStage(policy: Samples.policy)

  private func everyShot() -> [Take] {
    Samples.script.shots.flatMap {
      [Samples.take($0.id, 1, score: 0.3), Samples.take($0.id, 2, score: 0.8)]
    }
  }

  @Test func picturesStandEndToEndOnTheFrameGridForTheWholeScript() throws {
    let timeline = try stage.run(Samples.request(takes: everyShot(), photos: [Samples.photo(1)]))
    var end = Time.zero
    for shot in timeline.shots {
      #expect(shot.range.start == end)
      #expect(shot.range.duration == shot.source.duration)
      #expect(shot.range.start.snapped(to: Samples.rate) == shot.range.start)
      end = shot.range.end
    }
    #expect(end == Samples.script.duration)
  }

  @Test func theBetterTakeIsTakenAndTheWorseNever() throws {
    let timeline = try stage.run(Samples.request(takes: everyShot()))
    let first = try #require(timeline.shots.first)
    #expect(first.take == "A1-hero-2")
    #expect(first.shot == "A1-hero")
  }

  @Test func aTakeMarkedNGIsNeverUsedAndOneKeptGoesFirst() throws {
    let takes = [
      Samples.take("A1-hero", 1, score: 0.9, status: .ng),
      Samples.take("A1-hero", 2, score: 0.9),
      Samples.take("A1-hero", 3, score: 0.2, status: .keep),
    ]
    let timeline = try stage.run(Samples.request(takes: takes, photos: [Samples.photo(1)]))
    #expect(timeline.shots.first?.take == "A1-hero-3")
    #expect(!timeline.shots.contains { $0.take == "A1-hero-1" })
  }

  @Test func noStretchOfAClipIsShownTwice() throws {
    let timeline = try stage.run(
      Samples.request(takes: everyShot(), photos: [Samples.photo(1), Samples.photo(2)]))
    let takes = timeline.shots.filter { $0.kind == .take }
    for (index, shot) in takes.enumerated() {
      for other in takes[(index + 1)...] where other.file == shot.file {
        #expect(!shot.source.overlaps(other.source))
      }
    }
  }

  @Test func theBestStretchOfATakeIsChosen() throws {
    var scores = [Double](repeating: 0.1, count: 24)
    for index in 12..<24 { scores[index] = 0.9 }
    let takes = [Samples.take("A1-hero", 1, seconds: 6, scores: scores)]
    let timeline = try stage.run(Samples.request(takes: takes, photos: (1...6).map(Samples.photo)))
    // The hook is cut after what follows it.
    let offer = try #require(timeline.shots.first { $0.beat == 2 })
    #expect(offer.source.start >= Time(decimal: 3.9))
  }

  @Test func whateverHookOpensWhatFollowsIsTheSame() throws {
    let takes = [
      Samples.take("A1-hero", 1), Samples.take("A1-pack", 1), Samples.take("A1-pocket", 1),
      Samples.take("A1-wear", 1), Samples.take(nil, 1, seconds: 9),
    ]
    func body(hook shots: [String], lasting seconds: Double) throws -> [TimelineShot] {
      var request = Samples.request(takes: takes)
      request.script.beats[0].shots = shots
      request.script.beats[0].duration = Time(decimal: seconds)
      return try stage.run(request).shots.filter { $0.beat > 0 }
    }
    let one = try body(hook: ["A1-hero"], lasting: 2.5)
    let two = try body(hook: ["A1-wear"], lasting: 3.1)
    #expect(one.map(\.source) == two.map(\.source))
    #expect(one.map(\.file) == two.map(\.file))
    #expect(one[0].range.start != two[0].range.start)
  }

  @Test func photosStandInAndTheMissingShotsAreNamed() throws {
    let timeline = try stage.run(
      Samples.request(photos: [Samples.photo(1), Samples.photo(2), Samples.photo(3)]))
    #expect(timeline.shots.allSatisfy { $0.kind == .photo })
    #expect(timeline.missing.sorted() == ["A1-hero", "A1-pack", "A1-pocket", "A1-wear"])
    #expect(Set(timeline.shots.map(\.file)).count == 3)
  }

  @Test func aProductWithoutAnyPictureIsNamed() {
    let error = #expect(throws: CutError.self) { try stage.run(Samples.request()) }
    #expect(error?.message.hasPrefix("'A1' has no take and no photo: film it") == true)
  }

  @Test func aRecordedVoiceMakesItsBeatLongEnough() throws {
    let voice = VoiceFile(
      sku: "A1", beat: "offer", file: "voice/A1/offer.wav", duration: Time(decimal: 4))
    let timeline = try stage.run(
      Samples.request(takes: everyShot(), photos: [Samples.photo(1)], voices: [voice]))
    let cue = try #require(timeline.sound.voices.first)
    #expect(cue.at == Time(decimal: 8.6))
    #expect(timeline.duration > Samples.script.duration)
  }

  @Test func captionsFollowEachOtherAndEndBeforeTheEndCard() throws {
    let timeline = try stage.run(Samples.request(takes: everyShot()))
    let card = try #require(timeline.layers.first { $0.kind == .endCard })
    #expect(card.range.end == timeline.duration)
    let captions = timeline.layers.filter { $0.kind == .caption }
    #expect(captions.count >= 4)
    for (a, b) in zip(captions, captions.dropFirst()) { #expect(a.range.end <= b.range.start) }
    #expect(captions.allSatisfy { $0.range.end <= card.range.start })
    #expect(captions.allSatisfy { $0.range.duration >= Time(decimal: 0.8) })
  }

  @Test func anyMixOfTakesGivesAWholeTimeline() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let ids: [String?] = ["A1-hero", "A1-pack", "A1-pocket", "A1-wear", nil]
      let takes = (0..<Int.random(in: 0...6, using: &random)).map { number in
        Samples.take(
          ids.randomElement(using: &random)!, number,
          seconds: Double.random(in: 0.1...9, using: &random),
          score: Double.random(in: 0...1, using: &random))
      }
      let request = Samples.request(takes: takes, photos: [Samples.photo(1)])
      let timeline = try stage.run(request)
      #expect(timeline.duration == Samples.script.duration)
      #expect(timeline.shots.allSatisfy { $0.range.duration > .zero })
      #expect(try stage.run(request) == timeline)
    }
  }
}
