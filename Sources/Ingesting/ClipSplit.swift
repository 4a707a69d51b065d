import Model
import Timing

/// A clip divided by the slates and cards shown in it; seconds throughout.
struct ClipSplit {
  /// What bounds a stretch.
  enum Edge: Hashable { case file, card }

  /// Who owns a stretch, as far as the picture says.
  enum Owner: Hashable {
    case slate(code: String)
    case tailSlate(code: String)
    /// A slate of another workspace.
    case stranger(workspace: String)
    /// A slate that could not be read, shown at a second of the file.
    case unread(at: Double)
    case nobody
  }

  struct Stretch: Hashable {
    var start: Double
    var end: Double
    var startEdge: Edge
    var endEdge: Edge
    var owner: Owner
    var status: Take.Status
    /// Something odd that a person should know.
    var note: String?

    var length: Double { end - start }
  }

  /// In time.
  private(set) var stretches: [Stretch] = []
  /// The code of the clip's last slate when it heads what follows, the camera's next clips too.
  private(set) var lastSlate: String?
  private(set) var hasSlate = false

  private struct Slate {
    /// Nil where it could not be read.
    var payload: SlatePayload?
    var start: Double
    var end: Double
    var isTail: Bool
  }

  private struct Mark {
    var status: Take.Status
    var start: Double
    var end: Double
  }

  init(_ report: ClipReport, workspace: String, policy: IngestPolicy.Filing) {
    let end = report.readable.decimal
    var marks: [Mark] = []
    var slates: [Slate] = []
    for span in report.slates {
      let (start, stop) = (span.start.decimal, min(end, span.end.decimal))
      guard let payload = SlatePayload(text: span.payload) else {
        if span.payload.isEmpty {
          slates.append(Slate(payload: nil, start: start, end: stop, isTail: false))
        }
        continue
      }
      if let status = Take.Status(rawValue: payload.code.lowercased()) {
        if payload.workspace == workspace {
          marks.append(Mark(status: status, start: start, end: stop))
        }
      } else {
        slates.append(Slate(payload: payload, start: start, end: stop, isTail: span.upsideDown))
      }
    }
    Self.settleEnds(of: &slates, end: end, policy: policy)
    hasSlate = !slates.isEmpty
    if let last = slates.last, !last.isTail, let payload = last.payload,
      payload.workspace == workspace
    {
      lastSlate = payload.code
    }
    for index in 0...slates.count {
      let own = marks.filter { Self.place(of: $0, among: slates) == index }
      let stretch = Self.stretch(index, of: slates, end: end, workspace: workspace)
      stretches += Self.divide(stretch, by: own, policy)
    }
  }

  /// The stretch that a card speaks of: behind a tail slate it is the one before that slate.
  private static func place(of mark: Mark, among slates: [Slate]) -> Int {
    guard let last = slates.lastIndex(where: { $0.start <= mark.start }) else { return 0 }
    return slates[last].isTail ? last : last + 1
  }

  /// An upside-down slate with next to nothing before it, and more behind it, heads its clip; an
  /// upright one with next to nothing behind it, and a nameless stretch before it, closes its clip.
  /// A slate that could not be read closes its clip wherever next to nothing is behind it.
  private static func settleEnds(
    of slates: inout [Slate], end: Double, policy: IngestPolicy.Filing
  ) {
    for i in slates.indices {
      let before = slates[i].start - (i > 0 ? slates[i - 1].end : 0)
      let isNameless = i == 0 || slates[i - 1].isTail || slates[i - 1].payload == nil
      let behind = (i + 1 < slates.count ? slates[i + 1].start : end) - slates[i].end
      if slates[i].isTail {
        let isHead = before < policy.minimum || (before <= policy.tailWithin && behind > before)
        if isHead, isNameless { slates[i].isTail = false }
      } else if i == slates.count - 1, isNameless || slates[i].payload == nil {
        slates[i].isTail = behind <= policy.tailWithin && before > max(behind, policy.minimum)
      }
    }
  }

  /// What lies before the slate of an index, up to the slate before it.
  private static func stretch(
    _ index: Int, of slates: [Slate], end: Double, workspace: String
  ) -> Stretch {
    let left = index > 0 ? slates[index - 1] : nil
    let right = index < slates.count ? slates[index] : nil
    let head = left.flatMap { $0.isTail ? nil : $0 }
    let tail = right.flatMap { $0.isTail ? $0 : nil }
    var stretch = Stretch(
      start: left?.end ?? 0, end: right?.start ?? end, startEdge: left == nil ? .file : .card,
      endEdge: right == nil ? .file : .card,
      owner: owner(head: head, tail: tail, workspace: workspace), status: .unmarked)
    if let head = head?.payload, let tail = tail?.payload, head != tail {
      stretch.note = "the tail slate names another shot than the head slate, which counts"
    }
    return stretch
  }

  /// The slate at the head counts, else the one at the tail; one that can be read comes first.
  private static func owner(head: Slate?, tail: Slate?, workspace: String) -> Owner {
    guard let payload = head?.payload ?? tail?.payload else {
      return (head ?? tail).map { .unread(at: $0.start) } ?? .nobody
    }
    guard payload.workspace == workspace else { return .stranger(workspace: payload.workspace) }
    return head?.payload != nil ? .slate(code: payload.code) : .tailSlate(code: payload.code)
  }

  /// A card closes what lies before it; one shown with the slate, or just behind it, speaks of what
  /// follows; what follows a closing card counts only when it is long enough to be meant.
  private static func divide(
    _ stretch: Stretch, by marks: [Mark], _ policy: IngestPolicy.Filing
  ) -> [Stretch] {
    var parts: [Stretch] = []
    var rest = stretch
    for mark in marks.sorted(by: { $0.start < $1.start }) {
      var part = rest
      part.end = min(mark.start, stretch.end)
      part.endEdge = .card
      if part.length >= max(policy.minimum, parts.isEmpty && stretch.startEdge == .card ? 2 : 0) {
        part.status = mark.status
        parts.append(part)
        rest.status = .unmarked
      } else if let last = parts.indices.last {
        parts[last].status = mark.status
      } else {
        rest.status = mark.status
      }
      rest.start = min(max(rest.start, mark.end), stretch.end)
      rest.startEdge = .card
    }
    let isMeant = parts.isEmpty || rest.length > policy.markSplit
    if isMeant, rest.length > 0 || parts.isEmpty { parts.append(rest) }
    return parts
  }
}
