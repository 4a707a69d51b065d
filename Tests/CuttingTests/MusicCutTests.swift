import Cutting
import Foundation
import Model
import Support
import Testing
import Timing

/// Cuts that follow music, voices that go before it.
struct MusicCutTests {
  private let stage = CutStage(policy: Samples.policy)

  /// Frames from each cut to the nearest beat of the track as it is laid under the timeline.
  private func distances(_ timeline: Timeline, _ track: MusicTrack) -> [Int] {
    let beats = (track.rhythm?.beats ?? []).map {
      ($0 - timeline.sound.musicOffset).frames(at: timeline.rate)
    }
    return timeline.shots.dropFirst().map { shot in
      let frame = shot.range.start.frames(at: timeline.rate)
      return beats.map { abs($0 - frame) }.min() ?? 99
    }
  }

  @Test func withoutAVoiceMostCutsFallOnBeats() throws {
    var all: [Int] = []
    for seed in 1...24 as ClosedRange<UInt64> {
      var material = RandomMaterial(seed: seed)
      let request = material.request(rhythm: true)
      all += distances(try stage.run(request), request.music[0])
    }
    let share = Double(all.count { $0 <= 1 }) / Double(all.count)
    #expect(share >= 0.6, "\(share) of \(all.count)")
  }

  @Test func theBodyBeginsWithABarWhicheverHookOpens() throws {
    var material = RandomMaterial(seed: 3)
    var request = material.request(rhythm: true)
    let rhythm = try #require(request.music[0].rhythm)
    var bodies: [[TimeRange]] = []
    for length in [1.8, 2.3, 3.1] {
      request.script.beats[0].duration = Time(decimal: length)
      let timeline = try stage.run(request)
      let body = timeline.shots.filter { $0.beat > 0 }
      let start = try #require(body.first).range.start
      let bar = rhythm.beats.indices.filter(rhythm.isDownbeat).map { rhythm.beats[$0] }
      #expect(
        bar.contains { abs(($0 - timeline.sound.musicOffset - start).decimal) < 0.001 })
      bodies.append(
        body.map { TimeRange(start: $0.range.start - start, duration: $0.range.duration) })
    }
    #expect(bodies[0] == bodies[1] && bodies[1] == bodies[2])
  }

  @Test func aVoiceIsNeverCutShortForABeat() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var material = RandomMaterial(seed: seed)
      var request = material.request(rhythm: true)
      let names = ["hook", "reveal", "point-1", "point-2", "proof", "offer", "cta"]
      request.voices = names.map { name in
        VoiceFile(
          sku: "A1", beat: name, file: "voice/A1/\(name).wav",
          duration: Time(decimal: (material.number(1...5) * 100).rounded() / 100))
      }
      let timeline = try stage.run(request)
      #expect(timeline.sound.voices.count == names.count)
      for (index, cue) in timeline.sound.voices.enumerated() {
        let own = timeline.shots.filter { $0.beat == index }
        let end = try #require(own.last).range.end
        // A cue is set on the frame grid, which may take a frame.
        #expect(cue.range.end <= end + Samples.rate.frame, "seed \(seed), beat \(index)")
      }
    }
  }

  @Test func aTrackWhoseBeatIsHardlyHeardIsNotFollowed() throws {
    var material = RandomMaterial(seed: 5)
    var request = material.request(rhythm: true)
    request.music[0].rhythm?.confidence = 0.1
    let timeline = try stage.run(request)
    #expect(timeline.sound.musicOffset == .zero)
    request.music[0].rhythm = nil
    #expect(try stage.run(request) == timeline)
  }
}
