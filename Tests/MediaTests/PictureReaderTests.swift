import Foundation
import Media
import Pixels
import Support
import Testing
import Timing

@Suite(.serialized) struct PictureReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func numbers(
    _ path: String, from start: Double? = nil, _ length: Double = 0, rate: Int = 30,
    speed: Rational = 1
  ) throws -> [Int] {
    let range = start.map {
      TimeRange(start: Time(decimal: $0), duration: Time(decimal: length))
    }
    let reader = try PictureReader(
      path: path, range: range, framing: Numbered.whole, rate: FrameRate(rate), speed: speed,
      isStill: false)
    var found: [Int] = []
    while let picture = try reader.next() {
      #expect(picture.time == Time(frames: found.count, at: FrameRate(rate)))
      found.append(Numbered.number(in: picture))
    }
    return found
  }

  @Test func everyPictureComesOnceAndInOrder() throws {
    let path = try Numbered.clip(folder.file("a.mp4"), frames: 70)
    #expect(try numbers(path) == Array(0..<70))
  }

  @Test(arguments: [0, 1, 2, 29, 30, 31, 44, 59, 61, 88])
  func aRangeStartsWithExactlyThePictureAskedFor(_ first: Int) throws {
    let path = try Numbered.clip(folder.file("a.mp4"), frames: 95)
    let found = try numbers(path, from: Double(first) / 30, 0.1)
    #expect(found == [first, first + 1, first + 2])
  }

  @Test func aRangeInTheMiddleOfOneLongGOPIsFound() throws {
    let path = try Numbered.clip(folder.file("a.mp4"), frames: 200, gop: 1000)
    #expect(try numbers(path, from: 5, 0.1) == [150, 151, 152])
  }

  @Test func otherRatesKeepTime() throws {
    let path = try Numbered.clip(folder.file("a.mp4"), frames: 60)
    #expect(try numbers(path, from: 0, 2, rate: 15) == stride(from: 0, to: 60, by: 2).map { $0 })
    #expect(try numbers(path, from: 0, 1, rate: 60) == (0..<60).map { $0 / 2 })
    let film = try Numbered.clip(folder.file("b.mp4"), frames: 24, rate: 24)
    let expected = (0..<30).map { Int((Double($0) / 30 * 24 + 0.25).rounded(.down)) }
    #expect(try numbers(film, from: 0, 1) == expected)
  }

  @Test func speedSkipsAndHolds() throws {
    let path = try Numbered.clip(folder.file("a.mp4"), frames: 60)
    #expect(try numbers(path, from: 0, 2, speed: 2) == stride(from: 0, to: 60, by: 2).map { $0 })
    #expect(try numbers(path, from: 1, 0.2, speed: Rational(1, 2)) == (60..<72).map { $0 / 2 })
  }

  @Test func aSourceThatEndsEarlyHoldsItsLastPicture() throws {
    let path = try Numbered.clip(folder.file("a.mp4"), frames: 45)
    let reader = try PictureReader(
      path: path, range: TimeRange(start: Time(1), duration: Time(1)), framing: Numbered.whole,
      rate: FrameRate(30), isStill: false)
    var found: [Int] = []
    while let picture = try reader.next() { found.append(Numbered.number(in: picture)) }
    #expect(found == (0..<30).map { min(30 + $0, 44) })
    #expect(reader.shortfall == Time(Rational(1, 2)))
  }

  @Test func aRangeBeyondTheEndHoldsTheLastPicture() throws {
    let path = try Numbered.clip(folder.file("a.mp4"), frames: 10)
    #expect(try numbers(path, from: 5, 0.1) == [9, 9, 9])
  }

  @Test func aStillIsHeldForItsRange() throws {
    let path = folder.file("a.png").path
    try StillWriter.write(.quarters(320, 180), to: path)
    let reader = try PictureReader(
      path: path, range: TimeRange(start: .zero, duration: Time(Rational(1, 5))),
      framing: Framing(width: 64, height: 36), rate: FrameRate(30), isStill: true)
    var count = 0
    while let picture = try reader.next() {
      #expect(try picture.bitmap().corners == "RGBW")
      count += 1
    }
    #expect(count == 6)
    #expect(reader.shortfall == .zero)
  }

  @Test func requestsThatMakeNoSenseAreRefused() throws {
    let path = try Numbered.clip(folder.file("a.mp4"), frames: 5)
    func code(_ framing: Framing, _ range: TimeRange?, _ speed: Rational) -> MediaError.Code? {
      do {
        _ = try PictureReader(
          path: path, range: range, framing: framing, rate: FrameRate(30), speed: speed,
          isStill: false)
        return nil
      } catch { return (error as? MediaError)?.code }
    }
    #expect(code(Framing(width: 101, height: 100), nil, 1) == .invalid)
    #expect(code(Framing(width: 0, height: 100), nil, 1) == .invalid)
    #expect(code(Framing(width: 100_000, height: 100), nil, 1) == .invalid)
    #expect(code(Numbered.whole, nil, 0) == .invalid)
    #expect(code(Numbered.whole, TimeRange(start: .zero, duration: Time(-1)), 1) == .invalid)
    let never = TimeRange(start: Time(Rational(.max)), duration: Time(1))
    #expect(code(Numbered.whole, never, 1) == .invalid)
    let wild = CropRect(x: .nan, y: -5, width: .infinity, height: -1)
    #expect(code(Framing(width: 64, height: 64, crop: wild), nil, 1) == nil)
  }
}
