public import Foundation
public import Model

/// What a user asked for beside the verb.
public struct LineOptions: Sendable {
  /// Only these products; nil for all.
  public var skus: [String]?
  /// Only these platforms; nil for those of the settings.
  public var platforms: [String]?
  public var dryRun = false
  /// Stop at the first fault.
  public var strict = false
  /// Whether drafts are drawn under their platform's own buttons too.
  public var proofs = false
  /// Items made side by side.
  public var jobs: Int
  /// When drafts are no longer begun, and those underway are ended; nil for never.
  public var until: Date?
  public var presetsFolder: String?
  /// The language of sheets and pages.
  public var locale: CopyLocale

  public init(jobs: Int, locale: CopyLocale) {
    self.jobs = max(1, jobs)
    self.locale = locale
  }

  /// Whether only a part of the workspace is asked for, so that nothing may be called complete.
  public var isPartial: Bool { skus != nil || platforms != nil }
}
