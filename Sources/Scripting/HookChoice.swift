import Model

/// How one variant opens.
struct HookPick: Hashable {
  var id: String
  var copy: Copy
  /// Key of the shot it opens on.
  var shot: String?
  /// The claim that answers it, which must be among the points.
  var answer: Copy?
  var usesPain = false
  var usesQuestion = false
  var usesSales = false
  var isTeam = false
}

/// Chooses hooks: those whose data is there, by weight with a seeded shake, the team's own first.
struct HookChoice {
  /// Hooks that could be said, best first, at most as many as there are variants.
  static func picks(for brief: Brief, from hooks: [HookType]) -> [HookPick] {
    var result: [HookPick] = []
    if let team = teamHook(brief) { result.append(team) }
    let asked = brief.settings.hooks
    let pool = hooks.filter { asked.isEmpty || asked.contains($0.id) }
    let variants = min(max(1, brief.settings.variants), 12)
    for hook in ranked(pool, brief) where result.count < variants {
      if let pick = pick(hook, brief) { result.append(pick) }
    }
    if result.isEmpty {
      for hook in ranked(hooks, brief) where result.isEmpty {
        if let pick = pick(hook, brief) { result.append(pick) }
      }
    }
    return result
  }

  private static func teamHook(_ brief: Brief) -> HookPick? {
    let lineless = brief.product.team?.shots.first?.line
    guard let raw = brief.product.team?.hook ?? lineless else { return nil }
    let field = brief.product.team?.hook == nil ? "team.shots[0].line" : "team.hook"
    let text = raw.plainCopy
    guard !text.isEmpty, brief.gatekeeper.passes(text) else { return nil }
    let source = brief.cell(field)
    return HookPick(id: "team", copy: Copy(text, field: field, source: source), isTeam: true)
  }

  private static func ranked(_ hooks: [HookType], _ brief: Brief) -> [HookType] {
    let scored = hooks.filter { isEligible($0, brief) }.map {
      (hook: $0, score: $0.weight + 5 * brief.choice.fraction(for: "hook.\($0.id)"))
    }
    return scored.sorted { ($1.score, $0.hook.id) < ($0.score, $1.hook.id) }.map(\.hook)
  }

  private static func isEligible(_ hook: HookType, _ brief: Brief) -> Bool {
    guard hook.orientations.contains(brief.orientation) else { return false }
    return hook.needs.allSatisfy { need in
      switch need {
      case .slot(let name): brief.slots[name] != nil
      case .points(let count): brief.claims.points.count >= count
      case .asset(let asset): brief.assets.has(asset) && (brief.isFilmed || asset != .sample)
      case .shot(let tag): brief.shots.contains { $0.tags.contains(tag) }
      }
    }
  }

  /// The hook with its words, or nil when none of its lines is short and clean enough.
  private static func pick(_ hook: HookType, _ brief: Brief) -> HookPick? {
    var slots = brief.slots
    var shot: ShotRule?
    if let tag = hook.shot {
      let shots = brief.choice.order(
        brief.shots.filter { $0.tags.contains(tag) }, for: "hook.\(hook.id).shot")
      shot = shots.first { $0.calls[brief.locale] != nil } ?? shots.first
      let calls = brief.choice.order(
        shot?.calls[brief.locale] ?? [], for: "hook.\(hook.id).call")
      slots["call"] = Pattern.fill(calls, from: slots).first
    }
    let limit = brief.locale == .zh ? 13 : 8
    let patterns = brief.choice.order(hook.lines[brief.locale] ?? [], for: "hook.\(hook.id).line")
    let copies = Pattern.fill(patterns, from: slots).filter {
      brief.clock.units($0.text) <= limit && brief.clock.tenths($0.text) <= 33
    }
    guard let copy = copies.first(where: { brief.gatekeeper.passes($0.text) }) else { return nil }
    let pain = hook.needs.contains(.slot("pain"))
    let question = hook.needs.contains(.slot("question"))
    let key = pain ? "pain" : question ? "question" : ""
    let own = hook.shot == "pain" ? brief.claims.painShot : nil
    return HookPick(
      id: hook.id, copy: copy, shot: own ?? shot?.key, answer: brief.claims.answers[key],
      usesPain: pain, usesQuestion: question, usesSales: hook.needs.contains(.slot("sales")))
  }
}
