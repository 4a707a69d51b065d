/// Why the workspace could not be read or written.
public struct WorkspaceError: Error, Sendable, CustomStringConvertible {
  public enum Code: Sendable { case notAWorkspace, outside, cannotRead, cannotWrite, locked }

  public var code: Code
  /// What happened and what to do.
  public var message: String
  public var path: String?

  public init(_ code: Code, _ message: String, path: String? = nil) {
    self.code = code
    self.message = message
    self.path = path
  }

  public var description: String { message }
}
