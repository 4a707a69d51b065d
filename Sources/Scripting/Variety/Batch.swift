import Model

/// The scripts of one night, each far enough from all before it.
struct Batch {
  /// Least distance between two scripts, 0…1.
  let least: Double
  private(set) var scripts: [Script] = []
  private var index = NeighbourIndex()
  private var nearest: [(place: Int, distance: Double)?] = []
  private var replaced = 0
  private var near: [Variety.Pair] = []

  /// Attempts at a script that is too near, before the farthest is kept.
  private static let attempts = 4

  init(least: Double) { self.least = least }

  /// Takes a script, or another one in its place when it is too near to one that is there.
  mutating func take(_ written: ScriptDesk.Written, rewriting: (Int) -> Script?) {
    var best = written.script
    var print = TextPrint(of: best)
    var found = index.nearest(to: print)
    if let first = found, first.distance < least, best.hook != "team" {
      for attempt in 0..<Self.attempts where found?.distance ?? 1 < least {
        guard let other = rewriting(attempt) else { break }
        let otherPrint = TextPrint(of: other)
        let neighbour = index.nearest(to: otherPrint)
        guard neighbour?.distance ?? 1 > found?.distance ?? 1 else { continue }
        (best, print, found) = (other, otherPrint, neighbour)
      }
      if found?.distance ?? 1 > first.distance { replaced += 1 }
    }
    if let found, found.distance < least {
      near.append(
        Variety.Pair(
          script: best.id, other: scripts[found.place].id, distance: found.distance.rounded3))
    }
    index.add(print)
    nearest.append(found)
    scripts.append(best)
  }

  /// How unlike the scripts are.
  var variety: Variety {
    func share<Value: Hashable>(_ values: [Value]) -> Double {
      values.isEmpty ? 1 : (Double(Set(values).count) / Double(values.count)).rounded3
    }
    let distances = nearest.map { $0?.distance ?? 1 }.sorted()
    var sentences: [String: Int] = [:]
    for beat in scripts.flatMap(\.beats) where !beat.voice.isEmpty {
      sentences[beat.voice, default: 0] += 1
    }
    let repeated = sentences.filter { $0.value > 1 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(20)
    return Variety(
      scripts: scripts.count, distinctHooks: share(scripts.compactMap(\.beats.first?.voice)),
      distinctTexts: share(scripts.map { $0.beats.map(\.voice) }), least: least,
      nearest: distances.first?.rounded3 ?? 1,
      median: distances.isEmpty ? 1 : distances[distances.count / 2].rounded3, replaced: replaced,
      near: near, repeated: repeated.map { Variety.Sentence(text: $0.key, count: $0.value) })
  }

  /// A script's nearest neighbour among those before it.
  func neighbour(at place: Int) -> (id: String, distance: Double)? {
    nearest[place].map { (scripts[$0.place].id, $0.distance) }
  }
}

extension Double {
  fileprivate var rounded3: Double { (self * 1000).rounded() / 1000 }
}
