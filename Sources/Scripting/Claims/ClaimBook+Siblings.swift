import Foundation
import Model

extension ClaimBook {
  /// A sibling on the shelf that differs in one attribute, and what goes with the product.
  mutating func gatherSiblings(_ shelf: Shelf, priced: Bool, _ screen: ClaimScreen) {
    gatherPair(shelf, screen)
    guard let playbook = screen.playbook else { return }
    for sibling in shelf.siblings(of: product) {
      guard let trait = differing(from: sibling, playbook, screen) else { continue }
      let theirs = sibling.source.cell("attributes.\(trait.header)")
      guard
        let value = accept(
          trait.theirs, field: "attributes.\(trait.header)", source: theirs, by: screen)
      else { continue }
      slots["trait"] = Copy(trait.name)
      slots["own_trait"] = trait.own
      slots["peer_trait"] = value
      let name = locale == .zh ? "\(value.text)那款" : "the \(value.text) one"
      slots["peer"] = Copy(name, value.facts)
      if priced { gatherGap(sibling, screen) }
      return
    }
  }

  private struct Trait {
    var header: String
    var name: String
    var own: Copy
    var theirs: String
  }

  /// The weightiest attribute that both have and in which they differ, short enough to be said.
  private func differing(
    from sibling: Product, _ playbook: Playbook, _ screen: ClaimScreen
  ) -> Trait? {
    let limit = locale == .zh ? 8 : 20
    let rated = attributes.values.filter { !$0.isFlag && !$0.rule.list && $0.rule.weight >= 4 }
      .sorted { ($1.rule.weight, $0.rule.key) < ($0.rule.weight, $1.rule.key) }
    for attribute in rated where attribute.value.text.count <= limit {
      guard let name = attribute.rule.name[locale], let fact = attribute.value.facts.first,
        let header = fact.field.split(separator: ".", maxSplits: 1).last.map(String.init),
        let raw = sibling.attributes[header]
      else { continue }
      let theirs = Self.spoken(raw, attribute.rule, locale, keeping: screen.proper)
      let lacks = playbook.lacks[locale] ?? []
      guard !theirs.isEmpty, theirs.count <= limit,
        !lacks.contains(where: {
          theirs.lowercased().hasPrefix($0) || attribute.value.text.lowercased().hasPrefix($0)
        }), theirs != attribute.value.text,
        !theirs.contains(attribute.value.text), !attribute.value.text.contains(theirs),
        product.quantities[header].isComparable(with: sibling.quantities[header]),
        attribute.value.text.measureWords == theirs.measureWords
      else { continue }
      return Trait(header: header, name: name, own: attribute.value, theirs: theirs)
    }
    return nil
  }

  private mutating func gatherGap(_ sibling: Product, _ screen: ClaimScreen) {
    let gap = abs(sibling.price.amount - product.price.amount)
    guard gap > 0, sibling.price.currency == product.price.currency else { return }
    let theirs = sibling.source.cell("price")
    slots["peer_price"] = accept(spoken(sibling.price), field: "price", source: theirs, by: screen)
    let (more, less) = (
      max(sibling.price.amount, product.price.amount),
      min(sibling.price.amount, product.price.amount)
    )
    let currency = product.price.currency
    slots["gap"] = computed(
      spoken(Money(gap, currency)), field: "price",
      source: screen.source(of: "price") + "; " + theirs,
      formula: "\(Money(more, currency).plainAmount) - \(Money(less, currency).plainAmount) = "
        + Money(gap, currency).plainAmount, by: screen)
  }

  /// The product that the catalogue says goes with this one, by SKU or by name.
  private mutating func gatherPair(_ shelf: Shelf, _ screen: ClaimScreen) {
    guard let header = headers["pairs"], let first = product.attributes[header]?.listed.first
    else { return }
    let field = "attributes.\(header)"
    if let other = shelf.product(first) {
      guard let noun = shelf.noun(of: first), noun.named else { return }
      slots["pair"] = accept(
        locale == .zh ? noun.noun.zh : noun.noun.en, field: "title",
        source: other.source.cell("title"), by: screen)
    } else if first.count <= (locale == .zh ? 8 : 24), !first.contains(where: \.isFigure) {
      slots["pair"] = accept(first, field: field, by: screen)
    }
  }
}

extension [Quantity]? {
  /// Whether two values measure the same thing and differ, or neither measures anything.
  fileprivate func isComparable(with other: [Quantity]?) -> Bool {
    guard let own = self, let other else { return self == nil && other == nil }
    guard own.map(\.unit) == other.map(\.unit), own.map(\.of) == other.map(\.of) else {
      return false
    }
    return own.map(\.value) != other.map(\.value) || own.map(\.high) != other.map(\.high)
  }
}

extension String {
  /// What stands beside the figures: two measures are set side by side only in the same words. A text
  /// without figures has none.
  fileprivate var measureWords: String {
    contains(where: \.isFigure) ? filter { !$0.isFigure && $0 != "." && $0 != "," } : ""
  }
}
