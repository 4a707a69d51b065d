import Dispatch
import Synchronization

/// Runs work that blocks on threads of our own, at most some items at once, results in input order.
///
/// A cancelled task begins no further item and has no results for those.
public enum Workers {
  /// - Parameter body: Gets an item and a question it should ask now and then: whether to stop.
  public static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int,
    _ body: @escaping @Sendable (Item, @escaping @Sendable () -> Bool) -> Result
  ) async -> [Result] {
    let flag = Flag()
    return await withTaskCancellationHandler {
      await withTaskGroup(of: (Int, Result).self) { group in
        var results = [Result?](repeating: nil, count: items.count)
        var next = 0
        while next < min(jobs, items.count) {
          start(next)
          next += 1
        }
        while let (index, result) = await group.next() {
          results[index] = result
          if next < items.count, !flag.isRaised {
            start(next)
            next += 1
          }
        }
        return results.compactMap { $0 }

        func start(_ index: Int) {
          let item = items[index]
          group.addTask { (index, await onOurThread { body(item) { flag.isRaised } }) }
        }
      }
    } onCancel: {
      flag.raise()
    }
  }

  private static let queue = DispatchQueue(
    label: "shopreel.workers", qos: .userInitiated, attributes: .concurrent)

  static func onOurThread<Result: Sendable>(
    _ body: @escaping @Sendable () -> Result
  ) async -> Result {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: body()) }
    }
  }

  /// Raised once, from any thread.
  private final class Flag: Sendable {
    private let raised = Mutex(false)
    var isRaised: Bool { raised.withLock { $0 } }
    func raise() { raised.withLock { $0 = true } }
  }
}
