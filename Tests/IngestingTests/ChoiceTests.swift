import Ingesting
import Model
import Testing
import Timing

/// Takes of made measures, whose better one is known.
struct ChoiceTests {
  private static let length = 12.0

  private func sample(
    _ sharpness: Double = 0.3, x: Double = 0, y: Double = 0, moving: Double = 0.01
  ) -> QualitySample {
    QualitySample(
      sharpness: sharpness, clipped: 0.01, mean: 120, moveX: x, moveY: y, moving: moving)
  }

  private func clip(
    _ name: String, faces: Bool? = nil, sound: SoundCurve? = nil, slates: [SlateSpan]? = nil,
    _ sample: (Int) -> QualitySample
  ) -> FootageClip {
    var clip = Shoot.clip(
      "footage/\(name).mp4", Self.length, slates ?? [Shoot.slate("A-100-close", 0, 1)],
      samples: (0..<48).map(sample))
    if let faces {
      clip.report.faces = (0..<12).map {
        FaceSample(
          time: Double($0), count: faces ? 1 : 0, box: faces ? [0.4, 0.2, 0.6, 0.5] : [],
          confidence: faces ? 0.8 : 0)
      }
    }
    clip.report.sound = sound
    return clip
  }

  private func sound(_ speech: (Int) -> Double, claps: [Double] = []) -> SoundCurve {
    SoundCurve(
      step: Time(decimal: 0.25), levels: (0..<48).map { speech($0) > 0.3 ? -18 : -55 },
      speech: (0..<48).map(speech), clipped: Array(repeating: 0, count: 48), claps: claps)
  }

  private func judge(
    _ wants: ShotWants, _ clips: [FootageClip], edits: TakeEdits = TakeEdits()
  ) -> [Take] {
    let entry = ShotIndex.Entry(
      id: "A-100-close", sku: "A-100", must: true,
      code: SlatePayload(workspace: Shoot.workspace, shotID: "A-100-close").code, wants: wants)
    let shots = ShotIndex(workspace: Shoot.workspace, entries: [entry])
    return Filer(
      policy: IngestPolicy(), shots: shots, names: ProductNames(skus: ["A-100"], shots: shots)
    ).file(clips, edits: edits).takes
  }

  /// The better take comes first, so that the last one's bonus stands against it.
  private func expectFirstLeads(_ wants: ShotWants, _ clips: [FootageClip]) -> [Take] {
    let takes = judge(wants, clips)
    #expect(takes.count == 2)
    #expect(takes[0].score > takes[1].score, "\(takes.map(\.score)) \(takes.map(\.reasons))")
    return takes
  }

  private let locked = ShotWants(kind: .locked, length: 2)
  private let moving = ShotWants(kind: .moving, isMoving: true, length: 2)
  private let action = ShotWants(kind: .action, length: 2)
  private let talking = ShotWants(kind: .talking, face: true, speech: true, length: 3)

  @Test func sharperBeatsSofterInEveryClass() {
    for wants in [locked, moving, action, talking, ShotWants()] {
      _ = expectFirstLeads(
        wants,
        [
          clip("1", faces: true, sound: sound { _ in 0.9 }) { _ in sample(0.3, x: 3) },
          clip("2", faces: true, sound: sound { _ in 0.9 }) { _ in sample(0.2, x: 3) },
        ])
    }
  }

  @Test func aTakeFarSofterIsAllButRejectedAndSaidSo() {
    let takes = expectFirstLeads(
      locked, [clip("1") { _ in sample(0.3) }, clip("2") { _ in sample(0.09) }])
    #expect(takes[1].score < takes[0].score / 2)
    #expect(takes[1].reasons.contains("all but rejected: 30 % of the best take's sharpness"))
    #expect(takes[1].reasonsZh?.contains("基本不可用：清晰度只有最好一条的 30 %") == true)
  }

  @Test func standingBeatsShakingAndDriftingForALockedShot() {
    _ = expectFirstLeads(
      locked,
      [clip("1") { _ in sample() }, clip("2") { sample(x: $0 % 2 == 0 ? 4 : -4) }])
    let takes = expectFirstLeads(
      locked, [clip("1") { _ in sample() }, clip("2") { _ in sample(x: 6) }])
    #expect(takes[1].reasons.contains { $0.hasPrefix("the camera moves 6.0 px") })
  }

  @Test func anEvenMoveBeatsAJerkyOneAndNoneForAMovingShot() {
    _ = expectFirstLeads(
      moving, [clip("1") { _ in sample(x: 7) }, clip("2") { sample(x: $0 % 3 == 0 ? 14 : 3) }])
    let takes = expectFirstLeads(
      moving, [clip("1") { _ in sample(x: 7) }, clip("2") { _ in sample() }])
    #expect(takes[1].reasons.contains("the camera hardly moves, the shot wants a move"))
  }

  @Test func actionBeatsStandstillForHandsAndNotForALockedShot() {
    let clips = [
      clip("1") { _ in sample(moving: 0.15) }, clip("2") { _ in sample(moving: 0.003) },
    ]
    let takes = expectFirstLeads(action, clips)
    #expect(takes[0].reasons.contains("more action: 15 % of the picture moves, 0 % in take 2"))
    #expect(takes[1].reasons.contains("hardly anything moves, the shot wants action"))
    let still = judge(locked, clips)
    #expect(still[1].score > still[0].score)
  }

