import Foundation
import Model

/// Title, caption, hashtags and cover against the platform's limits and the script.
struct PostChecks {
  let request: CheckRequest

  var all: [Check] { [title, caption, hashtags, coverText, coverFile, script] }

  private var draft: Draft { request.draft }
  private var rule: Platform.TextRule { request.platform.text }

  private var title: Check {
    let length = rule.length(of: draft.title)
    let unit = rule.titleUnit == .gbkBytes ? "bytes" : "characters"
    return Check(
      "title-length", value: "\(length) \(unit)",
      limit: "\(rule.titleMin) to \(rule.titleMax) \(unit)",
      pass: length >= max(1, rule.titleMin) && length <= rule.titleMax)
  }

  private var caption: Check {
    Check(
      "caption-length", value: "\(draft.caption.count) characters",
      limit: "at most \(rule.captionMax) characters", pass: draft.caption.count <= rule.captionMax)
  }

  private var hashtags: Check {
    Check(
      "hashtags", value: "\(draft.hashtags.count)", limit: "at most \(rule.hashtagsMax)",
      pass: draft.hashtags.count <= rule.hashtagsMax
        && draft.hashtags.allSatisfy { !$0.contains { $0.isWhitespace || $0 == "#" } })
  }

  private var coverText: Check {
    Check(
      "cover-text", value: "\(draft.coverText.count) characters",
      limit: "at most \(rule.coverMax) characters", pass: draft.coverText.count <= rule.coverMax)
  }

  private var coverFile: Check {
    let exists = FileManager.default.fileExists(atPath: request.cover)
    return Check(
      "cover", value: exists ? draft.cover : "missing", limit: "a picture beside the video",
      pass: exists)
  }

  /// The post must be word for word what the script's gate has passed.
  private var script: Check {
    guard let script = request.script, let post = script.post[draft.platform] else {
      return Check(
        "script", value: "no script '\(draft.script)'", limit: "its own script", pass: false)
    }
    let pairs = [
      ("title", draft.title == post.title), ("caption", draft.caption == post.caption),
      ("hashtags", draft.hashtags == post.hashtags), ("cta", draft.cta == post.cta),
      ("cover_text", draft.coverText == post.coverText),
    ]
    let changed = pairs.filter { !$0.1 }.map(\.0)
    return Check(
      "script",
      value: changed.isEmpty ? "as written" : "changed: \(changed.joined(separator: ", "))",
      limit: "as written in \(script.id)", pass: changed.isEmpty)
  }
}
