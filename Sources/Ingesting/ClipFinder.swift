import Diagnostics

/// Finds the clip that somebody has written down.
struct ClipFinder {
  enum Found { case one(Int), several([String]), none(hint: String?) }

  private let clips: [FootageClip]
  private var byName: [NameText: [Int]] = [:]

  init(_ clips: [FootageClip]) {
    self.clips = clips
    for (index, clip) in clips.enumerated() {
      let file = FilePath(clip.path)
      for name in Set([file.name, file.stem, clip.path].map { NameText($0) }) {
        byName[name, default: []].append(index)
      }
    }
  }

  /// By content id (twelve characters are enough), path, or name with or without its ending.
  func find(_ text: String) -> Found {
    if let index = clips.firstIndex(where: { $0.path == text }) { return .one(index) }
    if text.count >= 12, text.allSatisfy(\.isHexDigit) {
      let found = clips.indices.filter { clips[$0].identity.hasPrefix(text.lowercased()) }
      // Files with one content are one clip.
      if let first = found.first, Set(found.map { clips[$0].identity }).count == 1 {
        return .one(first)
      }
    }
    let parts = text.split(whereSeparator: { $0 == "/" || $0 == "\\" }).map(String.init)
    let whole = byName[NameText(parts.joined(separator: "/"))] ?? []
    let below = byName[NameText("footage/" + parts.joined(separator: "/"))] ?? []
    let named = parts.count == 1 ? byName[NameText(text)] ?? [] : []
    let found = [whole, below, named].first { !$0.isEmpty } ?? []
    if found.count == 1 { return .one(found[0]) }
    if found.count > 1 { return .several(found.map { clips[$0].path }) }
    let hint =
      nearest(to: text, among: clips.map(\.path))
      ?? nearest(to: parts.last ?? text, among: clips.map { FilePath($0.path).name })
    return .none(hint: hint)
  }
}
