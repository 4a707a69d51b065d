import Foundation
import Model

extension ClaimBook {
  /// Price, what it is compared with, price a piece.
  mutating func gatherPrices(_ playbook: Playbook, _ screen: ClaimScreen) {
    guard product.price.amount > 0 else { return }
    let source = screen.source(of: "price")
    slots["price"] = accept(spoken(product.price), field: "price", source: source, by: screen)
    slots["tag"] = accept(
      product.price.description, field: "price", source: source, by: screen)
    gatherReference(screen)
    gatherUnitPrice(playbook, screen)
    gatherMeasurePrice(screen)
  }

  /// As it is said: yuan with their own word, other money by its sign.
  func spoken(_ money: Money) -> String {
    locale == .zh && money.currency == "CNY" ? "\(money.plainAmount)元" : money.description
  }

  /// A crossed-out price needs to say what it was, and when.
  private mutating func gatherReference(_ screen: ClaimScreen) {
    guard let reference = product.referencePrice, reference.amount > product.price.amount else {
      return
    }
    let basis = reference.basis?.plainCopy ?? ""
    let date = reference.date?.plainCopy ?? ""
    let source = screen.source(of: "reference_price", ["reference_price.amount"])
    guard !basis.isEmpty, !date.isEmpty, date.count <= 20 else {
      note(
        zh: "有划线价，但没写依据和日期，所以画面不放（\(source)）",
        en: "a reference price without basis and date is not shown (\(source))")
      return
    }
    guard basis.count <= (locale == .zh ? 14 : 48) else {
      note(
        zh: "划线价的依据太长，画面放不下，没有使用（\(source)）",
        en: "the reference price's basis is too long to be shown, so it is not used (\(source))")
      return
    }
    let money = Money(reference.amount, product.price.currency)
    let shown = accept(
      spoken(money), field: "reference_price.amount", source: source, by: screen)
    slots["reference_tag"] = accept(
      money.description, field: "reference_price.amount", source: source, by: screen)
    let words = accept(
      basis, field: "reference_price.basis", cells: ["reference_basis", "reference_price"],
      by: screen)
    let day = accept(
      date, field: "reference_price.date", cells: ["reference_date", "reference_price"], by: screen)
    guard let shown, let words, let day else { return }
    slots["reference"] = shown
    slots["basis"] = words
    slots["date"] = day
    let saved = reference.amount - product.price.amount
    let formula =
      "\(money.plainAmount) - \(product.price.plainAmount) = "
      + Money(saved, product.price.currency).plainAmount
    slots["saving"] = computed(
      spoken(Money(saved, product.price.currency)), field: "reference_price.amount",
      source: source + "; " + screen.source(of: "price"), formula: formula, by: screen)
  }

  private mutating func gatherUnitPrice(_ playbook: Playbook, _ screen: ClaimScreen) {
    let pack = attributes["pack"]?.value
    var found: (count: PackCount, source: String, field: String)?
    if let pack, let fact = pack.facts.first, let count = PackCount(in: pack.text, locale) {
      found = (count, fact.source, fact.field)
    } else if let count = PackCount(in: product.title.plainCopy, locale) {
      found = (count, screen.source(of: "title"), "title")
    }
    guard let found else { return }
    slots["pack"] = accept(
      found.count.text, field: found.field, source: found.source, by: screen)
    slots["unit"] = Copy(found.count.unit)
    var exact = product.price.amount / Decimal(found.count.count)
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, 2, .up)
    guard rounded > 0 else { return }
    let unitPrice = Money(rounded, product.price.currency)
    let isExact = rounded * Decimal(found.count.count) == product.price.amount
    let about = isExact ? "" : locale == .zh ? "约" : "about "
    let formula =
      "\(product.price.plainAmount) ÷ \(found.count.count)"
      + " \(isExact ? "=" : "≈") \(unitPrice.plainAmount)"
    slots["unit_price"] = computed(
      about + spoken(unitPrice), field: "price",
      source: screen.source(of: "price") + "; " + found.source, formula: formula, by: screen)
  }

  /// Sales and rating as what they are, with their period and scale.
  mutating func gatherResults(_ screen: ClaimScreen) {
    if let sold = product.sales7d, sold > 0 {
      let text = locale == .zh ? "近7天售出\(sold)件" : "\(sold) sold in the last 7 days"
      slots["sales"] = accept(text, field: "sales_7d", cells: ["sales7d"], by: screen)
    } else if let sold = product.sales28d, sold > 0 {
      let text = locale == .zh ? "近28天售出\(sold)件" : "\(sold) sold in the last 28 days"
      slots["sales"] = accept(text, field: "sales_28d", cells: ["sales28d"], by: screen)
    }
    if let rating = product.rating, rating.isFinite, rating > 0, rating <= 5 {
      let text = locale == .zh ? "评分\(rating)" : "rated \(rating) out of 5"
      slots["rating"] = accept(text, field: "rating", by: screen)
    }
  }
}
