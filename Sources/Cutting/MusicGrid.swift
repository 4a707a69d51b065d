import Model
import Timing

/// A track's beats as they fall on a draft's timeline, in frames.
struct MusicGrid {
  struct Beat {
    let frame: Int
    let isDownbeat: Bool
  }

  /// Where in the track the music starts.
  let offset: Time
  /// By frame.
  let beats: [Beat]

  /// No music, or none that can be followed.
  static let none = MusicGrid(offset: .zero, beats: [])

  private init(offset: Time, beats: [Beat]) {
    self.offset = offset
    self.beats = beats
  }

  /// The track moved so that a bar opens where the body begins: whichever hook stands before it,
  /// the body finds the same beats.
  ///
  /// - Parameters:
  ///   - anchor: Where the body begins on the timeline.
  ///   - length: Of the draft.
  init(
    _ track: MusicTrack?, policy: CutPolicy.Music, anchor: Time, length: Time, rate: FrameRate
  ) {
    let least = anchor > .zero ? max(anchor, Time(decimal: policy.anchor)) : .zero
    guard let track, let rhythm = track.rhythm, rhythm.confidence >= policy.confidence,
      let place = rhythm.beats.indices.first(where: {
        rhythm.isDownbeat($0) && rhythm.beats[$0] >= least
      }), rhythm.beats[place].decimal < track.duration.decimal / 2
    else {
      self = .none
      return
    }
    offset = Time(decimal: (rhythm.beats[place] - anchor).decimal)
    let pass = max(track.duration - offset, Time(decimal: 0.1))
    var beats: [Beat] = []
    var begin = Time.zero
    while begin < length, beats.count < 10_000 {
      for (index, beat) in rhythm.beats.enumerated() where beat >= offset {
        let time = begin + (beat - offset)
        guard time < min(length, begin + pass) else { break }
        beats.append(
          Beat(frame: time.frames(at: rate), isDownbeat: rhythm.isDownbeat(index)))
      }
      begin += pass
    }
    self.beats = beats
  }

  var isEmpty: Bool { beats.isEmpty }

  /// Frames to the nearest beat; nil without music.
  func distance(_ frame: Int) -> Int? {
    guard !beats.isEmpty else { return nil }
    let place = partition { $0.frame >= frame }
    return [place - 1, place].filter(beats.indices.contains)
      .map { abs(beats[$0].frame - frame) }.min()
  }

  /// The beats of a stretch of frames.
  func beats(in range: Range<Int>) -> ArraySlice<Beat> {
    let from = partition { $0.frame >= range.lowerBound }
    return beats[from..<max(from, partition { $0.frame >= range.upperBound })]
  }

  private func partition(_ isBehind: (Beat) -> Bool) -> Int {
    var (low, high) = (0, beats.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(beats[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