  @Test func speechBeatsSilenceWhereALineIsSpokenAndTheOtherWayRound() {
    let clips = [
      clip("1", faces: true, sound: sound { _ in 0.9 }) { _ in sample() },
      clip("2", faces: true, sound: sound { _ in 0 }) { _ in sample() },
    ]
    let takes = expectFirstLeads(talking, clips)
    #expect(takes[1].score < takes[0].score * 0.6)
    #expect(takes[0].reasons.contains("speech in 100 % of it"))
    #expect(takes[1].reasons.contains("no speech, the shot has a spoken line"))
    let silent = judge(locked, clips)
    #expect(silent[1].score > silent[0].score)
  }

  @Test func aClipWithoutSoundIsAFaultOnlyWhereALineIsSpoken() {
    let clips = [clip("1", faces: true) { _ in sample() }]
    #expect(
      judge(talking, clips)[0].reasons.contains("no sound, the shot has a spoken line"))
    let quiet = clip("1", faces: true, sound: sound { _ in 0 }) { _ in sample() }
    #expect(judge(locked, clips)[0].score == judge(locked, [quiet])[0].score)
  }

  @Test func aFaceBeatsNoneWhereAPresenterIsWanted() {
    let speech = sound { _ in 0.9 }
    let takes = expectFirstLeads(
      talking,
      [
        clip("1", faces: true, sound: speech) { _ in sample() },
        clip("2", faces: false, sound: speech) { _ in sample() },
      ])
    #expect(takes[1].reasons.contains("no face, the shot wants a presenter"))
    #expect(takes[1].score < takes[0].score * 0.6)
  }

  @Test func aPauseInALineIsCounted() {
    let takes = judge(
      ShotWants(kind: .talking, face: true, speech: true, length: 9),
      [
        clip("1", faces: true, sound: sound { (20..<25).contains($0) ? 0 : 0.9 }) { _ in sample() }
      ])
    #expect(takes[0].reasons.contains("1 pause over 0.8 s"))
  }

  @Test(arguments: [(10, 2.0), (24, 2.0), (30, 1.0), (12, 4.0)])
  func theBestWindowIsFoundWithinAStep(first: Int, seconds: Double) {
    let count = Int(seconds * 4)
    let takes = judge(
      ShotWants(kind: .locked, length: seconds),
      [clip("1") { sample((first..<first + count).contains($0) ? 0.3 : 0.12) }])
    let best = takes[0].best
    #expect(abs((best?.start.decimal ?? -1) - Double(first) / 4) <= 0.25, "\(takes[0])")
    #expect(abs((best?.end.decimal ?? -1) - Double(first) / 4 - seconds) <= 0.25)
    #expect(takes[0].reasons.contains { $0.hasPrefix("best \(seconds) s from ") })
  }

  @Test func theScoreIsThatOfTheShotsOwnLength() {
    let good = { (index: Int) in self.sample((20..<24).contains(index) ? 0.3 : 0.15) }
    let short = judge(ShotWants(kind: .locked, length: 1), [clip("1", good)])
    let long = judge(ShotWants(kind: .locked, length: 6), [clip("1", good)])
    #expect(short[0].score > long[0].score + 0.05)
  }

  @Test func theBestWindowKeepsAHandleWhereThereIsRoom() {
    let takes = judge(ShotWants(kind: .locked, length: 2), [clip("1") { _ in sample() }])
    #expect(takes[0].best!.start.decimal >= takes[0].start.decimal + 0.2)
    let whole = judge(ShotWants(kind: .locked, length: 60), [clip("1") { _ in sample() }])
    #expect(whole[0].best?.start == whole[0].start)
    #expect(whole[0].best!.end <= whole[0].end)
  }

  @Test func aClapNearTheHeadIsCutOffAndBangsInADemonstrationAreNot() {
    let clapped = judge(
      locked, [clip("1", sound: sound({ _ in 0 }, claps: [2.6])) { _ in sample() }])
    #expect(clapped[0].start.decimal == 3)
    let banging = judge(
      locked,
      [clip("1", sound: sound({ _ in 0 }, claps: [2, 3, 4, 5, 6, 7])) { _ in sample() }])
    #expect(banging[0].start.decimal == 1.65)
    let late = judge(
      locked, [clip("1", sound: sound({ _ in 0 }, claps: [8])) { _ in sample() }])
    #expect(late[0].start.decimal == 1.65)
  }

  @Test func aPictureThatNeverSettlesHasItsEndBack() {
    let jolts: Set<Int> = [10, 14, 15]
    var short = Shoot.clip(
      "footage/1.mp4", 4.3, [Shoot.slate("A-100-close", 0, 1.5)],
      samples: (0..<17).map { sample(x: jolts.contains($0) ? 20 : 0) })
    short.report.sound = sound({ _ in 0 }, claps: [2.6])
    #expect(judge(locked, [short]).map(\.summary) == ["A-100-close slate 3.0–4.3 unmarked"])
  }

  @Test func huntingForFocusIsCutOff() {
    let takes = judge(locked, [clip("1") { sample($0 < 11 ? 0.08 : 0.3) }])
    #expect(takes[0].start.decimal == 2.75)
  }

  @Test func reasonsStandInBothLanguagesLineByLine() {
    let takes = judge(
      talking, [clip("1") { _ in sample() }, clip("2") { _ in sample(0.05, x: 9, moving: 0.2) }])
    for take in takes {
      #expect(take.reasonsZh?.count == take.reasons.count)
      #expect(take.reasons(in: .en) == take.reasons)
      #expect(take.reasons(in: .zh) == take.reasonsZh)
    }
  }

  @Test func marksStillLead() {
    let marked = [Shoot.slate("A-100-close", 0, 1), Shoot.card("NG", 11, 11.5)]
    let takes = judge(
      locked, [clip("1", slates: marked) { _ in sample() }, clip("2") { _ in sample(0.2) }])
    #expect(takes.map(\.status) == [.ng, .unmarked])
  }
}
