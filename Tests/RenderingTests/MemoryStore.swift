import Rendering
import Synchronization

/// A store in memory that remembers what was kept, and can be robbed and damaged.
final class MemoryStore: PartStore {
  private struct State {
    var parts: [String: [UInt8]] = [:]
    var made: [String] = []
    /// Keys that read as damaged the next time.
    var damaged: Set<String> = []
  }

  private let state = Mutex(State())

  /// Keys in the order in which they were kept, since the last `forget`.
  var made: [String] { state.withLock { $0.made } }
  var keys: [String] { state.withLock { $0.parts.keys.sorted() } }

  func contains(_ key: String) -> Bool { state.withLock { $0.parts[key] != nil } }

  func read(_ key: String) -> StoredPart {
    state.withLock { state in
      if state.damaged.remove(key) != nil {
        state.parts[key] = nil
        return .damaged
      }
      return state.parts[key].map { .whole($0) } ?? .absent
    }
  }

  func keep(_ bytes: [UInt8], under key: String) {
    state.withLock { state in
      state.parts[key] = bytes
      state.made.append(key)
    }
  }

  func forgetWhatWasMade() { state.withLock { $0.made = [] } }
  func damage(_ key: String) { state.withLock { _ = $0.damaged.insert(key) } }
  func remove(_ key: String) { state.withLock { _ = $0.parts.removeValue(forKey: key) } }
}
