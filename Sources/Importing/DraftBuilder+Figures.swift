import Diagnostics
import Foundation
import Model

extension DraftBuilder {
  /// Stock, sales, ratings and rates.
  mutating func readFigures() {
    readStock()
    product.sales7d = count(.sales7d, "sales_7d")
    product.sales28d = count(.sales28d, "sales_28d")
    readRating()
    product.commissionRate = share(.commissionRate, "commission_rate")
    product.returnRate = share(.returnRate, "return_rate")
    product.conversionRate = share(.conversionRate, "conversion_rate")
    product.clickRate = share(.clickRate, "click_rate")
    product.competitors = count(.competitors, "competitors")
    readCommission()
    readSold()
    readOrigin()
    readResults()
  }

  private mutating func readStock() {
    let stocks = product.variants.compactMap(\.stock)
    if !stocks.isEmpty {
      let sum = stocks.reduce(0) { min(1_000_000_000_000, $0 + $1) }
      product.stock = sum
      note("stock", sheet.columns(.stock).first ?? sheet.columns(.skuProps).first)
      if group.rest.isEmpty, let own = count(.stock, "stock") { product.stock = own }
      return
    }
    product.stock = count(.stock, "stock")
    guard product.stock == nil, let (text, column) = value(.availability, group.main) else {
      return
    }
    if lists.isSoldOut(text) || lists.no.contains(text.folded) {
      product.stock = 0
      note("stock", column)
    }
  }

  mutating func count(_ field: CatalogueField, _ name: String) -> Int? {
    guard let (text, column) = value(field, group.main) else { return nil }
    if field == .stock, lists.isSoldOut(text) {
      note(name, column)
      return 0
    }
    guard let number = NumberText(text, words), let whole = number.whole else {
      if lists.bool(text) == nil { wrong(column, text, "is no count; write it like 1204 or 1.2万") }
      return nil
    }
    guard whole >= 0 else {
      wrong(column, text, "is below 0; it \(field == .stock ? "counts as 0" : "is not taken")")
      if field == .stock { note(name, column) }
      return field == .stock ? 0 : nil
    }
    note(name, column)
    return whole
  }

  mutating func wrong(_ column: Int, _ text: String, _ what: String) {
    findings.add(
      .warning, row: group.main.number, column: sheet.header(column), value: text,
      "'\(text.shortened(to: 60))' \(what)")
  }

  private mutating func readRating() {
    guard let (text, column) = value(.rating, group.main) else { return }
    guard let number = NumberText(text, words) else {
      return wrong(column, text, "is no rating; write it from 0 to 5, like 4.8")
    }
    let rating = number.isPercent ? number.double() / 20 : number.double()
    guard (0...5).contains(rating) else {
      return wrong(column, text, "is no rating out of 5; it is not taken")
    }
    product.rating = rating
    note("rating", column)
  }

  /// A share from 0 to 1; bare numbers are read as their whole column is.
  private mutating func share(_ field: CatalogueField, _ name: String) -> Double? {
    guard let (text, column) = value(field, group.main) else { return nil }
    guard let number = NumberText(text, words) else {
      wrong(column, text, "is no rate; write it like 20% or 0.2")
      return nil
    }
    let isPercent = number.isPercent || sheet.percentColumns.contains(column)
    let share = number.double(shifted: isPercent ? 2 : 0)
    guard share >= 0, share <= 1 else {
      wrong(column, text, "is no share from 0 to 100%; it is not taken")
      return nil
    }
    note(name, column)
    return share
  }

  /// An affiliate sheet's commission in money, where it names no rate.
  private mutating func readCommission() {
    guard product.commissionRate == nil, hasPrice, product.price.amount > 0,
      let (text, column) = value(.commission, group.main), let number = NumberText(text, words)
    else { return }
    let share = number.isPercent ? number.value / 100 : number.value / product.price.amount
    guard share >= 0, share <= 1 else { return }
    product.commissionRate = share.rounded(4).double
    note("commission_rate", column)
  }

  /// A sales report's totals: cost of one piece, share sent back.
  private mutating func readSold() {
    guard let (text, _) = value(.soldQuantity, group.main), let sold = NumberText(text, words),
      sold.value > 0
    else { return }
    if product.cost == nil, let (text, column) = value(.soldCost, group.main),
      let cost = NumberText(text, words), cost.value > 0
    {
      product.cost = (cost.value / sold.value).rounded(2)
      note("cost", column)
    }
    if product.returnRate == nil, let (text, column) = value(.returnedQuantity, group.main),
      let back = NumberText(text, words), back.value >= 0, back.value <= sold.value
    {
      product.returnRate = (back.value / sold.value).rounded(4).double
      note("return_rate", column)
    }
  }

  /// On the shelf or not, where the file says.
  mutating func readStatus() {
    for (text, column) in values(.status, group.main) {
      let word = text.folded
      let isListed: Bool? =
        lists.unlisted.contains(word)
        ? false : lists.listed.contains(word) ? true : lists.bool(text)
      guard let isListed else {
        findings.add(
          .note, row: group.main.number, column: sheet.header(column), value: text,
          "'\(text.shortened(to: 60))' says neither on sale nor off the shelf; it is not taken")
        continue
      }
      product.listed = (product.listed ?? true) && isListed
      note("listed", column)
    }
  }
}
