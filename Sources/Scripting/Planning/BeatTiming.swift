import Model

/// Fits beats to a running time, in tenths of a second: words are exchanged for longer or shorter
/// ones, a sentence is added or a point dropped, before any second stays empty.
struct BeatTiming {
  let clock: SpeechClock
  /// Tenths aimed at.
  let range: ClosedRange<Int>
  /// Tenths that the platforms take at least.
  var floor = 30
  /// Points at most.
  var points = 3
  /// Seconds a shot lasts on average.
  var shotSeconds = 2.3
  /// People who search want points before a reveal.
  var pointsFirst = false

  /// Time without speech that a script may have beside the looks, as a share of the whole.
  private static let slack = 0.05

  /// The beats that stay, with their lengths; their sum lies in the range where what there is to
  /// say allows it.
  func fit(_ drafts: [BeatDraft]) -> [BeatDraft] {
    var beats = drafts
    while beats.filter({ $0.role == .point && !$0.isTeam }).count > points,
      let extra = beats.lastIndex(where: { $0.role == .point && !$0.isTeam })
    {
      beats.remove(at: extra)
    }
    beats = beats.map(timed)
    shorten(&beats)
    lengthen(&beats)
    callLate(&beats)
    beats = beats.map { timed($0, nominal: false) }
    stretch(&beats)
    return beats
  }

  private func total(_ beats: [BeatDraft]) -> Int { beats.reduce(0) { $0 + $1.tenths } }

  private func timed(_ beat: BeatDraft) -> BeatDraft { timed(beat, nominal: true) }

  /// A beat with the time its words take, and half a second for every picture to be looked at.
  ///
  /// - Parameter nominal: With every amount of money as long as any other, so that a new price
  ///   never exchanges a line.
  private func timed(_ beat: BeatDraft, nominal: Bool) -> BeatDraft {
    var beat = beat
    let speech =
      nominal && !beat.isTeam
      ? beat.line.nominal + (beat.follow?.nominal ?? 0) : clock.tenths(beat.voice.text)
    let short = beat.role == .hook || beat.role == .cta
    let shots = short ? 1 : max(1, Int((Double(speech) / (shotSeconds * 10 - 5)).rounded()))
    beat.tenths = max(speech + 5 * shots, min(beat.least, speech + 5 * shots + 4))
    if speech == 0 { beat.tenths = beat.least }
    beat.looks = shots
    if !beat.isTeam, short { beat.tenths = min(beat.tenths, beat.most) }
    return beat
  }

  /// A short video has a short call: it comes in the last third.
  private func callLate(_ beats: inout [BeatDraft]) {
    guard let place = beats.indices.last, beats[place].role == .cta, !beats[place].isTeam else {
      return
    }
    while Double(beats[place].tenths) > 0.32 * Double(total(beats)) {
      let shorter = exchanges(of: beats[place], among: beats).min { $0.tenths < $1.tenths }
      if let shorter, shorter.tenths < beats[place].tenths {
        beats[place] = shorter
      } else if beats[place].follow != nil {
        beats[place].follow = nil
        beats[place] = timed(beats[place])
      } else {
        return
      }
    }
  }

  // MARK: Too much

  private func shorten(_ beats: inout [BeatDraft]) {
    while total(beats) > range.upperBound {
      if let (index, shorter) = shorterLine(beats) {
        beats[index] = shorter
      } else if let index = droppable(beats) {
        beats.remove(at: index)
      } else {
        return
      }
    }
  }

  /// The exchange of a line that saves most, if one saves anything worth it.
  private func shorterLine(_ beats: [BeatDraft]) -> (Int, BeatDraft)? {
    var best: (index: Int, beat: BeatDraft, saved: Int)?
    for (index, beat) in beats.enumerated() where !beat.isTeam {
      for other in exchanges(of: beat, among: beats) {
        let saved = beat.tenths - other.tenths
        if saved >= 4, saved > best?.saved ?? 0 { best = (index, other, saved) }
      }
    }
    return best.map { ($0.index, $0.beat) }
  }

  /// The beat with each of its other lines that nobody else speaks.
  private func exchanges(of beat: BeatDraft, among beats: [BeatDraft]) -> [BeatDraft] {
    let spoken = Set(beats.map(\.line.pattern))
    return beat.others.filter { !spoken.contains($0.pattern) }.map { line in
      var other = beat
      other.others = beat.others.filter { $0 != line } + [beat.line]
      other.line = line
      return timed(other)
    }
  }

  /// What the story can do without: a third point, the proof, the pain, a second point.
  private func droppable(_ beats: [BeatDraft]) -> Int? {
    func last(_ role: BeatRole, keeping: Int) -> Int? {
      let places = beats.indices.filter { beats[$0].role == role }
      guard places.count > keeping else { return nil }
      return places.last { !beats[$0].isTeam && !beats[$0].stays }
    }
    return last(.proof, keeping: 1) ?? last(.point, keeping: 3) ?? last(.proof, keeping: 0)
      ?? last(.point, keeping: 2) ?? last(.pain, keeping: 0)
      ?? (pointsFirst ? last(.reveal, keeping: 0) : nil) ?? last(.point, keeping: 1)
      ?? last(.reveal, keeping: 0)
  }

  // MARK: Too little

  /// Adds what there is to say until the time aimed at is reached.
  private func lengthen(_ beats: inout [BeatDraft]) {
    while total(beats) < range.lowerBound {
      guard let (index, longer) = followed(beats) ?? longerLine(beats) else { return }
      let grown = total(beats) - beats[index].tenths + longer.tenths
      guard grown <= range.upperBound else { return }
      beats[index] = longer
    }
  }

  /// The beat with a second sentence, points before others.
  private func followed(_ beats: [BeatDraft]) -> (Int, BeatDraft)? {
    let spoken = Set(beats.compactMap(\.follow?.pattern))
    let ordered =
      beats.indices.filter { beats[$0].role == .point }
      + beats.indices.filter { beats[$0].role != .point }
    for index in ordered where beats[index].follow == nil && !beats[index].isTeam {
      for line in beats[index].more where !spoken.contains(line.pattern) {
        var longer = beats[index]
        longer.follow = line
        longer = timed(longer)
        if longer.tenths <= longer.most + 8 { return (index, longer) }
      }
    }
    return nil
  }

  private func longerLine(_ beats: [BeatDraft]) -> (Int, BeatDraft)? {
    var best: (index: Int, beat: BeatDraft, gained: Int)?
    for (index, beat) in beats.enumerated() where !beat.isTeam && beat.role != .hook {
      for other in exchanges(of: beat, among: beats) where other.tenths <= other.most {
        let gained = other.tenths - beat.tenths
        if gained >= 3, gained > best?.gained ?? 0 { best = (index, other, gained) }
      }
    }
    return best.map { ($0.index, $0.beat) }
  }

  /// Gives the last tenths to the beats that show most: up to the time aimed at while that leaves
  /// little silence, and in any case as many as the platforms ask for.
  private func stretch(_ beats: inout [BeatDraft]) {
    let spoken = total(beats)
    let allowed = spoken + Int(Double(spoken) * Self.slack)
    let goal = max(floor, min(range.lowerBound, allowed))
    let roles: Set<BeatRole> = [.point, .reveal, .proof, .offer, .pain]
    while total(beats) < goal {
      let open = beats.indices.filter {
        roles.contains(beats[$0].role) && beats[$0].tenths < max(beats[$0].most, 30)
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
