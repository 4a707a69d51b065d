/// What came of one request.
enum ChatReply: Sendable {
  case answer([UInt8])
  /// A status other than 200; seconds the server asks to be left alone for.
  case status(Int, retryAfter: Double?)
  case fault(SoundingError)
}
