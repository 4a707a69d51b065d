/// A JSON value with its keys in order and its numbers as they are written.
public indirect enum JSONValue: Sendable, Equatable {
  /// A key and its value.
  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: JSONValue
  }

  case object([Member])
  case array([JSONValue])
  case string(String)
  case number(String)
  case bool(Bool)
  case null

  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a scalar; nil for null and for anything with parts.
  public var scalar: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let truth): truth ? "true" : "false"
    case .object, .array, .null: nil
    }
  }
}

/// Why a text is no JSON, and on which of its lines.
public struct JSONFault: Error, Sendable {
  public var message: String
  public var line: Int
}
