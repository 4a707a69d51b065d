/// Every draft held against its platform, its script and its titles' boxes.
public struct Checks: Artefact {
  public static let schema = "checks/1"

  public var drafts: [CheckedDraft]

  public init(drafts: [CheckedDraft]) { self.drafts = drafts }

  public var pass: Bool { drafts.allSatisfy(\.pass) }
}

public struct CheckedDraft: Sendable, Codable, Hashable {
  public var id: String
  public var platform: String
  public var pass: Bool
  public var checks: [Check]

  public init(id: String, platform: String, checks: [Check]) {
    self.id = id
    self.platform = platform
    self.checks = checks
    pass = checks.allSatisfy(\.pass)
  }
}

/// One measure against its limit.
public struct Check: Sendable, Codable, Hashable {
  /// `size`, `loudness`, `title-length`, …
  public var name: String
  /// As measured, with its unit.
  public var value: String
  public var limit: String
  public var pass: Bool

  public init(_ name: String, value: String, limit: String, pass: Bool) {
    self.name = name
    self.value = value
    self.limit = limit
    self.pass = pass
  }
}
