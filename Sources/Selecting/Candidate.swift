import Foundation
import Model

/// A product with its figures and what the quotas ask of it.
struct Candidate: Sendable {
  var product: Product
  var economics: UnitEconomics?
  var figures: Figures
  var content: ContentSuitability
  /// The product's facts that a script can be made of.
  var facts: Int
  var priceRank: Double?

  init(_ product: Product, in shop: Shop) {
    self.product = product
    let policy = shop.policy
    let found = shop.words.found(in: product)
    economics = UnitEconomics(of: product, by: policy)
    content = ContentSuitability(
      of: product, found: found, words: shop.words, coordinates: shop.coordinates(of: product))
    facts = ContentSuitability.facts(of: product).count
    figures = Figures()
    measure(in: shop, found: found)
  }

  private mutating func measure(in shop: Shop, found: Set<Int>) {
    if let economics {
      let known = economics.assumedReturns == nil ? 1 : 0.75
      figures.set(.economics, economics.share.rounded(to: 6), certainty: known)
      let traffic = economics.traffic
      figures.set(
        .headroom, economics.headroom,
        certainty: known * min(traffic.click.certainty, traffic.conversion.certainty))
    }
    figures.set(.demand, product.sales7d.map(Double.init))
    figures.set(.trend, Self.trend(of: product))
    let conversion =
      economics?.traffic.conversion
      ?? TrafficRates(of: product, by: shop.policy).conversion
    if conversion.origin != .policy {
      figures.set(.conversion, conversion.value, certainty: conversion.certainty)
    }
    figures.set(.competition, product.competitors.map(Double.init))
    figures.set(.season, shop.season(found)?.value)
    figures.set(.stock, product.stock.map(Double.init))
    figures.set(.rating, product.rating)
    figures.set(.returns, product.returnRate.flatMap(UnitEconomics.share))
    figures.set(.newness, shop.age(of: product).map(Double.init))
    let results = shop.results(of: product)
    figures.set(.results, results?.value, certainty: results?.weight ?? 0)
  }

  /// Puts the product among its category's prices.
  mutating func place(at rank: Double?, by policy: SelectionPolicy.Content) {
    priceRank = rank
    figures.set(.content, content.score(priceRank: rank, by: policy))
  }

  /// Share of the prices of a product's category that are below its own; nil among fewer than four.
  static func priceRank(of product: Product, among products: [Product]) -> Double? {
    let shelf = Shop.Shelf(product)
    let prices = Distribution(
      products.filter { Shop.Shelf($0) == shelf }.map(\.price.amount).filter(\.isPrice)
        .map(\.double))
    guard prices.count >= 4, product.price.amount.isPrice else { return nil }
    return prices.rank(product.price.amount.double)
  }

  /// The sales' trend: the logarithm of the last week over a mean one of four.
  private static func trend(of product: Product) -> Double? {
    guard let week = product.sales7d, let month = product.sales28d, week >= 0, month >= 0 else {
      return nil
    }
    return log((Double(week) + 1) / (Double(month) / 4 + 1)).rounded(to: 4)
  }

  /// The product's parts in the price ladder, the first that has a place before the others.
  func roles(by roles: SelectionPolicy.Roles) -> [String] {
    if let priceRank, priceRank <= roles.trafficPrice { return ["traffic"] }
    if let priceRank, priceRank >= roles.imagePrice { return ["image"] }
    if let margin, margin >= roles.profitMargin { return ["profit", "main"] }
    return ["main"]
  }

  /// Price less cost, as a share of the price.
  var margin: Double? {
    if let economics { return economics.margin }
    guard product.price.amount.isPrice, let cost = product.cost, cost == 0 || cost.isPrice else {
      return nil
    }
    return ((product.price.amount - cost) / product.price.amount).double
  }

  var isTeamChoice: Bool {
    product.team?.selected != false
      && (product.team?.selected == true || product.team?.priority != nil)
  }
}
