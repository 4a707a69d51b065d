extension Draft {
  /// What a reviewer has seen: the video and every word that is posted with it. Another edition is
  /// to be seen again.
  public var edition: String {
    let words = [title, caption, hashtags.joined(separator: " "), coverText, cta, cover, link ?? ""]
    return sha256.prefix(16) + "-" + TextHash(words.joined(separator: "\u{1F}")).hexadecimal()
  }
}
