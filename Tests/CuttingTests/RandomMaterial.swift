import Cutting
import Model
import Support
import Timing

/// Scripts, takes and photos by a seed.
struct RandomMaterial {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func number(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &random)
  }

  mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// A whole script with takes of most of its shots, and photos.
  mutating func request(rhythm: Bool = false) -> CutRequest {
    var request = Samples.request()
    let roles: [BeatRole] = [.hook, .reveal, .point, .point, .proof, .offer, .cta]
    var start = 0.0
    var script = Samples.script
    (script.beats, script.shots) = ([], [])
    for (index, role) in roles.enumerated() {
      let length = (number(1.5...5) * 10).rounded() / 10
      let ids = (0..<count(1...3)).map { "A1-\(index)-\($0)" }
      script.beats.append(Samples.beat(role, start, length, "说什么", shots: ids))
      script.shots += ids.map { shot($0, beat: index) }
      start += length
    }
    script.duration = Time(decimal: start)
    request.script = script
    for shot in script.shots where count(0...9) > 0 {
      for take in 1...count(1...2) { request.takes.append(self.take(shot.id, take)) }
    }
    request.photos = (1...4).map { Samples.photo($0) }
    if rhythm { request.music = [track(tempo: number(80...160))] }
    return request
  }

  private mutating func shot(_ id: String, beat: Int) -> Shot {
    var shot = Samples.shot(id, beat: beat, seconds: number(1.2...3))
    shot.size = ["特写", "近景", "中景", "全景"][count(0...3)]
    shot.angle = ["平拍", "俯拍", "顶拍"][count(0...2)]
    shot.picture = ["摆好", "慢慢倒出来", "镜头移过"][count(0...2)]
    return shot
  }

  mutating func take(_ id: String, _ number: Int, seconds: ClosedRange<Double> = 1.5...6) -> Take {
    let length = self.number(seconds)
    let scores = (0..<max(1, Int(length * 4))).map { _ in self.number(0.1...0.9) }
    var take = Samples.take(
      id, number, seconds: length, score: self.number(0.2...0.8), scores: scores)
    if count(0...2) == 0 { take.facts.rate = FrameRate(60) }
    take.facts.audio = false
    return take
  }

  func track(tempo: Double) -> MusicTrack {
    let beats = stride(from: 0.31, to: 90, by: 60 / tempo).map { Time(decimal: $0) }
    return MusicTrack(
      file: "music/a.wav", title: "A", licence: "CC0-1.0", duration: Time(decimal: 90),
      rhythm: MusicRhythm(tempo: tempo, beats: beats, firstDownbeat: 2, confidence: 0.8))
  }
}
