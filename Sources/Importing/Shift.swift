import Dispatch
import Foundation

/// Work on many items by several threads, its results taken in order, a bounded part of them in
/// memory at a time.
struct Shift {
  let jobs: Int
  let count: Int

  private static let part = 256

  init(jobs: Int, of count: Int) {
    self.jobs = max(1, jobs)
    self.count = count
  }

  /// - Parameters:
  ///   - work: Called on any thread; nil leaves an item out.
  ///   - each: Called in order on this one.
  func run<Result: Sendable>(
    _ work: @Sendable (Int) -> Result?, each: (Result) -> Void
  ) {
    let parts = jobs == 1 ? 1 : jobs * 4
    var start = 0
    while start < count, !Task.isCancelled {
      let end = min(count, start + parts * Shift.part)
      let results = Results<Result>(parts)
      let first = start
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let low = min(end, first + part * Shift.part)
        let high = min(end, low + Shift.part)
        results.set((low..<high).compactMap(work), part)
      }
      for result in results.all { each(result) }
      start = end
    }
  }
}

private final class Results<Result: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var parts: [[Result]]

  init(_ count: Int) { parts = Array(repeating: [], count: count) }

  func set(_ results: [Result], _ part: Int) { lock.withLock { parts[part] = results } }

  var all: FlattenSequence<[[Result]]> { lock.withLock { parts.joined() } }
}
