import Foundation
public import Model
import Timing

/// Puts people's lines into a script: they pass the same gate, bring their facts, and take the time
/// that they need.
public struct ScriptEditor {
  let product: Product
  let brand: BrandKit
  let gate: TextGate
  let format: Format?

  public init(product: Product, brand: BrandKit, format: Format?, gate: @escaping TextGate) {
    self.product = product
    self.brand = brand
    self.gate = gate
    self.format = format
  }

  /// What came of one edit.
  public enum Outcome: Hashable, Sendable {
    /// The place, which may have moved, and whether the program's words under it have changed.
    case taken(place: String, stale: Bool)
    case refused(place: String, reason: [CopyLocale: String])
    /// The script has no such line any more.
    case homeless
  }

  /// Puts a proposed line in a place, if it passes like a person's; else the place keeps its own.
  public func propose(_ words: String, at place: String, in script: inout Script) {
    guard let own = script.lines.first(where: { $0.place == place })?.text else { return }
    let before = script
    let edit = ScriptEdits.Edit(script: script.id, place: place, was: own, now: words)
    guard case .taken = apply(edit, to: &script) else { return }
    script.edited = before.edited
    script.proposed = ((before.proposed ?? []) + [place]).sorted()
  }

  /// Puts a person's words where they belong.
  public func apply(_ edit: ScriptEdits.Edit, to script: inout Script) -> Outcome {
    guard let place = place(of: edit, in: script) else { return .homeless }
    let own = script.lines.first { $0.place == place }?.text ?? ""
    if place.hasSuffix(".sticker") {
      return .refused(
        place: place,
        reason: [
          .zh: "价格贴纸只能来自商品表", .en: "a price sticker comes from the catalogue alone",
        ])
    }
    let words = edit.now.plainCopy
    let gatekeeper = Gatekeeper(
      gate: gate, product: product, platforms: script.platforms, brand: brand)
    if let block = gatekeeper.blocks(in: words, at: place).first {
      return .refused(
        place: place,
        reason: [
          .zh: "“\(block.term)”不能用（\(block.basis)）：\(block.suggestion)",
          .en: "'\(block.term)' may not be said (\(block.basis)): \(block.suggestion)",
        ])
    }
    let cells = CellTexts(product, brand)
    if let figure = words.figures.first(where: { !cells.hold($0) }) {
      return .refused(
        place: place,
        reason: [
          .zh: "“\(figure)”这个数在商品表里找不到", .en: "'\(figure)' stands in no cell of the catalogue",
        ])
    }
    put(words, at: place, in: &script, cells: cells)
    script.findings += gatekeeper.findings(in: words, at: place)
    script.findings = script.findings.unique
    script.edited = ((script.edited ?? []) + [place]).sorted()
    return .taken(place: place, stale: own != edit.was)
  }

  /// The edit's own place, or the line of the same kind that says what it was made on.
  private func place(of edit: ScriptEdits.Edit, in script: Script) -> String? {
    let lines = script.lines
    let kind = edit.place.split(separator: ".").last
    if let same = lines.first(where: { $0.place == edit.place && $0.text == edit.was }) {
      return same.place
    }
    let moved = lines.first {
      $0.text == edit.was && $0.place.split(separator: ".").last == kind && !edit.was.isEmpty
        && $0.place.hasPrefix("post.") == edit.place.hasPrefix("post.")
    }
    return moved?.place ?? lines.first { $0.place == edit.place }?.place
  }

  private func put(_ words: String, at place: String, in script: inout Script, cells: CellTexts) {
    let parts = place.split(separator: ".").map(String.init)
    if parts[0] == "post", parts.count == 3 {
      guard var post = script.post[parts[1]] else { return }
      switch parts[2] {
      case "title": post.title = words
      case "caption": post.caption = words
      case "hashtags": post.hashtags = words.split(separator: " ").map(String.init)
      case "cover_text": post.coverText = words
      default: post.cta = words
      }
      post.facts = (post.facts + cells.facts(in: words)).unique
      script.post[parts[1]] = post
      return
    }
    guard let index = Int(parts[0].dropFirst(6).dropLast()), script.beats.indices.contains(index)
    else { return }
    switch parts[1] {
    case "voice":
      let old = script.beats[index].voice
      if script.beats[index].caption == Copy(old).asTitle.text {
        script.beats[index].caption = Copy(words).asTitle.text
      }
      script.beats[index].voice = words
      retime(index, in: &script)
    case "caption": script.beats[index].caption = words
    default: script.beats[index].title = words.isEmpty ? nil : words
    }
    let beat = script.beats[index]
    let texts = [
      beat.voice, beat.caption, beat.title ?? "", beat.sticker ?? "", beat.offer?.reference ?? "",
    ]
    .joined(separator: "\n").lowercased()
    let kept = beat.facts.filter { texts.contains($0.text.lowercased()) }
    script.beats[index].facts = (kept + cells.facts(in: words)).unique
  }

