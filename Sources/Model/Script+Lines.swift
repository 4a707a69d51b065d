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
    lines.map { Self.hash($0.text) }.joined(separator: " ")
  }

  /// Places whose words are not those that were written; none where there is no seal, all where the
  /// number of lines has changed.
  public var changedPlaces: [String] {
    guard let seal else { return [] }
    let hashes = seal.split(separator: " ")
    let lines = lines
    guard hashes.count == lines.count else { return lines.map(\.place) }
    return zip(lines, hashes).filter { Self.hash($0.0.text) != $0.1 }.map(\.0.place)
  }

  /// The first 24 bits of FNV-1a.
  private static func hash(_ text: String) -> String {
    let value = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    let digits = String(value >> 40, radix: 16)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}
