import Foundation
import Media
import Pixels
import Support
import Timing

/// Clips with a moving texture, coded in the ways that cameras and phones do.
enum Moving {
  static let width = 192
  static let height = 128

  enum Kind: String, CaseIterable, Sendable {
    case plain, bidirectional, pyramid, openGOP, ntsc, sixty, pal, interlaced

    var rate: FrameRate {
      switch self {
      case .ntsc: FrameRate(Rational(30000, 1001)) ?? FrameRate(30)
      case .sixty: FrameRate(60)
      case .pal, .interlaced: FrameRate(25)
      default: FrameRate(30)
      }
    }

    fileprivate var parameters: String {
      switch self {
      case .plain: "bframes=0:scenecut=0"
      case .bidirectional: "bframes=2:b-adapt=0:b-pyramid=none:scenecut=0"
      case .pyramid, .sixty: "bframes=3:b-adapt=0:b-pyramid=normal:scenecut=0"
      case .openGOP: "bframes=3:b-adapt=0:open-gop=1:scenecut=0"
      case .ntsc: "bframes=2:b-adapt=1"
      case .pal: "bframes=1:b-adapt=0:open-gop=1"
      case .interlaced: "bframes=2:tff=1"
      }
    }
  }

  static func clip(_ url: URL, _ kind: Kind, frames: Int, gop: Int = 24) throws -> String {
    let encoding = VideoEncoding(
      width: width, height: height, rate: kind.rate,
      options: ["crf": "24", "preset": "veryfast", "x264-params": kind.parameters], gop: gop)
    let writer = try MovieWriter(path: url.path, video: encoding, sound: nil)
    for number in 0..<frames { try writer.write(picture(number)) }
    try writer.finish()
    return url.path
  }

  static func picture(_ number: Int) throws -> Picture {
    let picture = try Picture.blank(width: width, height: height)
    picture.withPlanes { planes in
      for plane in planes {
        for y in 0..<plane.height {
          for x in 0..<plane.width {
            let wave = (x + 3 * number) * (y + number) / 16
            plane.pointer[y * plane.stride + x] = UInt8(16 + (wave & 0x7F) + number % 64)
          }
        }
      }
    }
    return picture
  }

  /// A number that two pictures share only when every sample is equal.
  static func print(of picture: Picture) -> UInt64 {
    picture.withPlanes { planes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for plane in planes {
        for y in 0..<plane.height {
          let row = plane.pointer + y * plane.stride
          for x in 0..<plane.width { hash = (hash ^ UInt64(row[x])) &* 0x100_0000_01B3 }
        }
      }
      return hash
    }
  }

  /// A stretch of a source on a canvas.
  struct Stretch {
    var start: Time
    var count: Int
    var rate = FrameRate(30)
    var speed: Rational = 1
    var framing = Framing(width: width, height: height)

    static func random(seconds: Double, using generator: inout SeededGenerator) -> Stretch {
      let crop = CropRect(x: 20, y: 10, width: 100, height: 80)
      let framings = [
        Framing(width: width, height: height), Framing(width: 72, height: 128),
        Framing(width: 64, height: 64, crop: crop),
        Framing(
          width: 64, height: 64,
          move: CropMove(from: crop, to: CropRect(x: 40, y: 20, width: 60, height: 60))),
        Framing(width: 96, height: 128, fit: .contain(background: .blurred)),
      ]
      return Stretch(
        start: Time(decimal: .random(in: -0.1...(seconds * 1.1), using: &generator)),
        count: .random(in: 0...40, using: &generator),
        rate: [FrameRate(30), FrameRate(25), FrameRate(60)].randomElement(using: &generator)
          ?? FrameRate(30),
        speed: [1, 1, 2, Rational(1, 2), 8].randomElement(using: &generator) ?? 1,
        framing: framings.randomElement(using: &generator) ?? framings[0])
    }
  }
}
