/// What a slate's QR code carries: `SR1*WORKSPACE*SHOT*CHECK`, at most 25 characters of the
/// alphanumeric set, so that it fits a version-2 code.
///
/// The shot's code comes from its id, not from its place in a list: a sheet printed yesterday still
/// files today's clips.
public struct SlatePayload: Sendable, Hashable {
  /// Four characters that no other workspace is likely to have.
  public var workspace: String
  /// Seven characters for a shot, or `OK`, `NG`, `KEEP` for a mark card.
  public var code: String

  public static let marks = ["OK", "NG", "KEEP"]

  public init(workspace: String, code: String) {
    self.workspace = workspace
    self.code = code
  }

  public init(workspace: String, shotID: String) {
    self.init(workspace: workspace, code: SlatePayload.code(for: shotID, length: 7))
  }

  public var text: String {
    let body = "SR1*\(workspace)*\(code)"
    return body + "*" + SlatePayload.check(body)
  }

  /// Nil for a stranger's code or one whose check does not hold.
  public init?(text: String) {
    let parts = text.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, parts[0] == "SR1",
      SlatePayload.check(parts[0...2].joined(separator: "*")) == parts[3]
    else { return nil }
    self.init(workspace: parts[1], code: parts[2])
  }

  /// Crockford's digits: none is mistaken for another by eye.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// A code of some base-32 digits for a text, by 64-bit FNV-1a.
  public static func code(for text: String, length: Int) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 29
    return String((0..<length).map { alphabet[Int(hash >> UInt64($0 * 5) & 31)] })
  }

  private static func check(_ body: String) -> String {
    let sum = body.utf8.enumerated().reduce(0) { $0 + ($1.offset + 1) * Int($1.element) }
    return String(alphabet[sum % 31])
  }
}
