/// Why a text was not spoken.
public struct VoiceError: Error, Sendable, CustomStringConvertible {
  public enum Code: Sendable { case missing, failed, timeout, noSound }

  public var code: Code
  public var message: String

  public var description: String { message }
}
