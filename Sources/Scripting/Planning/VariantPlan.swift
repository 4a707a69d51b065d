import Model

/// What sets one variant of a product's script apart: how it opens, how it is shown, what it leads
/// with.
struct VariantPlan {
  var hook: HookPick
  var brief: Brief
}

/// Plans variants one after the other, each as unlike those before it as the product allows.
struct VariantPlanner {
  let base: Brief
  /// Best first.
  let formats: [Format]
  let hooks: [HookType]
  private let angles: [Playbook.PointKind]
  private var used: (hooks: [String: Int], formats: [String: Int], angles: [String: Int]) =
    ([:], [:], [:])
  private var count = 0

  init(_ base: Brief, formats: [Format], hooks: [HookType]) {
    self.base = base
    self.formats = formats
    let asked = base.settings.hooks
    let pool = hooks.filter { asked.isEmpty || asked.contains($0.id) }
    self.hooks = pool.isEmpty ? hooks : pool
    angles = Self.angles(of: base)
  }

  /// Kinds of selling points that the product has, the tone's first, then by weight.
  private static func angles(of brief: Brief) -> [Playbook.PointKind] {
    var best: [Playbook.PointKind: Double] = [:]
    for point in brief.claims.points {
      best[point.kind] = max(best[point.kind] ?? 0, point.weight)
    }
    func place(_ kind: Playbook.PointKind) -> Double {
      let tone = brief.tone.points.firstIndex(of: kind).map { 20 - Double($0) * 4 } ?? 0
      return tone + (best[kind] ?? 0)
    }
    let ordered = best.keys.sorted { (place($1), $0.rawValue) < (place($0), $1.rawValue) }
    return ordered.count > 1 ? ordered : []
  }

  /// The next variant; the team's own opening comes first.
  func next(attempt: Int = 0) -> VariantPlan {
    let salt = count == 0 && attempt == 0 ? "" : "variant.\(count).\(attempt)"
    var brief = base
    brief.format = pickFormat(salt)
    brief.angle = pickAngle(salt)
    brief.choice = base.choice.salted(salt)
    let team = count == 0 && attempt == 0 ? HookPick(teamOf: brief) : nil
    return VariantPlan(hook: team ?? pickHook(brief) ?? .silent, brief: brief)
  }

  /// Takes a plan: what it used is used less by those after it.
  mutating func take(_ plan: VariantPlan) {
    count += 1
    used.hooks[plan.hook.id, default: 0] += 1
    used.formats[plan.brief.format.id, default: 0] += 1
    if let angle = plan.brief.angle { used.angles[angle.rawValue, default: 0] += 1 }
  }

  private func pickFormat(_ salt: String) -> Format {
    func worth(_ place: Int) -> Double {
      let format = formats[place]
      return Double(format.rank) / 10 - Double(used.formats[format.id] ?? 0) * 0.8
        - (salt.isEmpty ? Double(place) : 0)
    }
    let best = formats.indices.max { (worth($0), $1) < (worth($1), $0) }
    return formats[best ?? 0]
  }

  private func pickAngle(_ salt: String) -> Playbook.PointKind? {
    guard let first = angles.first else { return nil }
    guard count > 0 || !salt.isEmpty else { return first }
    let least = angles.min { a, b in
      (used.angles[a.rawValue] ?? 0) < (used.angles[b.rawValue] ?? 0)
    }
    return least
  }

  /// The best hook that is short and clean enough, by weight with a seeded shake.
  private func pickHook(_ brief: Brief) -> HookPick? {
    // Steps answer no question.
    let asking: [HookType.Need] =
      brief.format.needs.facts.contains("step")
      ? [.slot("question"), .slot("pain"), .slot("belief")] : []
    let scored = hooks.filter { hook in
      hook.isEligible(for: brief) && !hook.needs.contains(where: asking.contains)
    }.map { hook in
      let fit =
        (brief.format.hooks.contains(hook.id) ? 3.0 : 0)
        + (brief.tone.hooks.contains(hook.id) ? 4.0 : 0)
      return (
        hook: hook,
        score: hook.weight + fit + 5 * brief.choice.fraction(for: "hook.\(hook.id)")
          - 9 * Double(used.hooks[hook.id] ?? 0)
      )
    }
    let ranked = scored.sorted { ($1.score, $0.hook.id) < ($0.score, $1.hook.id) }
    return ranked.lazy.compactMap { HookPick($0.hook, for: brief) }.first
  }
}
