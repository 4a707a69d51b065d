/// A key for a server; it prints as `(key)`.
struct SecretKey: Sendable, CustomStringConvertible, CustomReflectable {
  private let value: String

  /// - Throws: `SoundingError` with code `key`, which names the variable and not its value.
  init(_ name: String, in environment: [String: String]) throws(SoundingError) {
    let found = (environment[name] ?? "").trimmed
    guard !found.isEmpty else {
      throw SoundingError(
        .key, "environment variable '\(name)' holds no key: set it, or leave 'key_env' away")
    }
    guard found.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw SoundingError(
        .key,
        "environment variable '\(name)' holds something that is no key: "
          + "letters, figures and signs without spaces are")
    }
    value = found
  }

  /// The key of a variable; none where no variable is named.
  static func found(
    under name: String?, in environment: [String: String]
  ) -> Result<SecretKey?, SoundingError> {
    guard let name, !name.isEmpty else { return .success(nil) }
    do throws(SoundingError) {
      return .success(try SecretKey(name, in: environment))
    } catch {
      return .failure(error)
    }
  }

  var description: String { "(key)" }

  var customMirror: Mirror { Mirror(self, children: []) }

  /// The value of the `Authorization` header.
  var authorization: String { "Bearer " + value }

  func occurs(in text: String) -> Bool { text.contains(value) }
}
