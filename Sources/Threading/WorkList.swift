import Dispatch
import Foundation

/// Work that may grow while it is being done: what is added in front is done first.
public final class WorkList<Work: Sendable>: @unchecked Sendable {
  // Everything below is touched under the condition's lock alone.
  private let condition = NSCondition()
  private var waiting: [Work] = []
  private var running = 0
  private var idle = 0
  private var isStopped = false

  public init() {}

  /// Adds work before all that waits, in the order given.
  public func addInFront(_ work: [Work]) {
    condition.withLock {
      waiting.insert(contentsOf: work, at: 0)
      condition.broadcast()
    }
  }

  /// Adds work behind all that waits.
  public func add(_ work: [Work]) {
    condition.withLock {
      waiting.append(contentsOf: work)
      condition.broadcast()
    }
  }

  /// Hands work to a worker that has nothing to do.
  ///
  /// - Returns: False when all are busy; the work is then not taken.
  public func offer(_ work: Work) -> Bool {
    condition.withLock {
      guard idle > waiting.count, !isStopped else { return false }
      waiting.insert(work, at: 0)
      condition.broadcast()
      return true
    }
  }

  /// Does the work on threads of our own, and returns when none is left and none is running.
  ///
  /// A cancelled task begins no further work.
  ///
  /// - Parameter body: Gets an item and a question it should ask now and then: whether to stop.
  public func run(
    jobs: Int, _ body: @escaping @Sendable (Work, @escaping @Sendable () -> Bool) -> Void
  ) async {
    await withTaskCancellationHandler {
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<max(1, jobs) {
          group.addTask {
            await Workers.onOurThread {
              while let work = self.next() {
                body(work) { self.condition.withLock { self.isStopped } }
                self.finished()
              }
            }
          }
        }
      }
    } onCancel: {
      condition.withLock {
        isStopped = true
        condition.broadcast()
      }
    }
  }

  private func next() -> Work? {
    condition.withLock {
      idle += 1
      while waiting.isEmpty, running > 0, !isStopped { condition.wait() }
      idle -= 1
      guard !waiting.isEmpty, !isStopped else { return nil }
      running += 1
      return waiting.removeFirst()
    }
  }

  private func finished() {
    condition.withLock {
      running -= 1
      condition.broadcast()
    }
  }
}
