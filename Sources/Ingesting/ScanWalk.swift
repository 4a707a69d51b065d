import Media
import Model
import Timing

/// The way through a clip whose key frames are known: from one to the next, finely or coarsely.
struct ScanWalk {
  /// From one key frame to another about a second behind it.
  private struct Stride {
    var key: GrayReader.KeyFrame
    /// The next stride's key frame; nil at the end of the clip.
    var end: Time?
  }

  /// Seconds between pictures that are searched where nothing is expected.
  static let pace = 1.0
  /// Key frames farther apart than this are no help: a slate could stand between two.
  private static let farthest = 1.6
  /// Every so many strides one is measured finely, so that shake is seen.
  private static let burst = 4
  /// Seconds behind a slate in which the picture settles.
  private static let settling = 2.0

  private let reader: GrayReader
  private let policy: IngestPolicy.Slates
  private let step: Time
  private let end: Double
  private var strides: [Stride] = []

  /// Nil for a clip that is best read from one end to the other.
  init?(_ reader: GrayReader, policy: IngestPolicy.Slates, end: Time?) {
    guard let end, policy.step <= ScanWalk.pace / 2, let first = reader.keys.first,
      first.time.decimal < policy.step
    else { return nil }
    self.reader = reader
    self.policy = policy
    self.end = end.decimal
    step = Time(decimal: policy.step)
    var open = first
    var last = first.time.decimal
    for (place, key) in reader.keys.enumerated().dropFirst() {
      let time = key.time.decimal
      guard time - last <= ScanWalk.farthest else { return nil }
      last = time
      // A stride is as near to the pace as the key frames allow.
      let next = reader.keys.dropFirst(place + 1).first?.time.decimal ?? time
      let start = open.time.decimal
      if time - start >= ScanWalk.pace - policy.step / 2 || next - start > ScanWalk.farthest {
        strides.append(Stride(key: open, end: key.time))
        open = key
      }
    }
    strides.append(Stride(key: open, end: nil))
    // What the index does not have has to be read.
    guard self.end - last <= max(ScanWalk.farthest, policy.tail) else { return nil }
  }

  func run(
    _ pass: inout ScanPass, _ progress: (Double) -> Void, _ isCancelled: () -> Bool
  ) throws {
    var wasFine = true
    for index in strides.indices {
      if isCancelled() { return }
      progress(Double(index) / Double(strides.count))
      let known = pass.lastSeen
      var fine = isFine(index, pass)
      if !fine {
        _ = try reader.read(strides[index].key) {
          pass.add($1, at: $0, tint: reader.tint)
          return true
        }
        fine = pass.lastSeen != known
      }
      if fine { try readFinely(strides[index], &pass) }
      if pass.lastSeen != known, !wasFine { try lookBack(strides[index - 1], &pass) }
      wasFine = fine
    }
  }

  private func readFinely(_ stride: Stride, _ pass: inout ScanPass) throws {
    _ = try reader.read(from: stride.key, before: stride.end, every: step) {
      pass.add($1, at: $0, tint: reader.tint)
      return true
    }
  }

  /// Finds where a slate begins that the stride before has not shown at its key frame.
  private func lookBack(_ stride: Stride, _ pass: inout ScanPass) throws {
    _ = try reader.read(from: stride.key, before: stride.end, every: step) {
      pass.search($1, at: $0)
      return true
    }
  }

  private func isFine(_ index: Int, _ pass: ScanPass) -> Bool {
    let start = strides[index].key.time.decimal
    let stop = strides[index].end?.decimal ?? end
    if index % ScanWalk.burst == 0 || strides[index].end == nil || stop > end - policy.tail {
      return true
    }
    if let seen = pass.lastSeen?.decimal { return start - seen <= ScanWalk.settling }
    return start < policy.head
  }
}
