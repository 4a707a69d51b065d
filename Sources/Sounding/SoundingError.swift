/// Why a language model gave no usable answer.
public struct SoundingError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable, CaseIterable {
    /// The settings name no address that may be asked.
    case settings
    /// The environment holds no usable key.
    case key
    case unreachable, timeout, refused, busy, failing, redirect
    case tooLarge, brokenOff, notAnAnswer, cutOff, holdsKey
    /// The server was given up on before this script's turn.
    case notAsked
    case cancelled
  }

  public var code: Code
  /// What happened and what to do; never anything that a server sent, and never the key.
  public var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }

  /// Whether every further request would end alike.
  var isFinal: Bool {
    switch code {
    case .settings, .key, .unreachable, .refused, .busy, .redirect, .notAsked, .cancelled: true
    case .timeout, .failing, .tooLarge, .brokenOff, .notAnAnswer, .cutOff, .holdsKey: false
    }
  }
}
