import Foundation
import Synchronization

/// Does a list of pieces of work on a few threads.
struct Lanes {
  var count: Int

  /// Runs `work` on every item, the next item going to whichever thread is free; ends early after
  /// the first error and throws it.
  func run<Item: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (Item) throws -> Void
  ) throws {
    let state = Mutex((next: 0, failure: nil as (any Error)?))
    DispatchQueue.concurrentPerform(iterations: max(1, min(count, items.count))) { _ in
      while let item = state.withLock({ state -> Item? in
        guard state.failure == nil, state.next < items.count else { return nil }
        state.next += 1
        return items[state.next - 1]
      }) {
        do { try work(item) } catch {
          state.withLock { $0.failure = $0.failure ?? error }
        }
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }
}
