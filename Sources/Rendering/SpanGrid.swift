/// Where a timeline is cut into spans: at every picture cut, and where a layer comes or goes if both
/// sides stay long enough to be worth a key frame.
struct SpanGrid {
  /// Pictures that a span holds at least, unless its shot is shorter.
  let shortest: Int
  /// Pictures that a span holds at most.
  let longest: Int

  /// A stretch of one shot.
  struct Cell: Hashable {
    let shot: Int
    let frames: Range<Int>
  }

  /// - Parameters:
  ///   - shots: Where each shot stands, in pictures, end to end.
  ///   - changes: Where layers come and go, those first whose change is likeliest to be asked for.
  func cells(shots: [Range<Int>], changes: [Int]) -> [Cell] {
    shots.enumerated().flatMap { index, shot in
      pieces(of: shot, changes).map { Cell(shot: index, frames: $0) }
    }
  }

  private func pieces(of shot: Range<Int>, _ changes: [Int]) -> [Range<Int>] {
    guard !shot.isEmpty else { return [] }
    var borders = [shot.lowerBound, shot.upperBound]
    for change in changes where shot.contains(change) {
      if borders.allSatisfy({ abs($0 - change) >= shortest }) { borders.append(change) }
    }
    borders.sort()
    return zip(borders, borders.dropFirst()).flatMap { evenly($0..<$1) }
  }

  /// Equal parts no longer than a span may be.
  private func evenly(_ range: Range<Int>) -> [Range<Int>] {
    let parts = (range.count + longest - 1) / max(1, longest)
    return (0..<parts).map { part in
      range.lowerBound + range.count * part / parts..<range.lowerBound + range.count * (part + 1)
        / parts
    }
  }
}
