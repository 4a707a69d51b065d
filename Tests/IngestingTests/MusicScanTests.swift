import Foundation
import Ingesting
import Model
import Support
import Testing
import Timing

/// Beats of made tracks whose beats are known.
struct MusicScanTests {
  private struct Track {
    var samples: [Float]
    var beats: [Double]
  }

  private static func hit(
    _ hertz: Double, decay: Double, noise: Double, _ random: inout SeededGenerator
  ) -> [Float] {
    (0..<4000).map { index in
      let time = Double(index) / 16000
      let hiss = Double.random(in: -1...1, using: &random) * noise
      return Float((sin(2 * .pi * hertz * time) * (1 - noise) + hiss) * exp(-time * decay))
    }
  }

  /// Kick, snare, hats between the beats, a chord a bar, and blows that fall anywhere.
  private static func track(
    tempo: Double, swing: Double = 0.5, hats: Double = 0.5, blows: Double = 0, seed: UInt64 = 1
  ) -> Track {
    var random = SeededGenerator(seed: seed)
    var made = Track(samples: [Float](repeating: 0, count: 16000 * 26), beats: [])
    let period = 60 / tempo
    func add(_ sound: [Float], at time: Double, _ gain: Double, to track: inout Track) {
      let start = Int(time * 16000)
      for (index, value) in sound.enumerated() where start + index < track.samples.count {
        track.samples[start + index] += value * Float(gain)
      }
    }
    var (time, number) = (0.37, 0)
    while time < 25 {
      made.beats.append(time)
      add(hit(60, decay: 18, noise: 0.05, &random), at: time, number % 4 == 0 ? 1 : 0.6, to: &made)
      if number % 2 == 1 { add(hit(200, decay: 25, noise: 0.8, &random), at: time, 0.6, to: &made) }
      add(hit(5000, decay: 60, noise: 0.9, &random), at: time + period * swing, hats, to: &made)
      if Double.random(in: 0...1, using: &random) < blows {
        let off = Double.random(in: 0...1, using: &random)
        add(hit(600, decay: 20, noise: 0.5, &random), at: time + period * off, 0.5, to: &made)
      }
      if number % 4 == 0 {
        let tone = [220.0, 247, 196, 262][number / 4 % 4]
        let chord = (0..<Int(period * 4 * 16000)).map { index in
          Float(sin(2 * .pi * tone * Double(index) / 16000) * min(1, Double(index) / 300))
        }
        add(chord, at: time, 0.12, to: &made)
      }
      time += period
      number += 1
    }
    return made
  }

  /// The share of known beats that have a found one within twenty milliseconds.
  private func share(_ rhythm: MusicRhythm, _ track: Track) -> Double {
    let known = track.beats.dropFirst().dropLast()
    let found = known.count { beat in
      rhythm.beats.contains { abs($0.decimal - beat) < 0.02 }
    }
    return Double(found) / Double(known.count)
  }

  @Test(arguments: [82.0, 96, 104, 120, 128, 140, 156])
  func beatsOfEveryTempoAreFoundToTheFrame(tempo: Double) throws {
    let track = Self.track(tempo: tempo)
    let rhythm = try #require(MusicScan().rhythm(of: track.samples))
    #expect(abs(rhythm.tempo - tempo) < 0.3)
    #expect(share(rhythm, track) == 1)
    #expect(rhythm.confidence > 0.5)
    let downbeats = rhythm.beats.indices.filter(rhythm.isDownbeat).map { rhythm.beats[$0].decimal }
    let bars = stride(from: 0, to: track.beats.count - 1, by: 4).map { track.beats[$0] }
    #expect(bars.dropFirst().allSatisfy { bar in downbeats.contains { abs($0 - bar) < 0.02 } })
  }

  @Test func swingAndBlowsOffTheBeatDoNotMislead() throws {
    for (tempo, swing, hats, blows) in [
      (96.0, 0.66, 0.5, 0.0), (120, 0.66, 0.8, 0), (104, 0.5, 0.5, 0.8), (124, 0.6, 0.7, 0.7),
    ] {
      let track = Self.track(tempo: tempo, swing: swing, hats: hats, blows: blows, seed: 4)
      let rhythm = try #require(MusicScan().rhythm(of: track.samples))
      #expect(abs(rhythm.tempo - tempo) < 0.5, "\(tempo)")
      #expect(share(rhythm, track) >= 0.97, "\(tempo)")
    }
  }

  @Test func noiseIsNotTakenForMusicAndSilenceHasNoBeat() {
    var random = SeededGenerator(seed: 2)
    let noise = (0..<16000 * 20).map { _ in Float.random(in: -0.5...0.5, using: &random) }
    let heard = MusicScan().rhythm(of: noise)
    #expect((heard?.confidence ?? 0) < 0.12)
    #expect(MusicScan().rhythm(of: [Float](repeating: 0, count: 16000 * 20)) == nil)
    #expect(MusicScan().rhythm(of: []) == nil)
    #expect(MusicScan().rhythm(of: [Float](repeating: .nan, count: 16000 * 8)) == nil)
  }
}
