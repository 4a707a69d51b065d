import Media
public import Model

/// Draft → checks: the video is decoded to its last frame, the post is counted, the titles' boxes
/// are held against the platform's own buttons.
public struct CheckStage: Stage {
  public init() {}

  /// A change of the checks that changes their results changes this number.
  public static let version = 2

  public func run(_ request: CheckRequest) -> CheckedDraft {
    let checks =
      content(request) + picture(request) + PostChecks(request: request).all
      + TitleChecks(request: request).all
    return CheckedDraft(
      id: request.draft.id, platform: request.draft.platform, checks: checks)
  }

  private func content(_ request: CheckRequest) -> [Check] {
    [
      Check(
        "content", value: request.contentHash.map { String($0.prefix(12)) } ?? "missing",
        limit: "sha256 \(request.draft.sha256.prefix(12))",
        pass: request.contentHash == request.draft.sha256)
    ]
  }

  private func picture(_ request: CheckRequest) -> [Check] {
    do {
      let reading = try DraftReader.read(request.movie)
      return PictureChecks(request: request, reading: reading).all
        + SoundChecks(request: request, reading: reading).all
    } catch {
      return [
        Check("readable", value: "\(error)", limit: "a video that can be decoded", pass: false)
      ]
    }
  }
}
