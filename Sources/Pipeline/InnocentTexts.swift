import Gating
import Synchronization

/// Texts that no rule could block, remembered: a catalogue says the same of many products.
final class InnocentTexts: Sendable {
  private static let most = 100_000
  private let gate: Gate
  private let known = Mutex<Set<String>>([])

  init(_ gate: Gate) { self.gate = gate }

  func contains(_ text: String) -> Bool {
    if known.withLock({ $0.contains(text) }) { return true }
    guard gate.neverBlocks(text) else { return false }
    known.withLock { if $0.count < InnocentTexts.most, text.utf8.count < 60 { $0.insert(text) } }
    return true
  }
}
