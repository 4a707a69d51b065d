public import Timing

/// What a media file is, found out by its content.
public struct MediaFacts: Sendable, Codable, Equatable {
  /// The container's short names, for example `mov,mp4,m4a,3gp,3g2,mj2`.
  public var format: String
  /// Length; nil for stills, and when the container does not say and it could not be found.
  public var duration: Time?
  /// Whether it is one picture that does not move: a photo.
  public var isStill: Bool
  /// The picture stream; nil without one. Cover art does not count.
  public var video: VideoFacts?
  /// The sound stream; nil without one.
  public var audio: AudioFacts?

  public init(
    format: String, duration: Time? = nil, isStill: Bool, video: VideoFacts? = nil,
    audio: AudioFacts? = nil
  ) {
    self.format = format
    self.duration = duration
    self.isStill = isStill
    self.video = video
    self.audio = audio
  }
}

/// What the picture stream of a file is.
public struct VideoFacts: Sendable, Codable, Equatable {
  /// FFmpeg's name of the codec, for example `h264`.
  public var codec: String
  /// Width in pixels as coded.
  public var width: Int
  /// Height in pixels as coded.
  public var height: Int
  /// Width in pixels once upright with square pixels.
  public var displayWidth: Int
  /// Height in pixels once upright with square pixels.
  public var displayHeight: Int
  /// Clockwise degrees that make the picture upright: 0, 90, 180 or 270.
  public var rotation: Int
  /// Whether the picture must also be mirrored.
  public var isMirrored: Bool
  /// Average pictures a second; nil for stills and where the file does not say.
  public var rate: FrameRate?
  /// FFmpeg's name of the pixel format, for example `yuv420p`.
  public var pixelFormat: String
  /// Bits of one sample of one channel.
  public var bitDepth: Int
  /// The high dynamic range transfer; nil for an ordinary picture.
  public var hdr: HDR?
  /// Whether samples use all values rather than 16 to 235.
  public var fullRange: Bool
  /// Whether a picture is woven from two moments.
  public var interlaced: Bool
  /// Whether the pixel format carries transparency.
  public var hasAlpha: Bool
  /// Number of pictures by the container's index; nil when it has none.
  public var frameCount: Int?
  /// FFmpeg's name of the primaries; nil when untagged.
  public var colorPrimaries: String?
  /// FFmpeg's name of the transfer; nil when untagged.
  public var colorTransfer: String?
  /// FFmpeg's name of the matrix; nil when untagged.
  public var colorSpace: String?

  public init(
    codec: String, width: Int, height: Int, displayWidth: Int, displayHeight: Int, rotation: Int,
    isMirrored: Bool = false, rate: FrameRate? = nil, pixelFormat: String, bitDepth: Int,
    hdr: HDR? = nil, fullRange: Bool = false, interlaced: Bool = false, hasAlpha: Bool = false,
    frameCount: Int? = nil, colorPrimaries: String? = nil, colorTransfer: String? = nil,
    colorSpace: String? = nil
  ) {
    self.codec = codec
    self.width = width
    self.height = height
    self.displayWidth = displayWidth
    self.displayHeight = displayHeight
    self.rotation = rotation
    self.isMirrored = isMirrored
    self.rate = rate
    self.pixelFormat = pixelFormat
    self.bitDepth = bitDepth
    self.hdr = hdr
    self.fullRange = fullRange
    self.interlaced = interlaced
    self.hasAlpha = hasAlpha
    self.frameCount = frameCount
    self.colorPrimaries = colorPrimaries
    self.colorTransfer = colorTransfer
    self.colorSpace = colorSpace
  }
}

/// What the sound stream of a file is.
public struct AudioFacts: Sendable, Codable, Equatable {
  /// FFmpeg's name of the codec, for example `aac`.
  public var codec: String
  /// Samples a second.
  public var sampleRate: Int
  /// Number of channels.
  public var channels: Int

  public init(
    codec: String, sampleRate: Int, channels: Int
  ) {
    self.codec = codec
    self.sampleRate = sampleRate
    self.channels = channels
  }
}
