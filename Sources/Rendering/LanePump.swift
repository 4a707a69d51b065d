import Foundation
import Media

/// Pictures on their way from a decode to one encoder.
///
/// Whoever is free encodes: another worker when one is idle, else the decoding one itself. No more
/// than a few pictures wait, so that decoding never runs ahead of encoding.
final class LanePump: @unchecked Sendable {
  private enum State { case idle, offered, running }

  // All of it is touched under the condition's lock, `make` by one thread at a time alone.
  private let condition = NSCondition()
  private var state = State.idle
  private var waiting: [Picture] = []
  private var fault: (any Error)?
  private var isWhole = false
  private let make: (Picture) throws -> Bool

  /// Pictures that wait at most.
  private static let depth = 6

  /// - Parameter make: Takes the next picture and says whether it was the last that is needed.
  init(_ make: @escaping (Picture) throws -> Bool) { self.make = make }

  /// Takes the next picture.
  ///
  /// - Parameter offer: Finds an idle worker that will call `run`; false when there is none.
  /// - Throws: What encoding an earlier picture threw.
  func take(_ picture: Picture, offer: (LanePump) -> Bool) throws {
    condition.lock()
    if let fault {
      condition.unlock()
      throw fault
    }
    waiting.append(picture)
    if state == .idle, offer(self) {
      state = .offered
    } else if state == .idle || state == .offered && waiting.count >= LanePump.depth {
      state = .running
      condition.unlock()
      return drain()
    }
    while state == .running, waiting.count >= LanePump.depth { condition.wait() }
    condition.unlock()
  }

  /// Encodes what waits, unless somebody else has begun to.
  func run() {
    condition.lock()
    let isOurs = state == .offered
    if isOurs { state = .running }
    condition.unlock()
    if isOurs { drain() }
  }

  /// Returns when nothing waits and nobody encodes.
  ///
  /// - Returns: Whether the last picture that is needed was encoded.
  /// - Throws: What encoding a picture threw.
  func finish() throws -> Bool {
    run()
    condition.lock()
    defer { condition.unlock() }
    while state == .running { condition.wait() }
    if let fault { throw fault }
    return isWhole
  }

  /// Drops what waits, and returns when nobody encodes.
  ///
  /// - Returns: Whether the last picture that is needed was encoded.
  func abandon() -> Bool {
    condition.withLock { waiting = [] }
    return (try? finish()) ?? false
  }

  private func drain() {
    while let picture = next() {
      do {
        let isLast = try make(picture)
        if isLast { condition.withLock { isWhole = true } }
      } catch {
        condition.withLock {
          fault = error
          waiting = []
        }
      }
    }
  }

  private func next() -> Picture? {
    condition.withLock {
      defer { condition.broadcast() }
      if waiting.isEmpty {
        state = .idle
        return nil
      }
      return waiting.removeFirst()
    }
  }
}
