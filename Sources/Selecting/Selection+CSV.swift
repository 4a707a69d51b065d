public import Model

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
    var rows = [Self.headers(locale).map(Cell.text)]
    for item in selected {
      let reasons = item.reasons.sorted { ($1.points, $0.criterion) < ($0.points, $1.criterion) }
        .map { "\(words.name($0.criterion)) \($0.points.plain)" }
      rows.append(
        [
          .text(locale == .zh ? "入选" : "selected"), .number("\(item.rank)"), .text(item.sku),
        ] + Self.cells(of: bySku[item.sku]) + [
          .number(item.score.plain), .number(item.confidence.plain), .text(words.role(item.role)),
          .text(reasons.joined(separator: "; ")), .text(item.counterfactual ?? ""), .text(""),
          .text(""), .text(""),
        ])
    }
    for item in rejected {
      rows.append(
        [.text(locale == .zh ? "未入选" : "rejected"), .text(""), .text(item.sku)]
          + Self.cells(of: bySku[item.sku]) + [
            .text(""), .text(""), .text(""), .text(item.reason), .text(""),
            .text(item.gate ?? ""), .text(item.value ?? ""), .text(item.limit ?? ""),
          ])
    }
    return "\u{FEFF}" + rows.map { $0.map(\.csv).joined(separator: ",") + "\r\n" }.joined()
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

  private static func cells(of product: Product?) -> [Cell] {
    guard let product else { return Array(repeating: .text(""), count: 4) }
    return [
      .text(product.title), .text(product.category), .number("\(product.price.amount)"),
      .text(product.price.currency),
    ]
  }
}

/// A cell of a table: ours, or somebody's words.
private enum Cell {
  case number(String)
  case text(String)

  var csv: String {
    switch self {
    case .number(let digits): return digits
    case .text(let text):
      let safe = Self.isFormula(text) ? "'" + text : text
      let needsQuotes = safe.unicodeScalars.contains { ",\"\r\n;\t".unicodeScalars.contains($0) }
      return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
  }

  /// Whether a spreadsheet would take a text for a command.
  private static func isFormula(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    if scalars.first == "\t" || scalars.first == "\r" { return true }
    guard let first = scalars.first(where: { !$0.properties.isWhitespace }) else { return false }
    return "=+-@＝＋－＠".unicodeScalars.contains(first)
  }
}
