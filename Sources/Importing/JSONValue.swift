/// A JSON value with its keys in order and its numbers as they are written.
indirect enum JSONValue {
  /// A key and its value.
  struct Member {
    var key: String
    var value: JSONValue
  }

  case object([Member])
  case array([JSONValue])
  case string(String)
  case number(String)
  case bool(Bool)
  case null

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a scalar; nil for null and for anything with parts.
  var scalar: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let truth): truth ? "true" : "false"
    case .object, .array, .null: nil
    }
  }
}

/// Why a text is no JSON, and on which of its lines.
struct JSONFault: Error {
  var message: String
  var line: Int
}
