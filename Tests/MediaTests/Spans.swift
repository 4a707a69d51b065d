import Media
import Pixels
import Support
import Testing
import Timing

/// Spans of made pictures, and how they read back.
enum Spans {
  static let options = ["crf": "20", "preset": "veryfast", "profile": "high"]

  static func encoding(
    _ encoder: String = "libx264", rate: FrameRate = FrameRate(30), gop: Int = 30,
    options: [String: String] = options
  ) -> VideoEncoding {
    VideoEncoding(
      encoder: encoder, width: Numbered.width, height: Numbered.height, rate: rate,
      options: options, gop: gop, threads: 1)
  }

  /// A numbered picture with grain over it, so that no two are alike and encoders have work.
  static func picture(_ number: Int, grain: Int = 12) throws -> Picture {
    let picture = try Numbered.picture(number)
    var generator = SeededGenerator(seed: UInt64(number) + 1)
    picture.withPlanes { planes in
      for y in 0..<planes[0].height {
        for x in 0..<planes[0].width {
          let place = y * planes[0].stride + x
          let noise = Int.random(in: -grain...grain, using: &generator)
          planes[0].pointer[place] = UInt8(min(max(Int(planes[0].pointer[place]) + noise, 0), 255))
        }
      }
    }
    return picture
  }

  /// A span of pictures numbered from `first`.
  static func span(
    _ count: Int, from first: Int = 0, _ encoding: VideoEncoding = encoding(),
    promised: Bool = true, fullness: Double? = nil, grain: Int = 12
  ) throws -> EncodedStream {
    let encoder = try VideoEncoder(
      encoding, pictures: promised ? count : nil, fullness: fullness)
    for number in first..<first + count {
      try encoder.write(picture(number & 4095, grain: grain))
    }
    return try encoder.finish()
  }

  /// Spans of these lengths, numbered through.
  static func spans(
    _ lengths: [Int], _ encoding: VideoEncoding = encoding()
  ) throws -> [EncodedStream] {
    var first = 0
    return try lengths.map { length in
      defer { first += length }
      return try span(length, from: first, encoding)
    }
  }

  /// The luma of every picture of a movie.
  static func pictures(of path: String, rate: FrameRate = FrameRate(30)) throws -> [[UInt8]] {
    let reader = try PictureReader(
      path: path, range: nil, framing: Numbered.whole, rate: rate, isStill: false)
    var found: [[UInt8]] = []
    while let picture = try reader.next() {
      found.append(
        picture.withPlanes { planes in
          planes.flatMap { plane in
            (0..<plane.height).flatMap { row in
              UnsafeBufferPointer(start: plane.pointer + row * plane.stride, count: plane.width)
            }
          }
        })
    }
    return found
  }

  /// The number in a picture's bytes.
  static func number(_ picture: [UInt8]) throws -> Int {
    let canvas = try Picture.blank(width: Numbered.width, height: Numbered.height)
    canvas.withPlanes { planes in
      for row in 0..<planes[0].height {
        for x in 0..<planes[0].width {
          planes[0].pointer[row * planes[0].stride + x] = picture[row * Numbered.width + x]
        }
      }
    }
    return Numbered.number(in: canvas)
  }
}
