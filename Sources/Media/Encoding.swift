public import Timing

/// How pictures are encoded.
public struct VideoEncoding: Sendable, Hashable, Codable {
  /// FFmpeg's name of the encoder.
  public var encoder: String
  /// Width in pixels, even.
  public var width: Int
  /// Height in pixels, even.
  public var height: Int
  /// Pictures a second, constant.
  public var rate: FrameRate
  /// Options by FFmpeg's names: `crf`, `preset`, `profile`, `maxrate`, `bufsize`, …
  public var options: [String: String]
  /// Longest distance between key frames, in pictures.
  public var gop: Int
  /// Encoder threads; the bytes depend on it.
  public var threads: Int
  /// Clockwise degrees that make the coded pictures upright, told by a display matrix as phones do:
  /// 0, 90, 180 or 270.
  public var rotation: Int

  public init(
    encoder: String = "libx264", width: Int, height: Int, rate: FrameRate,
    options: [String: String] = ["crf": "20", "preset": "medium", "profile": "high"],
    gop: Int = 30, threads: Int = 2, rotation: Int = 0
  ) {
    self.encoder = encoder
    self.width = width
    self.height = height
    self.rate = rate
    self.options = options
    self.gop = gop
    self.threads = threads
    self.rotation = rotation
  }
}

/// How sound is encoded.
public struct SoundEncoding: Sendable, Hashable, Codable {
  /// FFmpeg's name of the encoder.
  public var encoder: String
  /// Samples a second.
  public var rate: Int
  /// Number of channels, 1 or 2.
  public var channels: Int
  /// Kilobits a second.
  public var kbps: Int

  public init(encoder: String = "aac", rate: Int = 48000, channels: Int = 2, kbps: Int = 192) {
    self.encoder = encoder
    self.rate = rate
    self.channels = channels
    self.kbps = kbps
  }
}
