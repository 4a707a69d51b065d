import Foundation
import Media

/// A light groove: drums, bass, broken chords and a small tune, all from a seed.
struct DemoMusic {
  struct Track {
    var file: String
    var title: String
    var bpm: Double
    var bars: Int
    /// Semitones over A2 of each bar's root, and whether its chord is minor.
    var chords: [(root: Int, minor: Bool)]
  }

  static let tracks = [
    Track(
      file: "sunny-corner.wav", title: "Sunny Corner", bpm: 104, bars: 20,
      chords: [(3, false), (0, true), (8, false), (10, false)]),
    Track(
      file: "slow-morning.wav", title: "Slow Morning", bpm: 86, bars: 16,
      chords: [(8, false), (7, true), (5, true), (3, false)]),
  ]

  private let track: Track
  private var random: SeededGenerator

  init(_ track: Track, seed: UInt64) {
    self.track = track
    random = SeededGenerator(seed: seed, track.file)
  }

  mutating func compose() -> SoundBuffer {
    let beat = 60 / track.bpm
    var sound = Synthesiser(seconds: beat * 4 * Double(track.bars) + 1.6)
    for bar in 0..<track.bars {
      let chord = track.chords[bar % track.chords.count]
      let start = Double(bar) * 4 * beat
      playChord(chord, at: start, beat: beat, on: &sound)
      playBass(chord.root, at: start, beat: beat, on: &sound)
      if bar >= 2 {
        playDrums(at: start, beat: beat, full: bar >= 4 && bar < track.bars - 1, on: &sound)
      }
      if bar >= 4, bar % 8 < 6 { playTune(chord, at: start, beat: beat, on: &sound) }
    }
    return sound.buffer(peak: 0.6, fade: 0.8)
  }

  private func hertz(_ semitones: Int) -> Double { 110 * pow(2, Double(semitones) / 12) }

  private func notes(_ chord: (root: Int, minor: Bool)) -> [Int] {
    [0, chord.minor ? 3 : 4, 7, chord.minor ? 10 : 11].map { chord.root + $0 }
  }

  private func playChord(
    _ chord: (root: Int, minor: Bool), at start: Double, beat: Double, on sound: inout Synthesiser
  ) {
    let electric = { (phase: Double) in
      sin(phase * 2 * .pi) + 0.28 * sin(phase * 4 * .pi) + 0.09 * sin(phase * 8 * .pi)
    }
    for (index, note) in notes(chord).enumerated() {
      let pan = (Double(index) - 1.5) * 0.25
      for push in [0.0, 1.5, 2.5] {
        sound.tone(
          hertz(note + 12), at: start + push * beat + Double(index) * 0.008, length: beat * 1.3,
          level: push == 0 ? 0.10 : 0.07, pan: pan, attack: 0.012, decay: 0.55, wave: electric)
      }
    }
  }

  private func playBass(_ root: Int, at start: Double, beat: Double, on sound: inout Synthesiser) {
    let round = { (phase: Double) in sin(phase * 2 * .pi) + 0.2 * sin(phase * 4 * .pi) }
    for (place, step) in [(0.0, 0), (1.5, 0), (2.0, 7), (3.5, 12)] {
      let low = root + step > 12 ? root + step - 12 : root + step
      sound.tone(
        hertz(low) / 2, at: start + place * beat, length: beat * 0.7, level: 0.24, attack: 0.01,
        decay: 0.5, wave: round)
    }
  }

  private mutating func playDrums(
    at start: Double, beat: Double, full: Bool, on sound: inout Synthesiser
  ) {
    for place in [0.0, 2.0, 2.75] where full || place == 0 {
      sound.drum(at: start + place * beat, from: 150, to: 46, level: 0.42, decay: 0.11)
    }
    for place in [1.0, 3.0] {
      sound.noise(
        at: start + place * beat, length: 0.18, level: 0.20, color: 0.6, decay: 0.05,
        random: &random)
      sound.drum(at: start + place * beat, from: 260, to: 180, level: 0.10, decay: 0.05)
    }
    for half in 0..<8 where full {
      let swing = half.isMultiple(of: 2) ? 0.0 : 0.06
      sound.noise(
        at: start + (Double(half) / 2 + swing) * beat, length: 0.05,
        level: half.isMultiple(of: 2) ? 0.05 : 0.08, color: 0.95, decay: 0.015, pan: 0.3,
        random: &random)
    }
  }

  private mutating func playTune(
    _ chord: (root: Int, minor: Bool), at start: Double, beat: Double, on sound: inout Synthesiser
  ) {
    let bell = { (phase: Double) in sin(phase * 2 * .pi) + 0.35 * sin(phase * 6 * .pi) }
    let scale = notes(chord) + [chord.root + 14, chord.root + 12]
    for step in 0..<4 where random.chance(0.62) {
      let note = scale[random.index(below: scale.count)] + 24
      let place = Double(step) + (random.chance(0.35) ? 0.5 : 0)
      sound.tone(
        hertz(note), at: start + place * beat, length: beat * 0.9, level: 0.06, pan: -0.2,
        decay: 0.28, wave: bell)
    }
  }
}
