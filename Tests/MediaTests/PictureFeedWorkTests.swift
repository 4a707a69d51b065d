import Foundation
import Media
import Support
import Testing
import Timing

@Suite(.serialized) struct PictureFeedWorkTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func lane(
    _ start: Int, _ count: Int, at kind: Moving.Kind = .plain,
    _ framing: Framing = Framing(width: Moving.width, height: Moving.height),
    take: @escaping (Picture) throws -> Void = { _ in }
  ) -> PictureLane {
    PictureLane(
      start: Time(frames: start, at: kind.rate), count: count, rate: kind.rate, framing: framing,
      take: take)
  }

  private func report(
    _ path: String, _ lanes: [PictureLane], threads: Int = 1
  ) throws -> FeedReport {
    try PictureFeed(path: path, isStill: false, lanes: lanes, threads: threads).run()
  }

  /// Key frames are 24 pictures apart; each picture refers to the one before.
  @Test(arguments: [1, 2]) func nothingIsDecodedBeyondWhatIsNeeded(_ threads: Int) throws {
    let path = try Moving.clip(folder.file("a.mp4"), .plain, frames: 150)
    func decoded(_ lanes: [PictureLane]) throws -> [Int] {
      let report = try report(path, lanes, threads: threads)
      return [report.decodedPictures, report.seeks]
    }
    #expect(try decoded([lane(0, 1)])[0] <= threads)
    #expect(try decoded([lane(0, 30)]) == [30, 0])
    #expect(try decoded([lane(50, 10)]) == [12, 1])
    #expect(try decoded([lane(48, 5)]) == [5, 1])
    #expect(try decoded([lane(71, 1)]) == [24, 1])
    // Six lanes over one stretch cost no more than one.
    #expect(try decoded((0..<6).map { lane(50 + $0, 10) }) == [17, 1])
    // Lanes in one GOP are read through, lanes with a key frame between are jumped to.
    #expect(try decoded([lane(24, 2), lane(40, 2)]) == [18, 1])
    #expect(try decoded([lane(24, 2), lane(125, 2)]) == [2 + 7, 2])
    #expect(try decoded([lane(125, 2), lane(24, 2)]) == [2 + 7, 2])
    #expect(try decoded([lane(140, 60)]) == [150 - 120, 1])
    #expect(try decoded([]) == [0, 0])
  }

  /// Coded as I P b b P b b: what is shown last needs the picture that its b refers to.
  @Test(arguments: [1, 2]) func picturesThatNoneRefersToAreDecodedOnlyWhenShown(_ threads: Int)
    throws
  {
    let path = try Moving.clip(folder.file("a.mp4"), .bidirectional, frames: 150)
    func decoded(_ lanes: [PictureLane]) throws -> Int {
      try report(path, lanes, threads: threads).decodedPictures
    }
    // From 48: I48 P51 P54 P57 P60, then b58 b59 of which only b59 is shown.
    #expect(try decoded([lane(59, 2, at: .bidirectional)]) == 6)
    #expect(try decoded([lane(60, 1, at: .bidirectional)]) == 5)
    #expect(try decoded([lane(58, 1, at: .bidirectional)]) == 6)
    #expect(try decoded([lane(48, 13, at: .bidirectional)]) == 13)
  }

  @Test func aLaneThatFailsLeavesTheOthersWhole() throws {
    let path = try Moving.clip(folder.file("a.mp4"), .plain, frames: 60)
    struct Full: Error {}
    var taken = [0, 0]
    let result = try report(
      path,
      [
        lane(0, 40) { _ in
          guard taken[0] < 5 else { throw Full() }
          taken[0] += 1
        }, lane(10, 20) { _ in taken[1] += 1 },
      ])
    #expect(taken == [5, 20])
    #expect(result.lanes[0].error is Full && result.lanes[1].error == nil)
    #expect(result.lanes.map(\.pictures) == [5, 20])
    #expect(result.decodedPictures == 30)
  }

  @Test func aStopComesBeforeTheNextPicture() throws {
    let path = try Moving.clip(folder.file("a.mp4"), .plain, frames: 30)
    var taken = 0
    let feed = try PictureFeed(
      path: path, isStill: false, lanes: [lane(0, 20) { _ in taken += 1 }])
    #expect(throws: MediaError.self) { _ = try feed.run { taken == 7 } }
    #expect(taken == 7)
  }

  @Test func lanesOfOneFramingShareThePicture() throws {
    let path = try Moving.clip(folder.file("a.mp4"), .plain, frames: 30)
    for framing in [
      Framing(width: Moving.width, height: Moving.height), Framing(width: 64, height: 64),
    ] {
      var places: [[UnsafeMutablePointer<UInt8>]] = [[], []]
      var kept: [Picture] = []
      _ = try report(
        path,
        (0..<2).map { index in
          lane(0, 5, framing) { picture in
            kept.append(picture)
            places[index].append(picture.withPlanes { $0[0].pointer })
          }
        })
      #expect(places[0] == places[1] && Set(places[0]).count == 5)
    }
  }

  @Test func aStretchOfALongerMoveIsThatStretch() throws {
    let path = try Moving.clip(folder.file("a.mp4"), .pyramid, frames: 60)
    let framing = Framing(
      width: 64, height: 64,
      move: CropMove(
        from: CropRect(x: 0, y: 0, width: 120, height: 120),
        to: CropRect(x: 60, y: 20, width: 80, height: 80)))
    var whole: [UInt64] = []
    var parts: [UInt64] = []
    _ = try report(path, [lane(0, 40, framing) { whole.append(Moving.print(of: $0)) }])
    for (first, count) in [(0, 13), (13, 7), (20, 20)] {
      var part = lane(first, count, framing) { parts.append(Moving.print(of: $0)) }
      part.firstIndex = first
      part.total = 40
      _ = try report(path, [part])
    }
    #expect(whole.count == 40 && Set(whole).count == 40)
    #expect(parts == whole)
  }

  @Test func lanesThatMakeNoSenseAreRefused() throws {
    let path = try Moving.clip(folder.file("a.mp4"), .plain, frames: 5)
    func code(_ change: (inout PictureLane) -> Void) -> MediaError.Code? {
      var lane = lane(0, 2)
      change(&lane)
      do {
        _ = try report(path, [lane])
        return nil
      } catch { return (error as? MediaError)?.code }
    }
    #expect(code { _ in } == nil)
    #expect(code { $0.count = -1 } == .invalid)
    #expect(code { $0.count = .max } == .invalid)
    #expect(code { $0.speed = 0 } == .invalid)
    #expect(code { $0.framing.width = 3 } == .invalid)
    #expect(code { $0.start = Time(Rational(.max)) } == .invalid)
    #expect(code { $0.rate = FrameRate(Rational(1, .max)) ?? $0.rate } == .invalid)
    #expect(code { ($0.firstIndex, $0.total) = (.max, .min) } == nil)
    #expect(code { $0.start = Time(-5) } == nil)
    #expect(throws: MediaError.self) {
      try PictureFeed(path: folder.file("none.mp4").path, isStill: false, lanes: [])
    }
  }

  /// The picture as decoded, and what a graph that does nothing would have made of it.
  @Test func aPictureThatFitsIsHandedOnAsItIs() throws {
    let path = try Moving.clip(folder.file("a.mp4"), .plain, frames: 3)
    var all: Picture?
    var part: Picture?
    let crop = CropRect(x: 21, y: 10, width: 64, height: 64)
    _ = try report(
      path,
      [
        lane(0, 1) { all = $0 },
        lane(0, 1, Framing(width: 64, height: 64, crop: crop)) { part = $0 },
      ])
    let (whole, cut) = (try #require(all), try #require(part))
    let isPart = whole.withPlanes { from in
      cut.withPlanes { to in
        from[0].pointer + 10 * from[0].stride + 20 == to[0].pointer
          && from[1].pointer + 5 * from[1].stride + 10 == to[1].pointer && to[2].width == 32
      }
    }
    #expect(isPart)
  }
}
