import Media
import Model

/// Loudness, peak and presence of sound.
struct SoundChecks {
  let request: CheckRequest
  let reading: DraftReading

  var all: [Check] { [format, loudness, peak] }

  private var rule: Platform.SoundRule { request.platform.sound }

  private var format: Check {
    let value =
      reading.facts.audio.map { "\($0.codec) \($0.sampleRate) Hz \($0.channels) channels" }
      ?? "no sound"
    return Check(
      "sound", value: value, limit: "aac 48000 Hz 2 channels",
      pass: value == "aac 48000 Hz 2 channels")
  }

  private var loudness: Check {
    let limit = "\(text(rule.loudness, "LUFS")) ± \(text(rule.tolerance, "LU"))"
    guard let measured = reading.loudness?.integrated else {
      return Check("loudness", value: "silent", limit: limit, pass: false)
    }
    return Check(
      "loudness", value: text(measured, "LUFS"), limit: limit,
      pass: abs(measured - rule.loudness) <= rule.tolerance)
  }

  private var peak: Check {
    let peak = reading.loudness?.truePeak
    return Check(
      "true-peak", value: peak.map { text($0, "dBTP") } ?? "no sound",
      limit: "at most \(text(rule.truePeak, "dBTP"))",
      pass: peak.map { $0 <= rule.truePeak } ?? false)
  }
}
