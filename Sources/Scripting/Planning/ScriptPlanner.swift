import Diagnostics
import Model
import Timing

/// Plans one script: words, time, pictures, posts.
struct ScriptPlanner {
  let brief: Brief
  let hook: HookPick
  let notes: [String]

  init(_ plan: VariantPlan, notes: [String]) {
    brief = plan.brief
    hook = plan.hook
    self.notes = notes
  }

  /// The product, what the script is for and how it opens; a tone of its own at the end.
  var id: String {
    let sku = brief.product.sku
    // Platform and ending are still to come, and a file's name holds 255 bytes.
    let name =
      sku.slug.utf8.count <= 90
      ? sku.slug : sku.slug.prefix(20) + "-" + SlatePayload.code(for: sku, length: 5)
    var parts = [String(name), brief.orientation.rawValue, brief.format.id, hook.id]
    if brief.tone.id != Tone.plain.id { parts.append(brief.tone.id) }
    if !brief.priced { parts.append("unpriced") }
    return parts.joined(separator: "-")
  }

  func script() -> Script {
    var writer = BeatWriter(brief, hook: hook)
    writer.reportTeamHook()
    let count = brief.format.beats.filter { $0.role == .point }.reduce(0) { $0 + $1.count }
    let timing = BeatTiming(
      clock: brief.clock, range: brief.range, floor: brief.leastTenths, points: max(1, count),
      shotSeconds: brief.format.shotSeconds, pointsFirst: brief.orientation == .search)
    var picker = ShotPicker(
      brief, beats: noticed(timing.fit(writer.drafts()).map(cleaned)))
    let shots = picker.shots()
    let drafts = picker.beats
    let finder = FactFinder(product: brief.product)
    let beats = beats(drafts, shots, finder)
    var poster = PostWriter(brief, beats: drafts, facts: finder)
    var post: [String: Post] = [:]
    for platform in brief.platforms { post[platform.id] = poster.post(for: platform) }
    let duration = beats.last.map { $0.start + $0.duration } ?? .zero
    var script = Script(
      id: id, sku: brief.product.sku, category: brief.product.category, locale: brief.locale,
      orientation: brief.orientation, format: brief.format.id, hook: hook.id,
      angle: brief.angle?.rawValue, tone: brief.tone.id, duration: duration,
      platforms: brief.platforms.map(\.id), beats: beats, shots: shots, post: post,
      findings: brief.claims.findings + writer.findings + poster.findings,
      notes: notes + brief.claims.notes + writer.notes + picker.notes + poster.notes
        + timeNotes(drafts))
    script.findings = (script.findings + warnings(in: script)).unique
    return script
  }

  /// What the law wants shown stands on the last beat that has no sticker of its own.
  private func noticed(_ beats: [BeatDraft]) -> [BeatDraft] {
    guard !brief.notices.isEmpty, let place = beats.lastIndex(where: { $0.sticker == nil }) else {
      return beats
    }
    var beats = beats
    beats[place].sticker = Copy(brief.notices.joined(separator: "，"))
    return beats
  }

  /// Nothing that the gate blocks is left in a beat, whatever put it there.
  private func cleaned(_ beat: BeatDraft) -> BeatDraft {
    var beat = beat
    if beat.titlesItself { beat.title = beat.line.copy.bigTitle(brief.locale) }
    if beat.follow != nil, !brief.gatekeeper.passes(beat.voice.text) { beat.follow = nil }
    if !brief.gatekeeper.passes(beat.voice.text) {
      beat.line = BeatDraft.Line(pattern: "", copy: Copy(""))
    }
    if let title = beat.title, !brief.gatekeeper.passes(title.text) { beat.title = nil }
    let sticker = [beat.sticker?.text, beat.offer?.label, beat.offer?.price, beat.offer?.reference]
    if sticker.contains(where: { $0.map { !brief.gatekeeper.passes($0) } ?? false }) {
      beat.sticker = nil
      beat.offer = nil
    }
    return beat
  }

  private func beats(_ drafts: [BeatDraft], _ shots: [Shot], _ finder: FactFinder) -> [Beat] {
    var start = Time.zero
    return drafts.enumerated().map { index, draft in
      let caption = draft.voice.asTitle.text == draft.title?.text ? "" : draft.voice.asTitle.text
      let texts = [
        draft.voice.text, caption, draft.title?.text ?? "", draft.sticker?.text ?? "",
        draft.offer?.reference ?? "",
      ]
      let given = [draft.voice, draft.title, draft.sticker].compactMap { $0 }.flatMap(\.facts)
      let beat = Beat(
        role: draft.role, start: start, duration: .tenths(draft.tenths), voice: draft.voice.text,
        caption: caption, title: draft.title?.text, sticker: draft.sticker?.text,
        offer: draft.offer, facts: finder.facts(in: texts, given: given),
        shots: shots.filter { $0.beat == index }.map(\.id))
      start += beat.duration
      return beat
    }
  }

  private func timeNotes(_ drafts: [BeatDraft]) -> [String] {
    let zh = brief.locale == .zh
    var result: [String] = []
    if let first = drafts.first, first.tenths > 30 {
      result.append(
        zh
          ? "开头要说\(Time.tenths(first.tenths))，超过三秒，建议缩短"
          : "the opening takes \(Time.tenths(first.tenths)), over three seconds: shorten it")
    }
    let total = drafts.reduce(0) { $0 + $1.tenths }
    if total < brief.range.lowerBound {
      result.append(
        zh
          ? "商品资料只够说\(Time.tenths(total))，不到\(Time.tenths(brief.range.lowerBound))：卖点或属性再补几条就能讲满"
          : "the catalogue fills \(Time.tenths(total)) of the \(Time.tenths(brief.range.lowerBound)) aimed at: more selling points or attributes would fill the rest"
      )
    }
    if total > brief.range.upperBound {
      result.append(
        zh
          ? "全长\(Time.tenths(total))，超过目标\(Time.tenths(brief.range.upperBound))"
          : "runs \(Time.tenths(total)), over the target of \(Time.tenths(brief.range.upperBound))")
    }
    return result
  }

  /// What the gate has to say about the words as they stand.
  private func warnings(in script: Script) -> [Finding] {
    var result: [Finding] = []
    for (index, beat) in script.beats.enumerated() {
      let places = [
        ("voice", beat.voice), ("title", beat.title ?? ""), ("sticker", beat.sticker ?? ""),
      ]
      for (name, text) in places {
        result += brief.gatekeeper.findings(in: text, at: "beats[\(index)].\(name)")
      }
    }
    for platform in brief.platforms {
      guard let post = script.post[platform.id] else { continue }
      let places = [
        ("title", post.title), ("caption", post.caption), ("cover_text", post.coverText),
        ("cta", post.cta), ("hashtags", post.hashtags.joined(separator: " ")),
      ]
      for (name, text) in places {
        result += brief.gatekeeper.findings(
          in: text, at: "post.\(platform.id).\(name)", on: platform.id)
      }
    }
    return result.filter { $0.severity != .block }
  }
}
