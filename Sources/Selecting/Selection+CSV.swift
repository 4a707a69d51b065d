public import Model
import Tables

extension Selection {
  /// The selection as a table for a spreadsheet: UTF-8 with a byte order mark, CRLF, commas.
  ///
  /// A text that a spreadsheet would run as a formula is led by an apostrophe.
  ///
  /// - Parameters:
  ///   - products: for titles, categories and prices.
  ///   - locale: of the headers.
  public func csv(for products: [Product], locale: CopyLocale) -> String {
    let bySku = Dictionary(products.map { ($0.sku, $0) }, uniquingKeysWith: { first, _ in first })
    let words = Wording(locale)
    var rows = [Self.headers(locale)]
    for item in selected {
      let reasons = item.reasons.sorted { ($1.points, $0.criterion) < ($0.points, $1.criterion) }
        .map { "\(words.name($0.criterion)) \($0.points.plain)" }
      rows.append(
        [locale == .zh ? "入选" : "selected", "\(item.rank)", item.sku]
          + Self.cells(of: bySku[item.sku])
          + [item.score.plain, item.confidence.plain, words.role(item.role)]
          + [reasons.joined(separator: "; "), item.counterfactual ?? "", "", "", ""])
    }
    for item in rejected {
      rows.append(
        [locale == .zh ? "未入选" : "rejected", "", item.sku]
          + Self.cells(of: bySku[item.sku])
          + [item.score?.plain ?? "", item.confidence?.plain ?? ""]
          + [item.role.map(words.role) ?? "", item.reason, item.counterfactual ?? ""]
          + [item.gate ?? item.constraint ?? "", item.value ?? "", item.limit ?? ""])
    }
    return String(decoding: DelimitedWriter.csv(rows), as: UTF8.self)
  }

  private static func headers(_ locale: CopyLocale) -> [String] {
    switch locale {
    case .zh:
      [
        "结果", "名次", "SKU", "标题", "类目", "价格", "币种", "得分", "可信度", "角色", "理由", "若……则……",
        "关卡", "数值", "限值",
      ]
    case .en:
      [
        "result", "rank", "sku", "title", "category", "price", "currency", "score", "confidence",
        "role", "reasons", "what if", "gate", "value", "limit",
      ]
    }
  }

  private static func cells(of product: Product?) -> [String] {
    guard let product else { return Array(repeating: "", count: 4) }
    return [
      product.title, product.category, "\(product.price.amount)", product.price.currency,
    ]
  }
}
