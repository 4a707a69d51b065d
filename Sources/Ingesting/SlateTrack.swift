import Model
import Timing

/// Sightings in time, drawn together into showings.
struct SlateTrack {
  private struct Read {
    var time: Time
    var upsideDown: Bool
  }

  private var reads: [String: [Read]] = [:]

  var isEmpty: Bool { reads.isEmpty }

  mutating func add(_ sighting: SlateSighting, at time: Time) {
    reads[sighting.payload.text, default: []].append(
      Read(time: time, upsideDown: sighting.upsideDown))
  }

  mutating func add(_ other: SlateTrack) {
    reads.merge(other.reads) { $0 + $1 }
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
    spans.sort { ($0.start, $0.payload) < ($1.start, $1.payload) }
    return spans.filter { span in !spans.contains { $0.outvotes(span, within: gap) } }
  }

  private static func span(_ payload: String, _ run: [Read]) -> SlateSpan {
    let turned = run.count(where: \.upsideDown)
    return SlateSpan(
      payload: payload, start: run[0].time, end: run[run.count - 1].time,
      upsideDown: turned * 2 > run.count, reads: run.count)
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