  /// The beat gets the time that its words take; its pictures share it, what follows moves.
  private func retime(_ index: Int, in script: inout Script) {
    let locale = script.locale
    let clock = SpeechClock(
      locale: locale, pace: format?.pace[locale] ?? (locale == .zh ? 4.3 : 2.5))
    let shots = script.shots.indices.filter { script.shots[$0].beat == index }
    let speech = clock.tenths(script.beats[index].voice)
    let tenths = max(speech + 5 * max(1, shots.count), 10 * max(1, shots.count))
    script.beats[index].duration = .tenths(tenths)
    let lengths = ShotPicker.split(tenths, by: shots.map { script.shots[$0].duration.decimal })
    for (shot, length) in zip(shots, lengths) { script.shots[shot].duration = .tenths(length) }
    var start = Time.zero
    for beat in script.beats.indices {
      script.beats[beat].start = start
      start += script.beats[beat].duration
    }
    script.duration = start
  }
}

/// A catalogue row's and a brand's words, for tracing what a person has written.
struct CellTexts {
  private var cells: [Fact] = []

  init(_ product: Product, _ brand: BrandKit) {
    func add(_ text: String?, _ field: String, source: String? = nil) {
      guard let text = text?.plainCopy, !text.isEmpty else { return }
      cells.append(Fact(text: text, field: field, source: source ?? product.source.cell(field)))
    }
    add(product.price.plainAmount, "price")
    if product.referencePrice?.basis != nil {
      add(product.referencePrice.map { "\($0.amount)" }, "reference_price")
    }
    for (name, value) in product.attributes.sorted(by: { $0.key < $1.key }) {
      add(value, "attributes.\(name)")
    }
    for (place, text) in product.sellingPoints.enumerated() {
      add(text, "selling_points[\(place)]", source: product.source.cell("selling_points"))
    }
    add(product.title, "title")
    add(product.brand, "brand")
    for (field, texts) in [("audience", product.audience), ("scenes", product.scenes)] {
      for text in texts { add(text, field) }
    }
    add(product.rating.map { "\($0)" }, "rating")
    add(product.sales7d.map { "\($0)" }, "sales_7d")
    add(product.sales28d.map { "\($0)" }, "sales_28d")
    add(product.description, "description")
    add(brand.name, "brand.name", source: "\(brand.file) name")
  }

  /// Whether a figure stands in some cell as a number of its own.
  func hold(_ figure: String) -> Bool { cells.contains { $0.text.figures.contains(figure) } }

  /// The figures and the values that a text takes from cells.
  func facts(in text: String) -> [Fact] {
    let figures = text.figures.compactMap { figure in
      cells.first { $0.text.figures.contains(figure) }
        .map { Fact(text: figure, field: $0.field, source: $0.source) }
    }
    let values = cells.filter {
      $0.field.hasPrefix("attributes.") && $0.text.count > 1 && text.contains($0.text)
    }
    return (figures + values).unique
  }
}

extension String {
  /// Numbers as they are written, thousands' commas and closing zeros gone: `1,299.00` is `1299`.
  var figures: [String] {
    let letters = Array(self)
    var result: [String] = []
    var index = 0
    while index < letters.count {
      guard letters[index].isASCIIDigit else { index += 1; continue }
      let number = SpokenNumber(in: letters, at: index)
      var fraction = number.fraction
      while fraction.last == 0 { fraction.removeLast() }
      let whole = number.whole.map(String.init).joined()
      result.append(whole + (fraction.isEmpty ? "" : "." + fraction.map(String.init).joined()))
      index = max(number.end, index + 1)
    }
    return result
  }
}
