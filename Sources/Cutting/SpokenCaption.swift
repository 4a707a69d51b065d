import Model
import Timing

/// A caption's words against the voice that speaks them.
///
/// Nothing listens to the voice: its length is shared out by syllables, and the layers say that
/// their times are estimated.
struct SpokenCaption {
  /// Where the voice is heard, in seconds on the timeline.
  let voice: TimeRange
  let rate: FrameRate
  /// Words that stay one piece.
  let keep: [String]

  /// Seconds that a piece is shown at least.
  private static let shortest = 0.3

  /// When each event begins and ends, the first and last at the ends of a range.
  func ranges(of events: [String], within range: TimeRange) -> [TimeRange] {
    let total = events.reduce(0) { $0 + weight($1) }
    var said = 0
    var start = range.start
    return events.indices.map { index in
      said += weight(events[index])
      let end =
        index == events.count - 1
        ? range.end : min(range.end, max(start + rate.frame, time(said, of: total)))
      defer { start = end }
      return TimeRange(from: start, to: end)
    }
  }

  /// The words of one event with their times, in seconds after its beginning.
  func words(of event: String, in range: TimeRange) -> [LayerWord] {
    let pieces = pieces(of: event)
    let total = max(1, pieces.reduce(0) { $0 + weight($1) })
    let spoken = range.clamped(to: voice)
    var said = 0
    var words: [LayerWord] = []
    for piece in pieces {
      let at = spoken.start + spoken.duration * Rational(Int64(said), Int64(total)) - range.start
      said += weight(piece)
      let time = max(Time.zero, at).snapped(to: rate)
      if let last = words.last, (time - last.at).decimal < Self.shortest, !endsClause(last.text) {
        words[words.count - 1].text += piece
      } else {
        words.append(LayerWord(text: piece, at: time))
      }
    }
    return words
  }

  private func weight(_ text: String) -> Int { max(1, SyllableCount.of(text)) }

  private func time(_ said: Int, of total: Int) -> Time {
    (voice.start + voice.duration * Rational(Int64(said), Int64(max(1, total))))
      .snapped(to: rate)
  }

  private func endsClause(_ text: String) -> Bool {
    text.last.map { "，。！？；：,.!?;、".contains($0) } ?? false
  }

  /// The event's pieces, those of a kept word joined.
  private func pieces(of event: String) -> [String] {
    var result: [String] = []
    var rest = Substring(event)
    var plain = ""
    while let letter = rest.first {
      let word = keep.filter { $0.count > 1 && rest.hasPrefix($0) }.max { $0.count < $1.count }
      if let word {
        result += WordTokens.of(plain) + [word]
        plain = ""
        rest = rest.dropFirst(word.count)
      } else {
        plain.append(letter)
        rest = rest.dropFirst()
      }
    }
    result += WordTokens.of(plain)
    // Marks and spaces alone go with the piece before them.
    return result.reduce(into: []) { pieces, piece in
      let isMark = SyllableCount.of(piece) == 0
      if isMark, !pieces.isEmpty {
        pieces[pieces.count - 1] += piece
      } else {
        pieces.append(piece)
      }
    }
  }
}

extension TimeRange {
  /// The part of the range within another; its own beginning where they do not meet.
  fileprivate func clamped(to other: TimeRange) -> TimeRange {
    let from = max(start, other.start)
    let to = min(end, other.end)
    return from < to ? TimeRange(from: from, to: to) : TimeRange(start: start, duration: .zero)
  }
}
