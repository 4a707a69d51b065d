import Diagnostics
public import Model
import Threading

/// 策划 and 文案: turns products into scripts.
///
/// Every product gets scripts for each group of platforms that share an orientation, a rule on
/// prices and a tone: as many as the settings ask for, each as unlike the others as the product
/// allows. Equal input gives equal scripts, whatever the number of jobs.
public struct ScriptStage: Stage {
  /// Playbooks by category id; `general` is used for every category that has none.
  public var playbooks: [String: Playbook]
  public var formats: [Format]
  public var hooks: [HookType]
  /// Tones by id; platforms whose tone is not there are spoken to plainly.
  public var tones: [String: Tone]

  public init(playbooks: [Playbook], formats: [Format], hooks: [HookType], tones: [Tone] = []) {
    let general = playbooks.first { $0.id == "general" }
    let completed = playbooks.map { $0.id == "general" ? $0 : general.map($0.completed) ?? $0 }
    self.playbooks = Dictionary(completed.map { ($0.id, $0) }) { first, _ in first }
    self.formats = formats.sorted { $0.id < $1.id }
    self.hooks = hooks.sorted { $0.id < $1.id }
    self.tones = Dictionary(tones.map { ($0.id, $0) }) { first, _ in first }
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
    let playbooks = playbooks
    let desk = ScriptDesk(
      stage: self, general: general, input: input,
      groups: PlatformGroup.groups(of: input.platforms, tones: tones),
      shelf: Shelf(input.products) { playbooks[$0] ?? general })
    var output = ScriptOutput(scripts: [], diagnostics: settingsFaults(input.settings))
    var batch = Batch(least: input.settings.distance)
    Shift(jobs: input.jobs, of: input.products.count, part: 4).run {
      desk.scripts(at: $0)
    } each: {
      for script in $0.scripts { batch.take(script, rewriting: desk.rewriting(script)) }
      output.diagnostics += $0.diagnostics
    }
    output.scripts = batch.scripts
    output.variety = batch.variety
    output.diagnostics =
      output.diagnostics.reduce(into: ([], Set<Diagnostic>())) { kept, one in
        if kept.1.insert(one).inserted { kept.0.append(one) }
      }.0
    return output
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
    result.proper += general.proper
    for (locale, words) in general.lacks { result.lacks[locale, default: []] += words }
    for (kind, words) in general.lines {
      for (locale, patterns) in words where result.lines[kind]?[locale] == nil {
        result.lines[kind, default: [:]][locale] = patterns
      }
    }
    for locale in CopyLocale.allCases {
      if result.audiences[locale] == nil { result.audiences[locale] = general.audiences[locale] }
      if result.scenes[locale] == nil { result.scenes[locale] = general.scenes[locale] }
      if result.holidays[locale] == nil { result.holidays[locale] = general.holidays[locale] }
      if result.topics[locale] == nil { result.topics[locale] = general.topics[locale] }
    }
    return result
  }
}
