import Model
import Timing

/// Voice at its beats, clip sound where it matters, one music bed.
struct SoundPlanner {
  let policy: CutPolicy
  let request: CutRequest

  func plan(beats: [TimeRange], shots: [TimelineShot], music: MusicGrid) -> SoundPlan {
    var track = track
    track?.rhythm = nil
    let voices = voices(beats)
    let isSilent = voices.isEmpty && track == nil && !shots.contains(where: \.keepsSound)
    return SoundPlan(
      voices: voices,
      clips: shots.filter { $0.speed == 1 && ($0.keepsSound || (isSilent && isHeard($0))) }.map {
        SoundCue(file: $0.file, source: $0.source, at: $0.range.start)
      },
      music: track, musicOffset: music.offset)
  }

  /// Nobody asked for silence: where nothing else is heard, every clip keeps its own sound.
  private func isHeard(_ shot: TimelineShot) -> Bool {
    request.takes.first { $0.id == shot.take }?.facts.audio ?? false
  }

  private func voices(_ beats: [TimeRange]) -> [SoundCue] {
    let lead = Time(decimal: policy.voiceLead)
    let byBeat = beats.indices.compactMap { index in
      request.voice(forBeat: index).map { cue($0, at: beats[index].start + lead) }
    }
    guard let whole = request.spokenThroughout, let end = beats.last?.end else { return byBeat }
    var single = cue(whole, at: lead)
    single.source.duration = min(single.source.duration, end - lead)
    return [single]
  }

  private func cue(_ voice: VoiceFile, at time: Time) -> SoundCue {
    SoundCue(
      file: voice.file, source: TimeRange(start: .zero, duration: voice.duration),
      at: time.snapped(to: request.platform.rate), synthetic: voice.synthetic)
  }

  /// The same product keeps its track from night to night.
  var track: MusicTrack? {
    guard !request.music.isEmpty else { return nil }
    let place = request.script.sku.unicodeScalars.reduce(0) { ($0 &* 31 &+ Int($1.value)) & 0xffff }
    return request.music[place % request.music.count]
  }
}
