/// Why the line could not go on.
public struct PipelineError: Error, Sendable, CustomStringConvertible {
  public enum Code: Sendable {
    /// An earlier stage has left nothing to read.
    case inputMissing
    /// Settings, catalogue or presets do not hold.
    case inputInvalid
    case componentMissing
    case interrupted
  }

  public var code: Code
  /// What happened and what to do.
  public var message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
