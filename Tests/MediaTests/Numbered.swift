import Foundation
import Media
import Pixels
import Support
import Testing
import Timing

/// Pictures and clips with a truth that can be read back.
enum Numbered {
  static let width = 192
  static let height = 128
  private static let columns = 4
  private static let rows = 3

  /// A picture that carries a number of 12 bits as a grid of white and black fields.
  static func picture(_ number: Int) throws -> Picture {
    let picture = try Picture.blank(width: width, height: height)
    picture.withPlanes { planes in
      let luma = planes[0]
      for bit in 0..<columns * rows where number >> bit & 1 == 1 {
        let (w, h) = (width / columns, height / rows)
        for y in (bit / columns * h)..<(bit / columns * h + h) {
          (luma.pointer + y * luma.stride + bit % columns * w).update(repeating: 235, count: w)
        }
      }
    }
    return picture
  }

  /// The number in a picture of any size that shows all of one.
  static func number(in picture: Picture) -> Int {
    picture.withPlanes { planes in
      (0..<columns * rows).reduce(0) { sum, bit in
        let x = (bit % columns * 2 + 1) * planes[0].width / (columns * 2)
        let y = (bit / columns * 2 + 1) * planes[0].height / (rows * 2)
        return sum | (planes[0].pointer[y * planes[0].stride + x] > 125 ? 1 << bit : 0)
      }
    }
  }

  /// Writes a clip whose pictures are numbered from zero.
  @discardableResult
  static func clip(
    _ url: URL, frames: Int, rate: Int = 30, gop: Int = 30, sound: SoundBuffer? = nil
  ) throws -> String {
    let writer = try MovieWriter(
      path: url.path, video: encoding(rate: rate, gop: gop),
      sound: sound.map { SoundEncoding(rate: $0.rate, channels: $0.channels) })
    for number in 0..<frames { try writer.write(picture(number)) }
    if let sound { try writer.write(sound) }
    try writer.finish()
    return url.path
  }

  static func encoding(rate: Int = 30, gop: Int = 30) -> VideoEncoding {
    VideoEncoding(
      width: width, height: height, rate: FrameRate(rate),
      options: ["crf": "18", "preset": "veryfast", "profile": "high"], gop: gop, threads: 2)
  }

  static let whole = Framing(width: width, height: height)
}

/// Sounds with a truth that can be read back.
enum Sounds {
  /// A sine of a frequency in hertz and a peak from 0 to 1 in every channel.
  static func sine(
    _ hertz: Double, peak: Float, seconds: Double, rate: Int = 48000, channels: Int = 2
  ) -> SoundBuffer {
    let frames = Int(seconds * Double(rate))
    var sound = SoundBuffer(rate: rate, channels: channels, frames: frames)
    for index in 0..<frames {
      let value = peak * Float(sin(2 * .pi * hertz * Double(index) / Double(rate)))
      for channel in 0..<channels { sound.samples[index * channels + channel] = value }
    }
    return sound
  }

  /// Silence with short clicks at given samples.
  static func clicks(at places: [Int], frames: Int) -> SoundBuffer {
    var sound = SoundBuffer(rate: 48000, channels: 2, frames: frames)
    for place in places {
      for offset in 0..<24 {
        let value: Float = offset % 8 < 4 ? 0.8 : -0.8
        sound.samples[(place + offset) * 2] = value
        sound.samples[(place + offset) * 2 + 1] = value
      }
    }
    return sound
  }

  /// The first sample of a stretch that reaches half of full level, or nil.
  static func onset(_ sound: SoundBuffer, from start: Int = 0) -> Int? {
    (start..<sound.frames).first { abs(sound.samples[$0 * sound.channels]) > 0.4 }
  }
}

extension Bitmap {
  /// A picture whose quarters are red, green, blue and white, clockwise from the top left.
  static func quarters(_ width: Int, _ height: Int) -> Bitmap {
    var bitmap = Bitmap(width: width, height: height)
    let colors: [[UInt8]] = [
      [255, 0, 0, 255], [0, 255, 0, 255], [255, 255, 255, 255], [0, 0, 255, 255],
    ]
    for y in 0..<height {
      for x in 0..<width {
        let quarter = (y * 2 / height) * 2 + x * 2 / width
        for channel in 0..<4 {
          bitmap.bytes[(y * width + x) * 4 + channel] = colors[quarter][channel]
        }
      }
    }
    return bitmap
  }

  /// `R`, `G`, `B`, `W`, `K` for the colour nearest to a pixel.
  func name(_ x: Int, _ y: Int) -> Character {
    let at = (y * width + x) * 4
    let (r, g, b) = (bytes[at] > 127, bytes[at + 1] > 127, bytes[at + 2] > 127)
    switch (r, g, b) {
    case (true, true, true): return "W"
    case (true, false, false): return "R"
    case (false, true, false): return "G"
    case (false, false, true): return "B"
    case (false, false, false): return "K"
    default: return "?"
    }
  }

  /// The names at the middles of the quarters, clockwise from the top left.
  var corners: String {
    let (left, right) = (width / 4, width * 3 / 4)
    let (top, bottom) = (height / 4, height * 3 / 4)
    return String([name(left, top), name(right, top), name(right, bottom), name(left, bottom)])
  }
}
