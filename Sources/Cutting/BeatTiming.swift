import Model
import Timing

/// Where each beat lies on the timeline, on the frame grid and end to end, and the music under them.
struct BeatTiming {
  let policy: CutPolicy
  let request: CutRequest

  private var rate: FrameRate { request.platform.rate }

  /// Planned lengths, or what the recorded voice needs where that is longer; borders then move to
  /// the music's bars and beats as far as the words allow.
  func timed(with track: MusicTrack?) -> (ranges: [TimeRange], music: MusicGrid) {
    let planned = ranges(of: request.script.beats.indices.map { length(of: $0).frames(at: rate) })
    let hasHook = request.script.beats.first?.role == .hook && planned.count > 1
    let music = MusicGrid(
      track, policy: policy.music, anchor: hasHook ? planned[0].end : .zero,
      length: planned.last?.end ?? .zero, rate: rate)
    return (music.isEmpty ? planned : moved(planned, to: music, from: hasHook ? 2 : 1), music)
  }

  private func ranges(of frames: [Int]) -> [TimeRange] {
    var start = 0
    return frames.map { count in
      defer { start += count }
      return TimeRange(
        start: Time(frames: start, at: rate), duration: Time(frames: count, at: rate))
    }
  }

  private func length(of index: Int) -> Time {
    max(request.script.beats[index].duration, Time(decimal: policy.shotMin), spoken(index))
  }

  /// What the recorded voice of a beat needs; zero without one.
  private func spoken(_ index: Int) -> Time {
    request.voice(forBeat: index).map {
      $0.duration + Time(decimal: policy.voiceLead + policy.voiceTail)
    } ?? .zero
  }

  /// Each border in turn, never so far that a beat loses its voice or its shortest picture.
  private func moved(_ ranges: [TimeRange], to music: MusicGrid, from first: Int) -> [TimeRange] {
    guard request.spokenThroughout == nil, ranges.count > first else { return ranges }
    var borders = ranges.map { $0.start.frames(at: rate) }
    let end = ranges.last?.end.frames(at: rate) ?? 0
    let needs = ranges.indices.map { index in
      max(
        Int(
          (max(spoken(index), Time(decimal: policy.shotMin)).seconds * rate.framesPerSecond)
            .ceiling), 1)
    }
    for index in first..<ranges.count {
      let next = index + 1 < borders.count ? borders[index + 1] : end
      let least = borders[index - 1] + needs[index - 1]
      let most = next - needs[index]
      let isSpoken = spoken(index - 1) > .zero || spoken(index) > .zero
      let reach = Time(decimal: isSpoken ? policy.music.reach : policy.music.reachFree)
        .frames(at: rate)
      borders[index] = target(borders[index], reach, within: least, most, music)
    }
    let ends = borders.dropFirst() + [end]
    return self.ranges(of: zip(borders, ends).map { $1 - $0 })
  }

  /// A bar's first beat where it lies hardly farther off than the nearest beat.
  private func target(
    _ frame: Int, _ reach: Int, within least: Int, _ most: Int, _ music: MusicGrid
  ) -> Int {
    let bonus = Time(decimal: policy.music.downbeatReach).frames(at: rate)
    let near = music.beats(in: frame - reach..<frame + reach + 1)
      .filter { (least...max(least, most)).contains($0.frame) && $0.frame <= most }
    func distance(_ beat: MusicGrid.Beat) -> Int {
      abs(beat.frame - frame) - (beat.isDownbeat ? bonus : 0)
    }
    return near.min { (distance($0), $0.frame) < (distance($1), $1.frame) }?.frame ?? frame
  }
}

extension CutRequest {
  /// The recorded voice of one beat.
  func voice(forBeat index: Int) -> VoiceFile? {
    let name = script.beatName(index)
    return voices.first { $0.beat == name || $0.beat == "\(script.id)-\(name)" }
  }

  /// A voice for the whole script, where no beat has its own: nobody knows which word is where.
  var spokenThroughout: VoiceFile? {
    guard script.beats.indices.allSatisfy({ voice(forBeat: $0) == nil }) else { return nil }
    return voices.first { $0.beat == nil }
  }
}
