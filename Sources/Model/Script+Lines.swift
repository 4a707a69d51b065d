extension Script {
  /// Every line that people read, hear or post, with its place, in a fixed order.
  ///
  /// `beats[2].voice`, `.caption`, `.title`, `.sticker`; `post.douyin.title`, `.caption`,
  /// `.hashtags` (joined by spaces), `.cover_text`, `.cta`.
  public var lines: [(place: String, text: String)] {
    var result: [(String, String)] = []
    for (index, beat) in beats.enumerated() {
      result.append(("beats[\(index)].voice", beat.voice))
      result.append(("beats[\(index)].caption", beat.caption))
      result.append(("beats[\(index)].title", beat.title ?? ""))
      result.append(("beats[\(index)].sticker", beat.sticker ?? ""))
    }
    for (id, post) in post.sorted(by: { $0.key < $1.key }) {
      result.append(("post.\(id).title", post.title))
      result.append(("post.\(id).caption", post.caption))
      result.append(("post.\(id).hashtags", post.hashtags.joined(separator: " ")))
      result.append(("post.\(id).cover_text", post.coverText))
      result.append(("post.\(id).cta", post.cta))
    }
    return result
  }

  /// The seal of the lines as they stand.
  public var freshSeal: String {
    lines.map { TextHash($0.text).hexadecimal(6) }.joined(separator: " ")
  }

  /// Places whose words are not those that were written; none where there is no seal, all where the
  /// number of lines has changed.
  public var changedPlaces: [String] {
    guard let seal else { return [] }
    let hashes = seal.split(separator: " ")
    let lines = lines
    guard hashes.count == lines.count else { return lines.map(\.place) }
    return zip(lines, hashes).filter { TextHash($0.0.text).hexadecimal(6) != $0.1 }.map(\.0.place)
  }
}
