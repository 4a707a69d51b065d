import CFFmpeg
import CFFmpegShims
import Pixels

/// One pass over every picture of a file.
struct PictureScan {
  private(set) var frames = 0
  private(set) var damaged = 0
  private(set) var first: Nanoseconds = 0
  private(set) var end: Nanoseconds = 0
  private(set) var isMonotonic = true
  private(set) var isConstant = true
  private(set) var longestGOP = 0
  private(set) var isClosed = true
  private(set) var blackFrames = 0
  private(set) var black = Runs(shortest: Clock.second / 10)
  private(set) var frozen = Runs(shortest: Clock.second / 2)
  private var before: Nanoseconds?
  /// The picture that the following ones are held against, so that a slow move is no standstill.
  private var anchor: (time: Nanoseconds, image: GrayImage)?
  private var distance: Nanoseconds?

  init(_ path: String) throws {
    try readStamps(path)
    let source = try PictureSource(path: path)
    let shrinker = GrayShrinker(320)
    while let picture = try source.next() {
      let image = try shrinker.image(picture, source.orientation(of: picture.frame))
      let length = picture.duration > 0 ? picture.duration : source.interval
      add(image, picture.time, length)
    }
    damaged = source.damaged
    black.close()
    frozen.close()
  }

  private mutating func add(_ image: GrayImage, _ time: Nanoseconds, _ length: Nanoseconds) {
    frames += 1
    end = time + length
    let isBlack = PictureScan.isBlack(image)
    if isBlack { blackFrames += 1 }
    black.add(isBlack, time, time + length)
    if let anchor, PictureScan.isSame(anchor.image, image) {
      frozen.add(true, anchor.time, end)
    } else {
      frozen.close()
      anchor = (time, image)
    }
    if let before {
      let step = time - before
      if let distance, abs(step - distance) > Clock.second / 1000 { isConstant = false }
      distance = distance ?? step
    }
    before = time
  }

  /// Reads packets alone: time stamps as written, and how far key frames are apart.
  private mutating func readStamps(_ path: String) throws {
    let demuxer = try Demuxer(path: path)
    guard let stream = demuxer.video else { return }
    demuxer.keep([stream])
    var stamps: [Int64] = []
    var decoding = Int64.min
    var gop = 0
    var key = Int64.min
    while let packet = demuxer.next() {
      guard packet.pointee.stream_index == Int32(stream.index) else { continue }
      let isKey = packet.pointee.flags & AV_PKT_FLAG_KEY != 0
      gop = isKey ? 1 : gop + 1
      longestGOP = max(longestGOP, gop)
      let stamp = packet.pointee.dts
      if stamp != shopreel_no_timestamp() {
        if stamp <= decoding { isMonotonic = false }
        decoding = stamp
      }
      if packet.pointee.pts != shopreel_no_timestamp() {
        stamps.append(packet.pointee.pts)
        if isKey { key = packet.pointee.pts }
        if packet.pointee.pts < key { isClosed = false }
      }
    }
    if Set(stamps).count != stamps.count { isMonotonic = false }
    first = stamps.min().flatMap { Clock.nanoseconds($0, stream.base) } ?? 0
  }

  /// At least 98 of 100 pixels darker than 32 of 255.
  private static func isBlack(_ image: GrayImage) -> Bool {
    let dark = image.bytes.count { $0 < 32 }
    return dark * 100 >= image.bytes.count * 98
  }

  /// A mean difference below a quarter level, and no pixel beyond 12 levels.
  private static func isSame(_ a: GrayImage, _ b: GrayImage) -> Bool {
    guard a.width == b.width, a.height == b.height else { return false }
    var sum = 0
    for index in a.bytes.indices {
      let difference = abs(Int(a.bytes[index]) - Int(b.bytes[index]))
      if difference > 12 { return false }
      sum += difference
    }
    return sum * 4 < a.bytes.count
  }
}
