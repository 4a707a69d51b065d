import Dispatch
import Foundation

/// Work on many items by several threads, its results taken in order on the caller's, a bounded
/// part of them in memory at a time.
public struct Shift: Sendable {
  private let jobs: Int
  private let count: Int
  private let part: Int

  /// - Parameter part: Items that a worker takes at once.
  public init(jobs: Int, of count: Int, part: Int = 128) {
    self.jobs = max(1, jobs)
    self.count = count
    self.part = max(1, part)
  }

  /// - Parameters:
  ///   - work: Called on any thread; nil leaves an item out.
  ///   - each: Called in order on this one.
  public func run<Result: Sendable>(
    _ work: @escaping @Sendable (Int) -> Result?, each: (Result) -> Void
  ) {
    let (count, size) = (count, part)
    let parts = (count + size - 1) / size
    guard parts > 1, jobs > 1 else {
      for item in 0..<count where !Task.isCancelled { work(item).map(each) }
      return
    }
    let desk = Desk<Result>(parts: parts, ahead: jobs * 4)
    for _ in 0..<jobs {
      DispatchQueue.global(qos: .userInitiated).async {
        while let part = desk.next() {
          let items = (part * size)..<min(count, (part + 1) * size)
          desk.put(items.compactMap(work), part)
        }
      }
    }
    for part in 0..<parts {
      for result in desk.take(part) { each(result) }
      if Task.isCancelled { return desk.stop() }
    }
  }
}

/// Where workers lay down what the caller takes up in order.
private final class Desk<Result: Sendable>: @unchecked Sendable {
  // Everything below is touched under the condition's lock alone.
  private let condition = NSCondition()
  private let parts: Int
  private let ahead: Int
  private var begun = 0
  private var taken = 0
  private var done: [Int: [Result]] = [:]

  init(parts: Int, ahead: Int) {
    self.parts = parts
    self.ahead = ahead
  }

  /// The next part to work on, once the caller is near enough; nil when none is left.
  func next() -> Int? {
    condition.withLock {
      while begun < parts, begun >= taken + ahead { condition.wait() }
      guard begun < parts else { return nil }
      begun += 1
      return begun - 1
    }
  }

  func put(_ results: [Result], _ part: Int) {
    condition.withLock {
      done[part] = results
      condition.broadcast()
    }
  }

  func take(_ part: Int) -> [Result] {
    condition.withLock {
      while true {
        if let results = done.removeValue(forKey: part) {
          taken = part + 1
          condition.broadcast()
          return results
        }
        condition.wait()
      }
    }
  }

  /// No further part is begun.
  func stop() {
    condition.withLock {
      begun = parts
      condition.broadcast()
    }
  }
}
