import Model

/// How one variant opens.
struct HookPick: Hashable {
  var id: String
  var copy: Copy
  /// Key of the shot it opens on.
  var shot: String?
  /// The claim that answers it, which must be among the points.
  var answer: Copy?
  var uses: Set<String> = []
  var isTeam = false

  /// Where the gate leaves no line: the product alone opens, without words.
  static let silent = HookPick(id: "silent", copy: Copy(""))

  init(id: String, copy: Copy, isTeam: Bool = false) {
    self.id = id
    self.copy = copy
    self.isTeam = isTeam
  }

  /// The team's own opening, or the line of its first shot, where the gate lets it pass.
  init?(teamOf brief: Brief) {
    let lineless = brief.product.team?.shots.first?.line
    guard let raw = brief.product.team?.hook ?? lineless else { return nil }
    let field = brief.product.team?.hook == nil ? "team.shots[0].line" : "team.hook"
    let text = raw.plainCopy
    guard !text.isEmpty, brief.gatekeeper.passes(text) else { return nil }
    self.init(
      id: "team", copy: Copy(text, field: field, source: brief.cell(field)), isTeam: true)
  }

  /// The hook with its words, or nil when none of its lines is short and clean enough.
  init?(_ hook: HookType, for brief: Brief) {
    var slots = brief.slots
    var shot: ShotRule?
    if let tag = hook.shot, brief.isFilmed {
      let shots = brief.choice.order(
        brief.shots.filter { $0.tags.contains(tag) }, for: "hook.\(hook.id).shot")
      shot = shots.first { $0.calls[brief.locale] != nil } ?? shots.first
      let calls = brief.choice.order(
        shot?.calls[brief.locale] ?? [], for: "hook.\(hook.id).call")
      slots["call"] = Pattern.fill(calls, from: slots).first
    }
    let limit = brief.locale == .zh ? 13 : 8
    let patterns = brief.choice.order(hook.lines[brief.locale] ?? [], for: "hook.\(hook.id).line")
    let call = slots["call"]?.text ?? ""
    let copies = Pattern.fill(patterns, from: slots).lazy.map {
      call.isQuestion(brief.locale) ? $0.asking(call, brief.locale) : $0
    }.filter {
      brief.clock.units($0.text) <= limit && brief.gatekeeper.passes($0.text)
    }
    guard let copy = copies.first else { return nil }
    self.init(id: hook.id, copy: copy)
    uses = Set(hook.needs.compactMap { if case .slot(let name) = $0 { name } else { nil } })
    let own = hook.shot == "pain" ? brief.claims.painShot : nil
    self.shot = own ?? shot?.key
    answer = ["pain", "question", "belief"].first(where: uses.contains)
      .flatMap { brief.claims.answers[$0] }
  }

  var usesPain: Bool { uses.contains("pain") }
  var usesQuestion: Bool { uses.contains("question") }
  var usesSales: Bool { uses.contains("sales") }
}

extension HookType {
  /// Whether the product, the assets and the category offer what the hook cannot do without.
  func isEligible(for brief: Brief) -> Bool {
    guard orientations.contains(brief.orientation) else { return false }
    return needs.allSatisfy { need in
      switch need {
      case .slot(let name): brief.slots[name] != nil
      case .points(let count): brief.claims.points.count >= count
      case .asset(let asset): brief.assets.has(asset) && brief.isFilmed
      case .shot(let tag): brief.isFilmed && brief.shots.contains { $0.tags.contains(tag) }
      }
    }
  }
}

extension String {
  /// Whether a call asks: `can you fold it with one hand`, 一只手能不能收好.
  fileprivate func isQuestion(_ locale: CopyLocale) -> Bool {
    if locale == .zh { return ["吗", "能不能", "会不会", "行不行", "不得下"].contains(where: contains) }
    let first = split(separator: " ").first.map { $0.lowercased() } ?? ""
    return ["can", "will", "does", "do", "is", "are", "how", "what", "which"].contains(first)
  }
}

extension Copy {
  /// The same words with a question mark where they end on the call.
  fileprivate func asking(_ call: String, _ locale: CopyLocale) -> Copy {
    let bare = text.trimmingEnd { "。，.,?？!！ ".contains($0) }
    guard bare.lowercased().hasSuffix(call.lowercased()) else { return self }
    return Copy(bare + (locale == .zh ? "？" : "?"), facts)
  }
}
