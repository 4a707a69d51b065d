import Diagnostics
public import Model

/// 策划 and 文案: turns products into scripts.
///
/// Every product gets a script for each orientation its platforms have (and a second where some of
/// them allow no prices), once for each variant of the hook. Equal input gives equal scripts.
public struct ScriptStage: Stage {
  /// Playbooks by category id; `general` is used for every category that has none.
  public var playbooks: [String: Playbook]
  public var formats: [Format]
  public var hooks: [HookType]

  public init(playbooks: [Playbook], formats: [Format], hooks: [HookType]) {
    self.playbooks = Dictionary(playbooks.map { ($0.id, $0) }) { first, _ in first }
    self.formats = formats.sorted { $0.id < $1.id }
    self.hooks = hooks.sorted { $0.id < $1.id }
  }

  /// Writes the scripts, in the order of the products.
  ///
  /// - Throws: `DiagnosticsError` when there is no `general` playbook, no format or no hook.
  public func run(_ input: ScriptInput) throws -> ScriptOutput {
    guard let general = playbooks["general"], !formats.isEmpty, !hooks.isEmpty else {
      throw DiagnosticsError([
        Diagnostic(
          .error, "scripts need the category preset 'general', one format and one hook at least")
      ])
    }
    var output = ScriptOutput(scripts: [], diagnostics: settingsFaults(input.settings))
    let groups = PlatformGroup.groups(of: input.platforms)
    for product in input.products {
      let playbook = playbooks[product.category].map { $0.completed(by: general) } ?? general
      for group in groups {
        write(product, for: group, playbook, input, into: &output)
      }
    }
    output.diagnostics = output.diagnostics.reduce(into: []) { kept, one in
      if !kept.contains(one) { kept.append(one) }
    }
    return output
  }

  private func write(
    _ product: Product, for group: PlatformGroup, _ playbook: Playbook, _ input: ScriptInput,
    into output: inout ScriptOutput
  ) {
    let assets = input.assets[product.sku] ?? ProductAssets()
    let asked = input.settings.formats.filter { id in formats.contains { $0.id == id } }
    guard
      let chosen = FormatChoice(
        of: formats, for: product, assets, group.orientation, asked: asked)
    else {
      output.diagnostics.append(
        Diagnostic(
          .warning,
          "no format preset serves \(group.orientation.rawValue): no script for '\(product.sku)'",
          at: Position(file: product.source.file, line: product.source.row)))
      return
    }
    let gatekeeper = Gatekeeper(
      gate: input.gate, product: product, platforms: group.platforms.map(\.id),
      brand: input.brand)
    let claims = ClaimBook(
      product: product, playbook: playbook, brand: input.brand, gatekeeper: gatekeeper,
      priced: group.priced)
    let brief = Brief(
      product: product, assets: assets, playbook: playbook, orientation: group.orientation,
      platforms: group.platforms, priced: group.priced, format: chosen.format,
      settings: input.settings, gatekeeper: gatekeeper,
      choice: SeededChoice(seed: input.settings.seed, sku: product.sku), claims: claims)
    output.diagnostics += claims.diagnostics
    let notes = chosen.notes + group.localeNotes(product.locale)
    let picks = HookChoice.picks(for: brief, from: hooks)
    for pick in picks.isEmpty ? [HookPick.silent] : picks {
      output.scripts.append(ScriptPlanner(brief: brief, hook: pick, notes: notes).script())
    }
  }

  /// Ids in the settings that no preset has.
  private func settingsFaults(_ settings: Settings.Script) -> [Diagnostic] {
    func faults(_ asked: [String], _ known: [String], _ field: String) -> [Diagnostic] {
      asked.filter { !known.contains($0) }.map { id in
        let hint = nearest(to: id, among: known).map { "; did you mean '\($0)'?" } ?? ""
        return Diagnostic(
          .warning, "'\(id)' is no preset of \(field)\(hint)",
          at: Position(file: "shopreel.yaml", field: "script.\(field)"), value: id)
      }
    }
    return faults(settings.formats, formats.map(\.id), "formats")
      + faults(settings.hooks, hooks.map(\.id), "hooks")
  }
}

extension HookPick {
  /// Where the gate leaves no line: the product alone opens, without words.
  static var silent: HookPick { HookPick(id: "silent", copy: Copy("")) }
}

extension Playbook {
  /// This playbook with the general one's words where its own are missing.
  func completed(by general: Playbook) -> Playbook {
    var result = self
    let own = Set(attributes.map(\.key))
    result.attributes += general.attributes.filter { !own.contains($0.key) }.map { rule in
      var rule = rule
      rule.shots = rule.shots.filter { key in shots.contains { $0.key == key } }
      return rule
    }
    for (kind, words) in general.lines {
      for (locale, patterns) in words where result.lines[kind]?[locale] == nil {
        result.lines[kind, default: [:]][locale] = patterns
      }
    }
    for locale in CopyLocale.allCases {
      if result.audiences[locale] == nil { result.audiences[locale] = general.audiences[locale] }
      if result.scenes[locale] == nil { result.scenes[locale] = general.scenes[locale] }
      if result.topics[locale] == nil { result.topics[locale] = general.topics[locale] }
    }
    return result
  }
}
