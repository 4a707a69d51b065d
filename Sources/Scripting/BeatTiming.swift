import Model

/// Fits beats to a running time, in tenths of a second.
struct BeatTiming {
  let clock: SpeechClock
  let range: ClosedRange<Int>
  /// People who search want points before a reveal.
  var pointsFirst = false

  /// The beats that stay, with their lengths; their sum lies in the range where that is possible.
  func fit(_ drafts: [BeatDraft]) -> [BeatDraft] {
    var beats = drafts.map(timed)
    while total(beats) > range.upperBound, let index = droppable(beats) { beats.remove(at: index) }
    stretch(&beats)
    return beats
  }

  private func total(_ beats: [BeatDraft]) -> Int { beats.reduce(0) { $0 + $1.tenths } }

  private func timed(_ beat: BeatDraft) -> BeatDraft {
    var beat = beat
    beat.tenths = max(beat.least, clock.tenths(beat.voice.text))
    if !beat.isTeam, beat.role == .hook || beat.role == .cta {
      beat.tenths = min(beat.tenths, beat.most)
    }
    return beat
  }

  /// What the story can do without: a third point, the proof, the pain, a second point.
  private func droppable(_ beats: [BeatDraft]) -> Int? {
    func last(_ role: BeatRole, keeping: Int) -> Int? {
      let places = beats.indices.filter { beats[$0].role == role }
      guard places.count > keeping else { return nil }
      return places.last { !beats[$0].isTeam }
    }
    return last(.proof, keeping: 0) ?? last(.point, keeping: 2) ?? last(.pain, keeping: 0)
      ?? (pointsFirst ? last(.reveal, keeping: 0) : nil) ?? last(.point, keeping: 1)
      ?? last(.reveal, keeping: 0)
  }

  /// Gives time that speech leaves over to the beats that show most.
  private func stretch(_ beats: inout [BeatDraft]) {
    let roles: Set<BeatRole> = [.point, .reveal, .proof, .offer, .pain]
    while total(beats) < range.lowerBound {
      let open = beats.indices.filter {
        roles.contains(beats[$0].role) && beats[$0].tenths < beats[$0].most
      }
      let next = open.min {
        let a = Double(beats[$0].tenths) / beats[$0].share
        let b = Double(beats[$1].tenths) / beats[$1].share
        return (a, $0) < (b, $1)
      }
      guard let next else { return }
      beats[next].tenths += 1
    }
  }
}
