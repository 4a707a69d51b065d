/// What keeps a drawing from being made.
public struct DrawingError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// The payload has more characters than the largest QR code holds.
    case payloadTooLong
    /// Nothing to encode, or characters that no QR mode holds.
    case payloadInvalid
    /// A surface of no size, or of more pixels than memory or Cairo allow.
    case sizeInvalid
    /// A file that should hold a font holds none.
    case fontInvalid
    /// Cairo or Pango gave up.
    case drawingFailed
  }

  public let code: Code
  /// What happened and what to do.
  public let message: String
  /// The library's own words.
  public let cause: String?

  init(_ code: Code, _ message: String, cause: String? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  public var description: String { cause.map { "\(message) (\($0))" } ?? message }
}
