import Diagnostics
import Model

/// Writes one product's scripts at a time; many desks' worth of products at once.
struct ScriptDesk: Sendable {
  let stage: ScriptStage
  let general: Playbook
  let input: ScriptInput
  let groups: [PlatformGroup]
  let shelf: Shelf

  /// One product's scripts, and what was found in its words.
  struct Result: Sendable {
    var scripts: [Written]
    var diagnostics: [Diagnostic]
  }

  /// A script and where it was written, for writing it once more.
  struct Written: Sendable {
    var script: Script
    var product: Int
    var group: Int
    /// Which of the group's variants it is.
    var number: Int
  }

  /// Attempts at a variant before the least near one is kept.
  private static let attempts = 6

  func scripts(at place: Int) -> Result {
    var result = Result(scripts: [], diagnostics: [])
    var prints: [TextPrint] = []
    var ids: Set<String> = []
    let clean = CleanTexts(
      gate: input.gate, product: input.products[place],
      platforms: groups.flatMap(\.platforms).map(\.id))
    for group in groups.indices {
      guard let table = table(place, group, clean, &result.diagnostics) else { continue }
      var planner = table.planner
      for number in 0..<min(max(1, input.settings.variants), 20) {
        let (plan, script) = unlike(prints, table, planner)
        guard let script else { break }
        planner.take(plan)
        prints.append(TextPrint(of: script))
        result.scripts.append(
          Written(
            script: script.named(apartFrom: &ids), product: place, group: group, number: number))
      }
    }
    return result
  }

  /// The first attempt that is far enough from all before it, or the farthest.
  private func unlike(
    _ prints: [TextPrint], _ table: Table, _ planner: VariantPlanner
  ) -> (VariantPlan, Script?) {
    var best: (plan: VariantPlan, script: Script, distance: Double)?
    for attempt in 0..<Self.attempts {
      let plan = planner.next(attempt: attempt)
      let script = ScriptPlanner(plan, notes: table.notes(plan)).script()
      let print = TextPrint(of: script)
      let distance = prints.map { print.distance(to: $0) }.min() ?? 1
      if distance > best?.distance ?? -1 { best = (plan, script, distance) }
      if distance >= input.settings.distance || plan.hook.isTeam { break }
    }
    return (best?.plan ?? planner.next(), best?.script)
  }

  /// Writes a script once more, other words and another opening, for one too near to another's.
  func rewriting(_ written: Written) -> (Int) -> Script? {
    { attempt in
      var ignored: [Diagnostic] = []
      guard let table = table(written.product, written.group, nil, &ignored) else { return nil }
      var planner = table.planner
      for _ in 0..<written.number { planner.take(planner.next()) }
      let plan = planner.next(attempt: 100 + attempt)
      var script = ScriptPlanner(plan, notes: table.notes(plan)).script()
      script.id = written.script.id
      return script
    }
  }

  private struct Table {
    var planner: VariantPlanner
    var choice: FormatChoice
    var others: [String]

    func notes(_ plan: VariantPlan) -> [String] {
      choice.notes(on: plan.brief.format, plan.brief.locale) + others
    }
  }

  /// What the scripts of one product for one group are planned from; nil where no format serves.
  private func table(
    _ place: Int, _ group: Int, _ clean: CleanTexts?, _ diagnostics: inout [Diagnostic]
  ) -> Table? {
    let product = input.products[place]
    let group = groups[group]
    let playbook = stage.playbooks[product.category] ?? general
    let assets = input.assets[product.sku] ?? ProductAssets()
    let gatekeeper = Gatekeeper(
      gate: input.gate, product: product, platforms: group.platforms.map(\.id),
      brand: input.brand, clean: clean)
    let claims = ClaimBook(
      product: product, playbook: playbook, brand: input.brand, gatekeeper: gatekeeper,
      priced: group.priced, shelf: shelf)
    diagnostics += claims.diagnostics
    let asked = input.settings.formats.filter { id in stage.formats.contains { $0.id == id } }
    guard
      let chosen = FormatChoice(
        of: stage.formats, for: product, assets, claims, group, asked: asked)
    else {
      diagnostics.append(
        Diagnostic(
          .warning,
          "no format preset serves \(group.orientation.rawValue): no script for '\(product.sku)'",
          at: Position(file: product.source.file, line: product.source.row)))
      return nil
    }
    let brief = Brief(
      product: product, assets: assets, playbook: playbook, orientation: group.orientation,
      platforms: group.platforms, priced: group.priced, tone: group.tone,
      settings: input.settings, gatekeeper: gatekeeper, claims: claims,
      notices: input.notices(product, group.platforms),
      format: chosen.formats[0], angle: nil,
      choice: SeededChoice(seed: input.settings.seed, sku: product.sku)
        .salted(group.tone.id == Tone.plain.id ? "" : group.tone.id))
    return Table(
      planner: VariantPlanner(brief, formats: chosen.formats, hooks: stage.hooks),
      choice: chosen, others: group.localeNotes(product.locale))
  }
}

extension Script {
  /// The script under an id that none before it has: with its angle, then with a number.
  func named(apartFrom ids: inout Set<String>) -> Script {
    var script = self
    var names = [id] + (angle.map { ["\(id)-\($0)"] } ?? [])
    names += (2...40).map { "\(id)-\($0)" }
    script.id = names.first { !ids.contains($0) } ?? id
    ids.insert(script.id)
    return script
  }
}
