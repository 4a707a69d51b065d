import Model
import Timing

/// At which speeds beside its own a take may run.
struct SpeedChoice {
  let policy: CutPolicy.Retiming

  /// Slow motion where the source has the pictures for it, faster where a process is long; none
  /// where its sound is wanted.
  func speeds(of take: Take, for shot: Shot?) -> [Rational] {
    guard let shot, shot.sound.isEmpty || !take.facts.audio else { return [] }
    let picture = shot.picture.lowercased()
    if says(picture, policy.fastWords) {
      let length = take.range.duration.decimal
      let wanted = max(0.5, shot.duration.decimal)
      return policy.fast.filter { $0 > 1 && wanted * $0.double <= length }
    }
    let pace = take.facts.rate?.framesPerSecond.double ?? 0
    // 59.94 is as good as 60, and 50 as it is stamped by phones.
    guard policy.slow < 1, says(picture, policy.slowWords), pace >= policy.slowFrom * 0.99 else {
      return []
    }
    return [policy.slow]
  }

  private func says(_ picture: String, _ words: [String]) -> Bool {
    words.contains { !$0.isEmpty && picture.contains($0.lowercased()) }
  }
}
