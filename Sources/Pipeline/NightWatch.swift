import Foundation
import Model
import Rendering
import Synchronization
import Timing
import Workspace

/// Decides whether a draft may still be begun: whether time and space are left for it.
final class NightWatch: Sendable {
  private struct State {
    /// Seconds of film that are done, and that are underway.
    var done = 0.0
    var underway: [String: Double] = [:]
    var ended: Set<String> = []
    var left: [StageReport.Failure] = []
  }

  private let start: Date
  private let until: Date?
  private let now: @Sendable () -> Date
  private let space: @Sendable () -> (free: Int, whole: Int)?
  private let state = Mutex(State())

  init(
    until: Date?, now: @escaping @Sendable () -> Date = { Date() },
    space: @escaping @Sendable () -> (free: Int, whole: Int)?
  ) {
    self.until = until
    self.now = now
    self.space = space
    start = now()
  }

  /// Those that are left for the next run, with the reason.
  var left: [StageReport.Failure] { state.withLock { $0.left } }

  /// Whether a draft is begun; one that is not is remembered.
  ///
  /// - Parameters:
  ///   - seconds: How long the draft is.
  ///   - bytes: What it takes on disk at most.
  func admits(_ name: String, seconds: Double, bytes: Int) -> Bool {
    state.withLock { state in
      guard let reason = reason(state, seconds, bytes) else {
        state.underway[name] = seconds
        return true
      }
      state.left.append(.init(name, reason))
      return false
    }
  }

  /// A draft is done, or has failed.
  func finished(_ name: String) {
    state.withLock { state in
      state.ended.insert(name)
      state.done += state.underway.removeValue(forKey: name) ?? 0
    }
  }

  /// Names those of a batch that are neither done nor named when the time is over.
  func close(_ batch: [String]) {
    state.withLock { state in
      let named = Set(state.left.map(\.item))
      state.left += batch.filter { !state.ended.contains($0) && !named.contains($0) }.map {
        .init($0, "it would not be done in time")
      }
      state.underway = [:]
    }
  }

  private func reason(_ state: State, _ seconds: Double, _ bytes: Int) -> String? {
    if let space = space() {
      let reserve = FreeSpace.reserve(of: space.whole)
      guard space.free - reserve >= bytes else {
        return "too little space: \(space.free / 1_000_000) MB are free, \(reserve / 1_000_000) MB"
          + " of them are kept, it may take \(bytes / 1_000_000) MB; make room and run again"
      }
    }
    guard let until else { return nil }
    // Of the first drafts nothing is known yet, so only the time itself counts.
    let pace = state.done > 0 ? now().timeIntervalSince(start) / state.done : 0
    let work = (state.underway.values.reduce(0, +) + seconds) * pace
    return now().addingTimeInterval(work) < until ? nil : "it would not be done in time"
  }
}

extension RenderRequest {
  /// The draft as people name it: `platform/id`.
  var place: String { "\(timeline.platform)/\(timeline.id)" }

  /// What the draft and its parts take on disk at most, at the platform's highest rates.
  var bytesAtMost: Int {
    let delivery = platform.delivery
    let kilobits = Double(delivery.maxVideoRate + delivery.audioRate)
    return 2 * Int(kilobits * 125 * timeline.duration.decimal)
  }
}
