/// Finds texts like a given one among thousands, without comparing all with all.
///
/// MinHash in bands: two texts that share half of what they say meet in some band with 19 chances
/// in 20, two that share seven tenths all but always.
struct NeighbourIndex {
  private static let bands = 21
  private static let rows = 3
  /// Texts that one band remembers under one key; what more would say is said by these already.
  private static let most = 64

  private var buckets: [UInt64: [Int32]] = [:]
  private(set) var prints: [TextPrint] = []

  /// The nearest text that is known, and how far it is.
  func nearest(to print: TextPrint) -> (place: Int, distance: Double)? {
    var seen: Set<Int32> = []
    var best: (place: Int, distance: Double)?
    for key in Self.keys(of: print) {
      for place in buckets[key] ?? [] where seen.insert(place).inserted {
        let distance = print.distance(to: prints[Int(place)])
        if distance < best?.distance ?? 2 { best = (Int(place), distance) }
      }
    }
    return best
  }

  mutating func add(_ print: TextPrint) {
    let place = Int32(prints.count)
    for key in Self.keys(of: print) where buckets[key]?.count ?? 0 < Self.most {
      buckets[key, default: []].append(place)
    }
    prints.append(print)
  }

  private static func keys(of print: TextPrint) -> [UInt64] {
    guard !print.parts.isEmpty else { return [] }
    var least = [UInt64](repeating: .max, count: bands * rows)
    for part in print.parts {
      var state = part
      for place in least.indices {
        state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB &+ UInt64(place)
        least[place] = min(least[place], state ^ (state >> 31))
      }
    }
    return (0..<bands).map { band in
      (0..<rows).reduce(UInt64(band) &* 0x9E37_79B9_7F4A_7C15) { key, row in
        (key ^ least[band * rows + row]) &* 0xBF58_476D_1CE4_E5B9
      }
    }
  }
}
