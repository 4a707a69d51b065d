import Foundation
import Model

extension ClaimBook {
  /// What the pack weighs or holds, and its price by the usual measure.
  mutating func gatherMeasurePrice(_ screen: ClaimScreen) {
    let names: Set<String> = ["净含量", "净重", "netweight", "netcontent", "netvolume"]
    let found = attributes.values.filter { attribute in
      attribute.rule.aliases.contains { names.contains($0.headerKey) }
    }.sorted { $0.rule.key < $1.rule.key }
    for attribute in found {
      guard let fact = attribute.value.facts.first,
        let header = fact.field.split(separator: ".", maxSplits: 1).last,
        let amount = product.quantities[String(header)]?.first, amount.high == nil,
        let measure = Measure(amount, locale)
      else { continue }
      let total = amount.value * Double(amount.count ?? 1)
      guard total.isFinite, total >= measure.per, total <= 1_000_000 else { continue }
      slots["measure"] = attribute.value
      var exact = product.price.amount * Decimal(measure.per) / Decimal(total)
      var rounded = Decimal()
      NSDecimalRound(&rounded, &exact, 2, .plain)
      guard rounded > 0 else { continue }
      let money = Money(rounded, product.price.currency)
      let isExact = rounded == exact
      let words =
        locale == .zh
        ? "\(measure.words)\(isExact ? "" : "约")\(spoken(money))"
        : "\(isExact ? "" : "about ")\(spoken(money)) \(measure.words)"
      let plain = total.rounded() == total ? "\(Int(total))" : "\(total)"
      slots["measure_price"] = computed(
        words, field: "price", source: screen.source(of: "price") + "; " + fact.source,
        formula: "\(product.price.plainAmount) ÷ \(plain) × \(Int(measure.per))"
          + " \(isExact ? "=" : "≈") \(money.plainAmount)", by: screen)
      return
    }
  }

  /// What a price is compared by.
  private struct Measure {
    var per: Double
    var words: String

    init?(_ amount: Quantity, _ locale: CopyLocale) {
      switch (amount.unit, locale) {
      case ("g", .zh) where amount.value * Double(amount.count ?? 1) >= 1000:
        (per, words) = (500, "每500克")
      case ("g", .zh): (per, words) = (100, "每100克")
      case ("ml", .zh): (per, words) = (100, "每100毫升")
      case ("g", .en): (per, words) = (100, "per 100 g")
      case ("ml", .en): (per, words) = (100, "per 100 ml")
      default: return nil
      }
    }
  }

  /// How many colours, flavours or sizes there are to choose from.
  mutating func gatherCounts(_ screen: ClaimScreen) {
    let lists = attributes.values.filter { $0.rule.list && $0.rule.weight > 0 }
      .sorted { ($1.rule.weight, $0.rule.key) < ($0.rule.weight, $1.rule.key) }
    for list in lists {
      guard let fact = list.value.facts.first,
        let header = fact.field.split(separator: ".", maxSplits: 1).last,
        let raw = product.attributes[String(header)],
        let name = list.rule.name[locale]
      else { continue }
      let parts = raw.listed
      guard (3...99).contains(parts.count), Set(parts).count == parts.count else { continue }
      let text = locale == .zh ? "\(parts.count)种\(name)" : "\(parts.count) \(name)"
      slots["choices"] = computed(
        text, field: fact.field, source: fact.source,
        formula: parts.joined(separator: ", ").shortened(120) + " = \(parts.count)", by: screen)
      return
    }
  }

  /// Steps of use as the catalogue lists them, each short enough to be said.
  mutating func gatherSteps(_ screen: ClaimScreen) {
    guard let header = headers["usage"], let raw = product.attributes[header] else { return }
    let field = "attributes.\(header)"
    let limit = locale == .zh ? 18 : 60
    let parts = raw.split { "；;\n→>。|".contains($0) }.map { String($0).withoutOrdinal.plainCopy }
      .filter { $0.count > 1 }
    guard parts.count > 1, parts.count <= 8, parts.allSatisfy({ $0.count <= limit }) else { return }
    steps = parts.compactMap { accept($0, field: field, by: screen) }
    slots["step"] = steps.first
    if slots["attribute.usage"] == nil { slots["attribute.usage"] = steps.first }
  }
}

extension String {
  /// `黑/白/灰` → its parts.
  var listed: [String] {
    split { "/|、,，;；\n".contains($0) }.map { String($0).plainCopy }.filter { !$0.isEmpty }
  }

  /// `1. 取适量` → `取适量`.
  fileprivate var withoutOrdinal: String {
    let text = trimmingCharacters(in: .whitespaces)
    let marks = "0123456789①②③④⑤⑥⑦⑧⑨.、)）: "
    let head = text.prefix { marks.contains($0) }
    guard head.contains(where: { ".、)）:①②③④⑤⑥⑦⑧⑨".contains($0) }) else { return text }
    return String(text.dropFirst(head.count))
  }

  func shortened(_ count: Int) -> String { self.count > count ? String(prefix(count)) + "…" : self }
}
