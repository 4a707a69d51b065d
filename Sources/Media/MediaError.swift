/// Why a file could not be read or written as media.
public struct MediaError: Error, Sendable, Hashable {
  /// The class of a failure; compare with the static values.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    private enum Value: String {
      case notMedia, empty, truncated, noPicture, noSound, unsupportedCodec, componentMissing
      case cannotWrite, io, cancelled, invalid
    }

    private let value: Value

    /// The bytes are of no format that is read here.
    public static let notMedia = Code(value: .notMedia)
    /// The file has no bytes, or no pictures and no sound at all.
    public static let empty = Code(value: .empty)
    /// The file is cut off, or its index is lost.
    public static let truncated = Code(value: .truncated)
    /// No picture could be decoded where one is needed.
    public static let noPicture = Code(value: .noPicture)
    /// No sound where it is needed.
    public static let noSound = Code(value: .noSound)
    /// This build of FFmpeg has no decoder for the stream.
    public static let unsupportedCodec = Code(value: .unsupportedCodec)
    /// This build of FFmpeg lacks an encoder or a filter.
    public static let componentMissing = Code(value: .componentMissing)
    /// The result could not be written.
    public static let cannotWrite = Code(value: .cannotWrite)
    /// The file could not be opened or read.
    public static let io = Code(value: .io)
    /// The work was given up on request.
    public static let cancelled = Code(value: .cancelled)
    /// What was asked for makes no sense: a size, a range, a setting.
    public static let invalid = Code(value: .invalid)

    /// The name of the code, as written here.
    public var description: String { value.rawValue }
  }

  /// The class of the failure.
  public var code: Code
  /// What happened and what to do, lower case, without a full stop.
  public var message: String
  /// The file in question.
  public var path: String?
  /// FFmpeg's own first error lines, addresses dropped.
  public var cause: String?
  /// What the message speaks of by name: a codec, a kind of photo, a size; nil for the file itself.
  public var subject: String?

  public init(
    _ code: Code, _ message: String, path: String? = nil, cause: String? = nil,
    subject: String? = nil
  ) {
    self.code = code
    self.message = message
    self.path = path
    self.cause = cause
    self.subject = subject
  }
}

extension MediaError: CustomStringConvertible {
  public var description: String {
    let place = path.map { "\($0): " } ?? ""
    let reason = cause.map { " (\($0))" } ?? ""
    return place + message + reason
  }
}
