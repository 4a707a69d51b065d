/// Why a gate cannot be built.
public struct GatingError: Error, Sendable, CustomStringConvertible {
  public enum Code: Sendable { case badPattern }

  public var code: Code
  public var message: String

  public var description: String { message }
}
