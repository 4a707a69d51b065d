import Foundation
import Synchronization

/// Tells a person what goes on, on standard error: a bar with rate and time left on a terminal, a
/// line an item elsewhere.
public final class Reporter: Sendable {
  public enum Loudness: Sendable { case quiet, normal, verbose }

  /// How much of the work an item was.
  struct Share {
    var bytes = 0
    /// Seconds of film that were looked at.
    var seconds = 0.0
    /// Whether nothing had to be done.
    var isKept = false
  }

  private struct State {
    var verb: Verb?
    var total = 0
    var done = 0
    /// Of all items that are not kept; 0 where their sizes are not known.
    var bytes = 0
    var bytesDone = 0
    /// Of items that are not done yet.
    var underway: [String: Int] = [:]
    var made = 0
    var seconds = 0.0
    var start = ContinuousClock.now
    var shown = ContinuousClock.now
    var barIsShown = false
  }

  private let loudness: Loudness
  private let isTerminal: Bool
  private let state = Mutex(State())

  public init(_ loudness: Loudness) {
    self.loudness = loudness
    isTerminal = isatty(2) == 1
  }

  /// - Parameter bytes: Of all items together, by which the time left is told; 0 where items are
  ///   alike.
  func begin(_ verb: Verb, items: Int, bytes: Int = 0) {
    state.withLock {
      $0 = State(verb: verb, total: items, bytes: bytes, start: .now)
    }
  }

  /// One item is done; named on a line of its own where there is no bar.
  func item(_ name: String, _ outcome: String, _ share: Share = Share()) {
    guard loudness != .quiet else { return }
    state.withLock { state in
      state.done += 1
      state.underway[name] = nil
      state.seconds += share.seconds
      if share.isKept {
        state.bytes -= share.bytes
      } else {
        state.bytesDone += share.bytes
        state.made += 1
      }
      guard let verb = state.verb else { return }
      if isTerminal {
        write("\r\u{1B}[K\(bar(state)) \(name.suffix(44))")
        state.barIsShown = true
      } else {
        write("[\(state.done)/\(state.total)] \(verb.rawValue) \(name): \(outcome)\n")
      }
    }
  }

  /// An item is so far; told on the bar alone, a few times a second.
  func advance(_ name: String, _ bytes: Int) {
    guard loudness != .quiet, isTerminal else { return }
    state.withLock { state in
      state.underway[name] = bytes
      guard ContinuousClock.now - state.shown > .milliseconds(200) else { return }
      write("\r\u{1B}[K\(bar(state)) \(name.suffix(44))")
      state.barIsShown = true
      state.shown = .now
    }
  }

  /// A line for everyone who is not quiet.
  public func say(_ line: String) {
    guard loudness != .quiet else { return }
    clearBar()
    write(line + "\n")
  }

  /// A line for those who asked for more.
  public func detail(_ line: String) {
    guard loudness == .verbose else { return }
    clearBar()
    write(line + "\n")
  }

  /// A fault; shown even when quiet.
  public func complain(_ line: String) {
    clearBar()
    write(line + "\n")
  }

  func end() { clearBar() }

  private func clearBar() {
    state.withLock { state in
      if state.barIsShown { write("\r\u{1B}[K") }
      state.barIsShown = false
    }
  }

  private func bar(_ state: State) -> String {
    let elapsed = max(0.001, (ContinuousClock.now - state.start) / .seconds(1))
    let isWeighed = state.bytes > 0
    let begun = state.underway.values.reduce(state.bytesDone, +)
    let (done, whole) = isWeighed ? (begun, state.bytes) : (state.done, state.total)
    let share = whole > 0 ? min(1, Double(done) / Double(whole)) : 1
    let left = share > 0 ? "\(Int(min(elapsed * (1 - share) / share, 1e7)))s left" : "…"
    let filled = Int(20 * share)
    let blocks = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    var pace = String(format: "%.1f/s", Double(isWeighed ? state.made : state.done) / elapsed)
    if state.seconds > 0 {
      pace += String(format: ", %.1f× real time", state.seconds / elapsed)
    }
    return
      "\(state.verb?.rawValue ?? "") \(blocks) \(state.done)/\(state.total) \(pace) \(left)"
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
