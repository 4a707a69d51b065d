import Model
import Timing

/// Sightings in time, drawn together into showings.
struct SlateTrack {
  private struct Read {
    var time: Time
    var upsideDown: Bool
  }

  fileprivate struct Trace {
    var time: Double
    var place: SlateTrace
  }

  private var reads: [String: [Read]] = [:]
  private var unread: [Trace] = []
  private var strangers: [Trace] = []

  var isEmpty: Bool { reads.isEmpty }

  mutating func add(_ sighting: SlateSighting, at time: Time) {
    reads[sighting.payload.text, default: []].append(
      Read(time: time, upsideDown: sighting.upsideDown))
  }

  mutating func add(_ look: SlateLook, at time: Time) {
    for sighting in look.slates { add(sighting, at: time) }
    unread += look.unread.map { Trace(time: time.decimal, place: $0) }
    strangers += look.strangers.map { Trace(time: time.decimal, place: $0) }
  }

  mutating func add(_ other: SlateTrack) {
    reads.merge(other.reads) { $0 + $1 }
    unread += other.unread
    strangers += other.strangers
  }

  /// The showings by start: reads of one payload no more than `gap` apart are one.
  func spans(gap: Time) -> [SlateSpan] {
    var spans: [SlateSpan] = []
    for (payload, reads) in reads {
      var run: [Read] = []
      for read in reads.sorted(by: { $0.time < $1.time }) {
        if let last = run.last, read.time - last.time > gap {
          spans.append(Self.span(payload, run))
          run = []
        }
        run.append(read)
      }
      spans.append(Self.span(payload, run))
    }
    spans = spans.filter { span in !spans.contains { $0.outvotes(span, within: gap) } }
    spans += unreadSpans(beside: spans, gap: gap.decimal)
    spans.sort { ($0.start, $0.payload) < ($1.start, $1.payload) }
    return spans
  }

  private static func span(_ payload: String, _ run: [Read]) -> SlateSpan {
    let turned = run.count(where: \.upsideDown)
    return SlateSpan(
      payload: payload, start: run[0].time, end: run[run.count - 1].time,
      upsideDown: turned * 2 > run.count, reads: run.count)
  }

  /// Seconds about a slate that was read in which whatever could not be read is the same slate.
  private static let margin = 1.0
  /// Seconds: what stands longer in the picture than a slate is held up belongs to the scene.
  private static let longest = 6.0

  /// What was held up like a slate and never read.
  private func unreadSpans(beside slates: [SlateSpan], gap: Double) -> [SlateSpan] {
    var runs: [[Trace]] = []
    let traces = unread.filter { trace in
      !strangers.contains { $0.isSame(as: trace, within: gap) }
        && !slates.contains {
          $0.start.decimal - Self.margin <= trace.time && trace.time <= $0.end.decimal + Self.margin
        }
    }
    for trace in traces.sorted(by: { ($0.time, $0.place.x) < ($1.time, $1.place.x) }) {
      if let run = runs.firstIndex(where: { $0[$0.count - 1].isSame(as: trace, within: gap) }) {
        runs[run].append(trace)
      } else {
        runs.append([trace])
      }
    }
    return runs.compactMap(Self.span(ofUnread:))
  }

  /// Two pictures of a whole code, or three of a part, make sure that there was one.
  private static func span(ofUnread run: [Trace]) -> SlateSpan? {
    let whole = Set(run.filter(\.place.isWhole).map(\.time)).count
    let seen = Set(run.map(\.time)).count
    let (start, end) = (run[0].time, run[run.count - 1].time)
    guard whole >= 2 || seen >= 3, end - start <= longest else { return nil }
    return SlateSpan(
      payload: "", start: Time(decimal: start), end: Time(decimal: end), upsideDown: false,
      reads: seen)
  }
}

extension SlateTrack.Trace {
  /// Whether both can be one code: near in time and in the picture.
  fileprivate func isSame(as other: Self, within gap: Double) -> Bool {
    abs(time - other.time) <= gap && place.isBeside(other.place)
  }
}

extension SlateSpan {
  /// Whether the other is a single misread of this one: near in time, and in all but two letters.
  fileprivate func outvotes(_ other: SlateSpan, within gap: Time) -> Bool {
    guard other.reads == 1, reads >= 3, payload.count == other.payload.count else { return false }
    let near = start - gap <= other.start && other.end <= end + gap
    return near && zip(payload, other.payload).count(where: { $0 != $1 }) <= 2
      && payload != other.payload
  }
}
