import Model
import Timing

/// Where each beat lies on the timeline, on the frame grid and end to end.
struct BeatTiming {
  let policy: CutPolicy

  func ranges(for request: CutRequest) -> [TimeRange] {
    var start = Time.zero
    return request.script.beats.indices.map { index in
      let length = length(of: index, in: request).snapped(to: request.platform.rate)
      defer { start += length }
      return TimeRange(start: start, duration: length)
    }
  }

  /// The planned length, or what the recorded voice needs when that is longer.
  private func length(of index: Int, in request: CutRequest) -> Time {
    let planned = max(request.script.beats[index].duration, Time(decimal: policy.shotMin))
    guard let voice = request.voice(forBeat: index) else { return planned }
    let spoken = voice.duration + Time(decimal: policy.voiceLead + policy.voiceTail)
    return max(planned, spoken)
  }
}

extension CutRequest {
  /// The recorded voice of one beat.
  func voice(forBeat index: Int) -> VoiceFile? {
    let name = script.beatName(index)
    return voices.first { $0.beat == name || $0.beat == "\(script.id)-\(name)" }
  }
}
