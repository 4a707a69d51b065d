import Foundation
import Synchronization

/// Tells a person what goes on, on standard error: a bar with rate and time left on a terminal, a
/// line an item elsewhere.
public final class Reporter: Sendable {
  public enum Loudness: Sendable { case quiet, normal, verbose }

  private struct State {
    var verb: Verb?
    var total = 0
    var done = 0
    var start = ContinuousClock.now
    var barIsShown = false
  }

  private let loudness: Loudness
  private let isTerminal: Bool
  private let state = Mutex(State())

  public init(_ loudness: Loudness) {
    self.loudness = loudness
    isTerminal = isatty(2) == 1
  }

  func begin(_ verb: Verb, items: Int) {
    state.withLock {
      $0 = State(verb: verb, total: items, done: 0, start: .now)
    }
  }

  /// One item is done; named on a line of its own where there is no bar.
  func item(_ name: String, _ outcome: String) {
    guard loudness != .quiet else { return }
    state.withLock { state in
      state.done += 1
      guard let verb = state.verb else { return }
      if isTerminal {
        write("\r\u{1B}[K\(bar(state)) \(name.suffix(44))")
        state.barIsShown = true
      } else {
        write("[\(state.done)/\(state.total)] \(verb.rawValue) \(name): \(outcome)\n")
      }
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
    let elapsed = Double((ContinuousClock.now - state.start).components.seconds) + 0.001
    let rate = Double(state.done) / elapsed
    let left = rate > 0 ? Int(Double(state.total - state.done) / rate) : 0
    let filled = state.total > 0 ? 20 * state.done / state.total : 20
    let blocks = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    let pace = String(format: "%.1f/s", rate)
    return
      "\(state.verb?.rawValue ?? "") \(blocks) \(state.done)/\(state.total) \(pace) \(left)s left"
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
