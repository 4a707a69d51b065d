import Media

extension MediaError {
  /// The reason as it stands in a list beside the file's name: what is wrong, and what helps.
  var plainWords: String {
    switch code {
    case .notMedia: "is no video, photo or sound, whatever its name says"
    case .empty: "is empty; copy it again from the card"
    case .truncated:
      "is cut off or its index is lost: recording or copying did not finish; copy it again, or "
        + "have it repaired"
    case .noPicture: "holds no picture that can be decoded"
    case .noSound: "holds no sound"
    case .unsupportedCodec, .componentMissing, .invalid: message
    case .io: "cannot be read: \(message)"
    default: message
    }
  }
}
