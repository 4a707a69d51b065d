import Foundation

/// Where a chat-completions server is asked.
struct ServerAddress: Sendable {
  let endpoint: URL
  /// Host and port, as messages name it.
  let name: String
  /// What a key sent there could be read by: plain HTTP to another machine.
  let isOpenToReading: Bool

  /// - Throws: `SoundingError` with code `settings`, which does not repeat a password.
  init(_ text: String) throws(SoundingError) {
    guard let parts = URLComponents(string: text.trimmed), let host = parts.host, !host.isEmpty,
      let scheme = parts.scheme?.lowercased()
    else { throw ServerAddress.fault("must be an address such as http://127.0.0.1:8080/v1") }
    guard ["http", "https"].contains(scheme) else {
      throw ServerAddress.fault("must begin with http:// or https://")
    }
    guard parts.user == nil, parts.password == nil else {
      throw ServerAddress.fault("holds a user or a password: keys belong into 'key_env'")
    }
    guard parts.query == nil, parts.fragment == nil else {
      throw ServerAddress.fault("holds a '?' or '#': name the folder that /chat/completions is in")
    }
    var path = parts.percentEncodedPath
    while path.hasSuffix("/") { path.removeLast() }
    var asked = parts
    asked.percentEncodedPath = path + "/chat/completions"
    guard let url = asked.url else {
      throw ServerAddress.fault("must be an address such as http://127.0.0.1:8080/v1")
    }
    endpoint = url
    name = host + (parts.port.map { ":\($0)" } ?? "")
    let isHere = ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host)
    isOpenToReading = scheme == "http" && !isHere
  }

  private static func fault(_ message: String) -> SoundingError {
    SoundingError(.settings, "'base_url' \(message)")
  }
}
