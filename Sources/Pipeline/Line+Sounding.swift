import Foundation
import Model
import Presets
import Scripting
import Sounding
import Workspace

/// A language model as a sounding board: it proposes lines, and what holds is taken.
extension Line {
  /// The scripts with the proposals that passed; without a writer, or with a dead one, as they were.
  func sounded(
    _ scripts: [Script], _ input: ScriptInput, _ stage: ScriptStage, _ report: inout StageReport
  ) throws -> [Script] {
    guard let writer = settings.writer, !scripts.isEmpty else { return scripts }
    let products = Dictionary(
      input.products.map { ($0.sku, $0) }, uniquingKeysWith: { first, _ in first })
    let byID = Dictionary(scripts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let gate = input.gate
    let board = SoundingBoard(
      settings: writer, plain: try presets.plainWords(), cache: workspace.work(".sounding"))
    let rules = LineRules(
      length: { text, locale in
        locale == .zh ? SpokenChinese.syllables(in: text) : SpokenEnglish.words(in: text)
      },
      gate: { text, place, id in
        guard let script = byID[id], let product = products[script.sku] else { return [] }
        return gate(text, place, product, script.platforms)
      })
    let requests = scripts.compactMap { script in
      products[script.sku].map { request(for: script, $0, stage) }
    }
    let heard = board.proposals(for: requests, rules: rules)
    try checkInterrupted()
    report.findings += heard.diagnostics
    var result = scripts
    let places = Dictionary(
      scripts.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    for answer in heard.answers {
      guard let place = places[answer.id], let product = products[scripts[place].sku] else {
        continue
      }
      let editor = ScriptEditor(
        product: product, brand: brand,
        format: stage.formats.first { $0.id == scripts[place].format }, gate: gate)
      for line in answer.outcomes {
        if let objection = line.objection {
          report.notes.append(
            "\(answer.id) \(line.place): "
              + (options.locale == .zh ? "没用“\(line.text)”：" : "dropped \"\(line.text)\": ")
              + (options.locale == .zh ? objection.zh : objection.en))
        } else {
          editor.propose(line.text, at: line.place, in: &result[place])
        }
      }
    }
    report.notes.append(
      options.locale == .zh
        ? "参谋：问了\(heard.asked)次，存着的答案\(heard.kept)份，采用\(heard.taken)句，放弃\(heard.dropped)句"
        : "sounding board: asked \(heard.asked) times, \(heard.kept) answers kept from before, \(heard.taken) lines taken, \(heard.dropped) dropped"
    )
    return result
  }

  /// What one script's lines are asked with: its own facts and the words of its playbook that claim
  /// nothing.
  private func request(for script: Script, _ product: Product, _ stage: ScriptStage)
    -> ScriptRequest
  {
    let playbook = stage.playbooks[script.category] ?? stage.playbooks["general"]
    let locale = script.locale
    let facts =
      script.beats.flatMap(\.facts)
      + script.post.sorted { $0.key < $1.key }
      .flatMap(\.value.facts)
    var seen: Set<Fact> = []
    let shown = Set(script.shots.map(\.picture))
    let vocabulary = LineVocabulary(
      nouns: facts.filter { $0.field == "title" || $0.field == "category" }.map(\.text),
      questions: playbook?.questions.compactMap { $0.text[locale] } ?? [],
      pains: [], scenes: [], audiences: [],
      shots: playbook?.shots.compactMap { $0.picture[locale] }.filter(shown.contains) ?? [])
    let zh = locale == .zh
    let lines = script.beats.enumerated().compactMap { index, beat -> LineRequest? in
      guard !beat.voice.isEmpty, !beat.facts.contains(where: { $0.field.hasPrefix("team.") })
      else { return nil }
      let units = zh ? SpokenChinese.syllables(in: beat.voice) : SpokenEnglish.words(in: beat.voice)
      let claim = beat.facts.first { beat.voice.contains($0.text) }?.text ?? ""
      return LineRequest(
        place: "beats[\(index)].voice", role: beat.role.rawValue, claim: claim,
        limit: beat.role == .hook ? zh ? 13 : 8 : units + (zh ? 3 : 2), example: beat.voice)
    }
    return ScriptRequest(
      id: script.id, locale: locale,
      tone: [stage.tones[script.tone ?? ""].map { zh ? $0.nameZh : $0.name } ?? ""],
      facts: facts.filter { seen.insert($0).inserted }, vocabulary: vocabulary,
      forbidden: brand.forbidden, seed: settings.script.seed, lines: lines)
  }
}
