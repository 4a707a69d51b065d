/// Why a file could not be read as a table, or a table not be written.
public struct TableError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// No such file, or no right to read it.
    case cannotRead
    /// A file of another kind; the message says what to save it as.
    case foreign
    /// Cut off, overwritten, or never written rightly.
    case damaged
    /// Nothing in it is wrong by itself, but it would take too much time, memory or disk.
    case tooLarge
    /// A password is needed.
    case encrypted
    /// A DOCTYPE, an entity or a reference to the outside.
    case forbidden
    /// What was asked for is not in the file.
    case missing
    case cannotWrite
  }

  public let code: Code
  /// What happened and what to do.
  public let message: String
  /// The file, and where known the part and the line in it.
  public let place: String?

  public init(_ code: Code, _ message: String, place: String? = nil) {
    self.code = code
    self.message = message
    self.place = place
  }

  public var description: String { place.map { "\($0): \(message)" } ?? message }

  /// The same with a place, if it had none.
  func at(_ place: String) -> TableError {
    self.place == nil ? TableError(code, message, place: place) : self
  }
}
