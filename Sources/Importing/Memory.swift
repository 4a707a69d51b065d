import Synchronization

/// What was read from a text, kept for the next cell that says the same.
final class Memory<Value: Sendable>: Sendable {
  private static var most: Int { 50_000 }
  private let values = Mutex<[String: Value]>([:])

  /// - Parameter read: Called when the text is new, or too long to be kept.
  func value(of text: String, _ read: () -> Value) -> Value {
    if let known = values.withLock({ $0[text] }) { return known }
    let value = read()
    if text.utf8.count < 120 {
      values.withLock { if $0.count < Memory.most { $0[text] = value } }
    }
    return value
  }
}
