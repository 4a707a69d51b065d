import Cutting
import Foundation
import Model
import Testing
import Timing

/// Slow motion, speed-ups, closer pictures and transitions.
struct RetimingTests {
  private let stage = CutStage(policy: Samples.policy)

  private func request(
    _ picture: String, rate: Int = 30, seconds: Double = 3, sound: String = ""
  ) -> CutRequest {
    var request = Samples.request(photos: [Samples.photo(1)])
    request.script.beats = [Samples.beat(.point, 0, 2, "一", shots: ["A1-x"])]
    request.script.shots = [Samples.shot("A1-x", beat: 0)]
    request.script.shots[0].picture = picture
    request.script.shots[0].sound = sound
    request.takes = [Samples.take("A1-x", 1, seconds: seconds)]
    request.takes[0].facts.rate = FrameRate(rate)
    return request
  }

  @Test func aPourIsSlowedOnlyWhereTheSourceHasThePictures() throws {
    let table: [(picture: String, rate: Int, sound: String, speed: Rational)] = [
      ("整包倒出来", 60, "", Rational(1, 2)), ("整包倒出来", 30, "", 1),
      ("整包倒出来", 60, "收倒出来的声音", 1), ("放在桌上", 60, "", 1),
    ]
    for row in table {
      let shot = try #require(
        try stage.run(request(row.picture, rate: row.rate, sound: row.sound)).shots.first)
      #expect(shot.speed == row.speed, "\(row)")
      #expect(shot.source.duration == shot.range.duration * row.speed)
      #expect(shot.keepsSound == !row.sound.isEmpty)
    }
  }

  @Test func aLongAssemblyRunsFaster() throws {
    let shot = try #require(try stage.run(request("双手组装好", seconds: 12)).shots.first)
    #expect((2...8).contains(shot.speed))
    #expect(shot.source.duration == shot.range.duration * shot.speed)
    #expect(shot.reason.contains("times as fast"))
  }

  @Test func somebodyWhoSpeaksOnIsCutCloserWhereTheSourceIsFine() throws {
    for (width, closer) in [(2160, true), (1080, false)] {
      var request = request("看着镜头说", seconds: 12)
      request.script.beats[0].duration = Time(decimal: 8)
      request.script.shots[0].rig = "talking-head"
      request.script.shots[0].duration = Time(decimal: 8)
      (request.takes[0].facts.width, request.takes[0].facts.height) = (width, width * 16 / 9)
      let shots = try stage.run(request).shots
      let own = shots.filter { $0.take != nil }
      #expect((own.count > 1) == closer, "\(shots.map(\.reason))")
      #expect(shots.allSatisfy { $0.range.duration <= Time(decimal: 6) })
      for (a, b) in zip(own, own.dropFirst()) {
        #expect(a.source.end == b.source.start)
        #expect((a.framing.zoomFrom == 1) != (b.framing.zoomFrom == 1))
        #expect(max(a.framing.zoomFrom, b.framing.zoomFrom) == Samples.policy.punchIn)
      }
    }
  }

  @Test func aFlashLeadsFromBeforeToAfterAndNoVideoHasMoreThanTwo() throws {
    var request = Samples.request(photos: [Samples.photo(1)])
    let ids = ["A1-table-before", "A1-table-after", "A1-a", "A1-b", "A1-c"]
    request.script.shots = ids.enumerated().map { index, id in
      var shot = Samples.shot(id, beat: index)
      shot.movement = "跟"
      return shot
    }
    request.script.beats = ids.enumerated().map { index, id in
      Samples.beat(.point, Double(index) * 2.2, 2.2, "一", shots: [id])
    }
    request.takes = ids.map { Samples.take($0, 1) }
    let kinds = try stage.run(request).shots.map { $0.transition?.kind }
    #expect(kinds[1] == .flash)
    #expect(kinds.compactMap(\.self).count == 2)
    #expect(kinds.count { $0 == .whip } == 1)
  }

  @Test func speedAndTransitionAreReadBackEqual() throws {
    var timeline = try stage.run(request("整包倒出来", rate: 60))
    timeline.shots[0].transition = ShotTransition(
      kind: .whip, length: Time(frames: 10, at: Samples.rate))
    let second = TimelineShot(
      shot: "b", take: "b", kind: .take, file: "b.mp4",
      source: TimeRange(
        start: Time(frames: 7, at: Samples.rate), duration: Time(frames: 33, at: Samples.rate) * 4),
      range: TimeRange(
        start: timeline.duration, duration: Time(frames: 33, at: Samples.rate)),
      beat: 0, framing: FramingPlan(fit: .fill), speed: 4,
      transition: ShotTransition(kind: .flash, length: Time(frames: 6, at: Samples.rate)),
      reason: "r")
    timeline.shots.append(second)
    let data = try timeline.otioData(mediaPrefix: "../../")
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("LinearTimeWarp.1") && text.contains("Transition.1"))
    let back = try Timeline(otio: data)
    #expect(back.shots.map(\.speed) == timeline.shots.map(\.speed))
    #expect(back.shots.map(\.source) == timeline.shots.map(\.source))
    #expect(back.shots.map(\.range) == timeline.shots.map(\.range))
    #expect(back.shots[1].transition?.kind == .flash)
  }

  @Test func aSpeedThatCannotBePlayedIsRefused() throws {
    let timeline = try stage.run(request("整包倒出来", rate: 60))
    let text = String(decoding: try timeline.otioData(mediaPrefix: ""), as: UTF8.self)
    for speed in ["\"1/0\"", "\"0\"", "\"-1\"", "\"1/99999999999999999999\"", "1e300"] {
      let broken = text.replacingOccurrences(
        of: "\"speed\" : \"1/2\"", with: "\"speed\" : \(speed)")
      #expect(broken != text)
      #expect(throws: ArtefactError.self) { try Timeline(otio: Data(broken.utf8)) }
    }
  }
}
