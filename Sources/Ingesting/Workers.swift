import Dispatch
import Foundation

/// A flag that one thread raises and others see.
final class CancelFlag: @unchecked Sendable {
  private let lock = NSLock()
  private var isRaised = false

  var isCancelled: Bool { lock.withLock { isRaised } }

  func cancel() { lock.withLock { isRaised = true } }
}

/// Threads for work that blocks, so that it never stands on the cooperative pool.
struct Workers {
  private let queue = DispatchQueue(label: "shopreel.ingest", attributes: .concurrent)
  private let count: Int

  init(count: Int) { self.count = max(1, count) }

  /// Answers in the order of the items; at most `count` run at a time.
  ///
  /// - Throws: `CancellationError` when the task was cancelled; running work sees the flag.
  func map<Item: Sendable, Answer: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item, CancelFlag) -> Answer
  ) async throws -> [Answer] {
    let flag = CancelFlag()
    return try await withTaskCancellationHandler {
      try await withThrowingTaskGroup(of: (Int, Answer).self) { group in
        var answers = [Answer?](repeating: nil, count: items.count)
        var next = 0
        func start() {
          guard next < items.count, !flag.isCancelled else { return }
          let (index, item) = (next, items[next])
          next += 1
          group.addTask { (index, await self.run { body(item, flag) }) }
        }
        for _ in 0..<count { start() }
        while let (index, answer) = try await group.next() {
          answers[index] = answer
          start()
        }
        try Task.checkCancellation()
        return answers.compactMap { $0 }
      }
    } onCancel: {
      flag.cancel()
    }
  }

  private func run<Answer: Sendable>(_ body: @escaping @Sendable () -> Answer) async -> Answer {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: body()) }
    }
  }
}

/// Counts from 1 across threads.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}
