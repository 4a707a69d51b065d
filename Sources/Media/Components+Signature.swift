import CFFmpeg
import CFFmpegShims
import Synchronization
import Timing

extension Components {
  private static let signatures = Mutex<[String: String]>([:])

  /// A text that is another whenever what an encoder makes of the same input may be another.
  ///
  /// It is the SHA-256 of the library's version and of what the encoder makes of a few made
  /// pictures or samples, its text about itself included. Encoders in hardware are known by the
  /// library's version alone; one that is not there or fails here has a signature too. Worked out
  /// once a process.
  public static func signature(of encoder: String) -> String {
    signatures.withLock { known in
      if let signature = known[encoder] { return signature }
      let signature = digest(of: encoder)
      known[encoder] = signature
      return signature
    }
  }

  private static func digest(of encoder: String) -> String {
    var bytes = Array("\(encoder)\n".utf8)
    for library in versions() where ["libavcodec", "libavutil"].contains(library.library) {
      bytes += Array("\(library.library) \(library.loaded)\n".utf8)
    }
    if let codec = avcodec_find_encoder_by_name(encoder) {
      let hardware = Int32(AV_CODEC_CAP_HARDWARE | AV_CODEC_CAP_HYBRID)
      if codec.pointee.capabilities & hardware == 0 {
        bytes += (try? sample(of: encoder, codec.pointee.type)) ?? Array("fails".utf8)
      }
    } else {
      bytes += Array("absent".utf8)
    }
    return hexadecimal(bytes)
  }

  /// What the encoder makes of the same few pictures or samples each time.
  private static func sample(of encoder: String, _ type: AVMediaType) throws -> [UInt8] {
    var bytes: [UInt8] = []
    func take(_ packet: UnsafeMutablePointer<AVPacket>) {
      guard let data = packet.pointee.data else { return }
      bytes += UnsafeBufferPointer(start: data, count: Int(max(0, packet.pointee.size)))
    }
    if type == AVMEDIA_TYPE_AUDIO {
      let feed = try SoundFeed(SoundEncoding(encoder: encoder))
      try feed.write(noise(frames: 8192), to: take)
      try feed.finish(to: take)
      return bytes + EncodedStream.Parameters(of: feed.encoder.context).header
    }
    let encoding = VideoEncoding(
      encoder: encoder, width: 128, height: 96, rate: FrameRate(30), options: [:], gop: 30,
      threads: 1)
    let video = try StreamEncoder.video(encoding)
    for index in 0..<12 {
      try video.send(encoding.frame(moving(encoding, index), at: index), to: take)
    }
    try video.send(nil, to: take)
    return bytes + EncodedStream.Parameters(of: video.context).header
  }

  /// A soft pattern that moves under grain.
  private static func moving(_ encoding: VideoEncoding, _ index: Int) throws -> Picture {
    let picture = try Picture.blank(width: encoding.width, height: encoding.height)
    var state = UInt32(index + 1)
    picture.withPlanes { planes in
      for plane in planes {
        for y in 0..<plane.height {
          for x in 0..<plane.width {
            state = state &* 1_664_525 &+ 1_013_904_223
            let wave = (x + 3 * index) * (y + 5) / 8 % 160
            plane.pointer[y * plane.stride + x] = UInt8(40 + wave + Int(state >> 28))
          }
        }
      }
    }
    return picture
  }

  private static func noise(frames: Int) -> SoundBuffer {
    var sound = SoundBuffer(rate: 48000, channels: 2, frames: frames)
    var state: UInt32 = 1
    for index in sound.samples.indices {
      state = state &* 1_664_525 &+ 1_013_904_223
      sound.samples[index] = (Float(state >> 16) / 65536 - 0.5) * Float(index % 960) / 960
    }
    return sound
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    guard let state = shopreel_sha256_new() else { return "" }
    shopreel_sha256_update(state, bytes, bytes.count)
    var digest = [UInt8](repeating: 0, count: 32)
    shopreel_sha256_finish(state, &digest)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
