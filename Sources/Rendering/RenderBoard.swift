import Synchronization
import Threading

/// What a batch of drafts waits for: parts are asked for once however many drafts want them, and a
/// draft is joined as soon as its last part is there.
final class RenderBoard: Sendable {
  private struct Entry {
    var plan: DraftPlan
    var missing: Set<String>
    var origins: [String: RenderedPart.Origin] = [:]
    var timings: [String: Double]
    /// How often its parts went lost between making and joining.
    var losses = 0
    /// Whether a worker is putting it together.
    var isJoining = false
  }

  private struct State {
    var entries: [String: Entry] = [:]
    /// Drafts that wait for a part, the one it was asked for first; by key.
    var wanted: [String: [String]] = [:]
    /// Which draft a part of this batch was made for, by key.
    var makers: [String: String] = [:]
  }

  private let state = Mutex(State())
  private let store: any PartStore

  init(store: any PartStore) { self.store = store }

  /// Enters a draft.
  ///
  /// - Returns: The parts that somebody has to make now; empty when others make them already or
  ///   all are there.
  func enter(_ plan: DraftPlan, timings: [String: Double]) -> [PartWork] {
    state.withLock { state in
      var entry = Entry(plan: plan, missing: [], timings: timings)
      return ask(plan.parts, for: &entry, &state)
    }
  }

  /// Asks for a draft's sound before the draft is entered.
  ///
  /// - Returns: Whether the caller has to make it.
  func reserve(_ part: PlannedPart, for name: String) -> Bool {
    state.withLock { state in
      let key = part.recipe.key
      guard state.wanted[key] == nil, !store.contains(key) else { return false }
      state.wanted[key] = []
      state.makers[key] = name
      return true
    }
  }

  private func ask(_ parts: [PlannedPart], for entry: inout Entry, _ state: inout State)
    -> [PartWork]
  {
    let name = entry.plan.name
    var works: [PartWork] = []
    for part in parts {
      let key = part.recipe.key
      if state.wanted[key] != nil {
        entry.missing.insert(key)
        state.wanted[key]?.append(name)
      } else if !store.contains(key) {
        entry.missing.insert(key)
        state.wanted[key] = [name]
        state.makers[key] = name
        works.append(part.work)
      }
      entry.origins[key] =
        state.makers[key].map { $0 == name ? .made : .shared(with: $0) } ?? .stored
    }
    state.entries[name] = entry
    return works
  }

  /// Whether a draft can be joined.
  func isReady(_ name: String) -> Bool {
    state.withLock { $0.entries[name]?.missing.isEmpty ?? false }
  }

  /// Notes that a part is in the store, or why it is not.
  ///
  /// - Returns: Names of drafts that can be joined now, and drafts that failed for want of it.
  func settle(_ key: String, _ failure: RenderError?) -> (
    ready: [String], failed: [(DraftPlan, RenderError)]
  ) {
    state.withLock { state in
      let names = state.wanted.removeValue(forKey: key) ?? []
      if let failure {
        let lost = names.compactMap { state.entries.removeValue(forKey: $0) }
        return ([], lost.map { ($0.plan, failure) })
      }
      let ready = names.filter { name in
        guard state.entries[name]?.missing.remove(key) != nil else { return false }
        return state.entries[name]?.missing.isEmpty ?? false
      }
      return (ready, [])
    }
  }

  /// Takes a draft up to join it; nil when another worker has done so.
  func take(_ name: String) -> (
    plan: DraftPlan, origins: [String: RenderedPart.Origin], timings: [String: Double]
  )? {
    state.withLock { state in
      guard let entry = state.entries[name], entry.missing.isEmpty, !entry.isJoining else {
        return nil
      }
      state.entries[name]?.isJoining = true
      return (entry.plan, entry.origins, entry.timings)
    }
  }

  func remove(_ name: String) {
    state.withLock { _ = $0.entries.removeValue(forKey: name) }
  }

  /// Enters a draft's plan in another form.
  ///
  /// - Returns: The parts that somebody has to make now.
  func replace(_ plan: DraftPlan) -> [PartWork] {
    state.withLock { state in
      guard var entry = state.entries[plan.name] else { return [] }
      let known = Set(entry.plan.parts.map(\.recipe.key))
      entry.plan = plan
      entry.isJoining = false
      return ask(plan.parts.filter { !known.contains($0.recipe.key) }, for: &entry, &state)
    }
  }

  /// Enters a draft again whose parts were damaged or gone when it was to be joined.
  ///
  /// - Returns: The parts to make; nil when they go lost again and again.
  func mend(_ name: String, lost: Set<String>) -> [PartWork]? {
    state.withLock { state in
      guard var entry = state.entries[name], entry.losses < 3 else { return nil }
      entry.losses += 1
      entry.isJoining = false
      for key in lost { state.makers[key] = nil }
      let parts = entry.plan.parts.filter { lost.contains($0.recipe.key) }
      let works = ask(parts, for: &entry, &state)
      for key in lost { state.entries[name]?.origins[key] = .mended }
      return works
    }
  }
}

extension DraftPlan {
  /// The draft's name within a batch.
  var name: String { request.name }
}
