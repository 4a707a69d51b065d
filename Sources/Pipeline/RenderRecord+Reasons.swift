import Model
import Rendering
import Timing

extension RenderRecord {
  /// The record of a finished draft, with what became of each part since the record before.
  init(_ rendered: RenderedDraft, before: RenderRecord?) {
    self.init(
      id: rendered.draft.id, platform: rendered.draft.platform,
      spans: rendered.parts.map { Span($0, before: before) })
  }
}

extension RenderRecord.Span {
  fileprivate init(_ part: RenderedPart, before: RenderRecord?) {
    let isMade = part.origin == .made || part.origin == .mended
    self.init(
      key: part.key, kind: Kind(part.kind), start: part.range.start, end: part.range.end,
      bytes: part.bytes, state: isMade ? .made : .taken,
      reason: RenderRecord.Span.reason(part, before), parts: part.ingredients)
  }

  private static func reason(_ part: RenderedPart, _ before: RenderRecord?) -> String {
    switch part.origin {
    case .shared(let draft): "made once, for \(draft)"
    case .mended: "was damaged or gone from the store"
    case .stored:
      before?.spans.contains { $0.key == part.key } ?? false
        ? "as in the last render" : "lay in the store"
    case .made: before.map { changes(part, $0) } ?? "first render"
    }
  }

  /// Which ingredients differ from the part that stood in the same place before.
  private static func changes(_ part: RenderedPart, _ before: RenderRecord) -> String {
    if before.spans.contains(where: { $0.key == part.key }) { return "gone from the store" }
    let candidates = before.spans.filter { $0.kind == Kind(part.kind) }
    let nearest = candidates.min { a, b in
      let (x, y) = (distance(a, part), distance(b, part))
      return x == y ? a.start < b.start : x < y
    }
    guard let nearest else { return "new here" }
    let changed = part.ingredients.filter { nearest.parts[$0.key] != $0.value }.keys.sorted()
    return "changed: " + changed.map { names[$0] ?? $0 }.joined(separator: ", ")
  }

  /// How many ingredients differ, and how far apart they stand where as many do.
  private static func distance(_ span: RenderRecord.Span, _ part: RenderedPart) -> Double {
    let differing = part.ingredients.filter { span.parts[$0.key] != $0.value }.count
    let apart = abs((span.start - part.range.start).decimal)
    return Double(differing) + min(0.9, apart / 1000)
  }

  private static let names = [
    "source": "source file", "window": "cut", "layers": "words over it",
    "encoder": "encoder settings", "library": "FFmpeg or encoder version",
    "renderer": "renderer version", "target": "loudness", "words": "cover words",
    "keep": "facts kept whole", "size": "cover size",
  ]
}

extension RenderRecord.Span.Kind {
  fileprivate init(_ kind: RenderedPart.Kind) {
    switch kind {
    case .picture: self = .picture
    case .sound: self = .sound
    case .cover: self = .cover
    }
  }
}
