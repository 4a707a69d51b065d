/// Why a file as a whole could not be read, or a table not be written.
public struct TableError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Code: Sendable { case cannotRead, cannotWrite, notReadable, tooLarge, unsafe, damaged }

  public var code: Code
  /// What happened and what to do.
  public var message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
