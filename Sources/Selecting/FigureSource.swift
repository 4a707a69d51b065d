import Foundation
import Model

/// Where a product's figures come from: cells, and the formulas they went through.
struct FigureSource: Sendable {
  let candidate: Candidate
  private var product: Product { candidate.product }

  init(_ candidate: Candidate) { self.candidate = candidate }

  /// Joins a formula with its cells, in the language of the product's copy.
  private var from: String { isChinese ? " 出自 " : " from " }
  private var isChinese: Bool { product.locale == .zh }

  func cells(_ fields: [String]) -> String {
    fields.map { field in
      field == "return_rate" ? returnCell : product.source.cell(named: field)
    }.joined(separator: ", ")
  }

  var returnCell: String {
    guard let economics = candidate.economics, let key = economics.assumedReturns else {
      return product.source.cell(named: "return_rate")
    }
    return "policy \(key) \(economics.returnRate.plain)"
  }

  func text(of criterion: Criterion, in shop: Shop) -> String {
    let fields: [Criterion: String] = [
      .demand: "sales_7d", .competition: "competitors", .stock: "stock", .rating: "rating",
      .returns: "return_rate", .newness: "launched",
    ]
    if let field = fields[criterion] {
      guard candidate.figures[criterion] != nil else { return lack(field) }
      return product.source.cell(named: field)
    }
    switch criterion {
    case .economics: return economics(in: shop)
    case .headroom: return headroom(in: shop)
    case .trend:
      guard candidate.figures[.trend] != nil else { return lack("sales_7d with sales_28d") }
      return "log((s7 + 1) / (s28 / 4 + 1))" + from + cells(["sales_7d", "sales_28d"])
    case .conversion:
      guard candidate.figures[.conversion] != nil else { return lack("conversion_rate") }
      let traffic = TrafficRates(of: product, by: shop.policy)
      return rate(traffic.conversion, "conversion_rate", ["orders", "clicks"])
    case .content: return content(in: shop)
    case .season: return season(in: shop)
    case .results: return results(in: shop)
    default: return product.source.place
    }
  }

  private func lack(_ what: String) -> String {
    "\(product.source.place) \(isChinese ? "缺" : "no") \(what)"
  }

  private func economics(in shop: Shop) -> String {
    guard let economics = candidate.economics else {
      return lack(
        product.cost == nil ? "cost" : "order costs for \(product.price.currency) in the policy")
    }
    let r = economics.returnRate.plain
    let roas = economics.breakEvenROAS.map { ", ROAS_be \($0.short)" } ?? ""
    return "m \(economics.contribution.double.short) = (1 - \(r))·\(economics.kept.double.short)"
      + " + \(r)·(\(economics.back.double.short))\(roas)"
      + ", CPA_max \(economics.maxCostPerOrder.short)" + from
      + cells(["price", "cost", "return_rate"])
  }

  private func headroom(in shop: Shop) -> String {
    guard let economics = candidate.economics else { return economics(in: shop) }
    guard let market = economics.marketCPM, market > 0 else {
      return lack("market_cpm for \(product.price.currency) in the policy")
    }
    let traffic = economics.traffic
    return "CPM_max \(economics.maxCostPerMille.short) / market_cpm \(market.short), CTR "
      + rate(traffic.click, "click_rate", ["clicks", "impressions"]) + ", CVR "
      + rate(traffic.conversion, "conversion_rate", ["orders", "clicks"])
  }

  func rate(_ rate: TrafficRates.Rate, _ field: String, _ results: [String]) -> String {
    let value = rate.value.rounded(to: 4).plain
    switch rate.origin {
    case .catalogue: return value + from + product.source.cell(named: field)
    case .results: return "\(value) = \(rate.formula ?? "")" + from + cells(results)
    case .policy: return value + from + "policy \(field)"
    }
  }

  private func content(in shop: Shop) -> String {
    let policy = shop.policy.content
    let parts = candidate.content.parts(priceRank: candidate.priceRank, by: policy)
    return parts.map { part in
      "\(isChinese ? Self.parts[part.name] ?? part.name : part.name) "
        + "\(part.amount.short)/\(part.enough.short)"
    }.joined(separator: ", ") + from + product.source.place
  }

  private static let parts = [
    "demonstrable": "可演示", "contrast": "对比", "sensory": "感官", "hooks": "可用开场", "assets": "素材",
    "impulse": "冲动价", "coordinates": "可搭配",
  ]

  private func season(in shop: Shop) -> String {
    guard let season = shop.season(shop.words.found(in: product)), let date = shop.date else {
      return shop.date == nil
        ? isChinese ? "缺拍摄日期" : "no shoot date"
        : isChinese ? "策略未列季节" : "no seasons in the policy"
    }
    let none = isChinese ? "无季节词" : "no season's word"
    let names = season.names.isEmpty ? none : season.names.joined(separator: ", ")
    return (isChinese ? "\(date.month) 月：" : "month \(date.month): ") + names + from
      + product.source.place
  }

  private func results(in shop: Shop) -> String {
    guard let results = shop.results(of: product), let past = product.results else {
      return lack("impressions with revenue")
    }
    let weight = results.weight.rounded(to: 2)
    return "GPM \(results.value.short) = \(weight.plain)·own + \((1 - weight).short)·category "
      + "\(results.prior.short), n \(past.rows)" + from + cells(["revenue", "impressions"])
  }
}
