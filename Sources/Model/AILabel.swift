/// What of a video a program has made, said in the picture, in the post and in the file.
public enum AILabel: String, Sendable, Codable, CaseIterable {
  case voice

  /// The words that buyers read.
  public func text(_ locale: CopyLocale) -> String {
    switch self {
    case .voice: locale == .zh ? "AI配音" : "AI voice"
    }
  }
}

extension SoundPlan {
  public var aiLabels: [AILabel] { voices.contains(where: \.synthetic) ? [.voice] : [] }
}

extension Post {
  /// With the labels at the caption's end, where they fit into the platform's characters.
  public func labelled(_ labels: [AILabel], _ locale: CopyLocale, within limit: Int) -> Post {
    guard !labels.isEmpty else { return self }
    let words = labels.map { $0.text(locale) }.joined(separator: " · ")
    var post = self
    let labelled = caption.isEmpty ? words : "\(caption)\n\(words)"
    if labelled.count <= limit { post.caption = labelled }
    return post
  }
}
