import Foundation
import Markup
public import Model

/// 选品 on one page: the shop at a glance, the quotas, and each product with its reasons.
///
/// The page is one file, `work/selection.html`. It loads nothing but pictures that lie in the
/// workspace, by relative paths, and opens without a server.
public struct SelectionPage: Sendable {
  let selection: Selection
  let products: [String: Product]
  let pictures: [String: String]
  let words: Wording
  /// Rejected products that the page lists, the best first.
  let rejected: [RejectedProduct]

  static let listed = 300

  /// - Parameters:
  ///   - products: those the selection was made of.
  ///   - pictures: SKU → address of a picture relative to the page, before the catalogue's own.
  ///   - locale: the page's own language; titles stay as they are.
  public init(
    _ selection: Selection, products: [Product], pictures: [String: String] = [:],
    locale: CopyLocale
  ) {
    self.selection = selection
    self.products = Dictionary(
      products.map { ($0.sku, $0) },
      uniquingKeysWith: {
        ($0.source.file, $0.source.row) < ($1.source.file, $1.source.row) ? $0 : $1
      }
    )
    self.pictures = pictures
    words = Wording(locale)
    let scored = selection.rejected.filter { $0.gate == nil }
    let stopped = selection.rejected.filter { $0.gate != nil }
    rejected = Array(scored.prefix(Self.listed)) + Array(stopped.prefix(Self.listed))
  }

  /// The page's text, UTF-8; equal input gives equal text.
  ///
  /// - Throws: `EncodingError` when a figure is not finite.
  public func html() throws -> String {
    let labels = PageLabels(words.locale)
    return """
      <!doctype html>
      <html lang="\(words.locale == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(Self.guardrails)">
      <meta name="referrer" content="no-referrer">
      <title>\(labels["title"].escaped)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      \(header(labels))
      <main>
      <section class="card" aria-labelledby="glance"><h2 id="glance">\(labels["glance"].escaped)</h2>
      \(ShopChart(self, labels: labels).html)
      </section>
      <section class="card" aria-labelledby="range"><h2 id="range">\(labels["range"].escaped)</h2>
      \(quotas(labels))
      </section>
      <section aria-labelledby="each"><h2 id="each" class="over">\(labels["each"].escaped)</h2>
      \(filters(labels))
      <ol id="list"></ol>
      <p id="none" hidden>\(labels["none"].escaped)</p>
      <p class="soft" id="left">\(leftOut(labels).escaped)</p>
      <noscript><p>\(labels["noscript"].escaped)</p></noscript>
      </section>
      </main>
      <script type="application/json" id="data">\(try data(labels))</script>
      <script>\(Self.script)</script>
      </body>
      </html>

      """
  }

  /// Nothing from anywhere but this workspace.
  private static let guardrails =
    "default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'; "
    + "script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  private func header(_ labels: PageLabels) -> String {
    let gated = selection.rejected.count { $0.gate != nil }
    let scores = selection.selected.map(\.score)
    let mean =
      scores.isEmpty ? "–" : (scores.reduce(0, +) / Double(scores.count)).rounded(to: 1).plain
    let facts = [
      ("\(selection.selected.count)", labels["chosen"]),
      ("\(selection.rejected.count - gated)", labels["lost"]), ("\(gated)", labels["gated"]),
      (mean, labels["mean"]),
    ]
    let items = facts.map { "<li><b>\($0.0)</b> \($0.1.escaped)</li>" }.joined()
    let date = selection.date.map { " · \(labels["date"]) \($0)" } ?? ""
    return "<header><h1>\(labels["title"].escaped)</h1><ul>\(items)</ul><p class=\"soft\">"
      + "\(labels["policy"].escaped) \((selection.policy.name + date).escaped)</p></header>"
  }

  private func quotas(_ labels: PageLabels) -> String {
    let groups = [("ladder", "ladder"), ("category", "category"), ("supplier", "supplier")]
    var html = "<div class=\"quotas\">"
    let plain = (selection.quotas ?? []).filter { ["count", "minutes", "new"].contains($0.kind) }
    html +=
      "<div><h3>\(labels["total"].escaped)</h3>"
      + plain.map { bar($0, labels[$0.kind]) }.joined() + "</div>"
    for (kind, title) in groups {
      let uses = (selection.quotas ?? []).filter { $0.kind == kind }
      guard !uses.isEmpty, kind != "supplier" || selection.policy.quotas.perSupplier < 100_000
      else {
        continue
      }
      let sorted = kind == "ladder" ? uses : uses.sorted { ($1.used, $0.name) < ($0.used, $1.name) }
      html +=
        "<div><h3>\(labels[title].escaped)</h3>"
        + sorted.prefix(12).map { use in
          bar(use, kind == "ladder" ? words.role(use.name) : labels.category(use.name))
        }.joined() + "</div>"
    }
    return html + "</div>"
  }

  private func bar(_ use: QuotaUse, _ name: String) -> String {
    let limited = use.most.flatMap { $0 < 100_000 ? $0 : nil }
    let full = max(limited ?? 0, use.used, use.least ?? 0, 1)
    let part = { (value: Double) in (value / full * 100).rounded(to: 1).plain }
    let over = limited.map { use.used > $0 } ?? false
    let short = use.least.map { use.used < $0 } ?? false
    let most = limited.map { " / \($0.plain)" } ?? ""
    let mark = use.least.flatMap { $0 > 0 ? $0 : nil }.map {
      "<i style=\"left:\(part($0))%\" title=\"≥ \($0.plain)\"></i>"
    }
    let end = limited.flatMap { $0 < full ? $0 : nil }.map {
      "<i style=\"left:\(part($0))%\" title=\"≤ \($0.plain)\"></i>"
    }
    return "<div class=\"quota\(over ? " over-most" : short ? " short" : "")\">"
      + "<span>\(name.escaped)</span><div class=\"track\">"
      + "<div style=\"width:\(part(use.used))%\"></div>\(mark ?? "")\(end ?? "")</div>"
      + "<b>\(use.used.plain)\(most)</b></div>"
  }

  private func filters(_ labels: PageLabels) -> String {
    func select(_ id: String, _ options: [(String, String)]) -> String {
      let all = [("", labels["all"])] + options
      return "<label>\(labels[id].escaped) <select id=\"\(id)\">"
        + all.map { "<option value=\"\($0.0.escaped)\">\($0.1.escaped)</option>" }.joined()
        + "</select></label>"
    }
    let shown = selection.selected.map(\.sku) + rejected.map(\.sku)
    let categories = Set(shown.compactMap { products[$0]?.category }).sorted()
    let roles =
      SelectionPolicy.ladder + (selection.selected.contains { $0.role == "team" } ? ["team"] : [])
    let sorts = ["rank", "score", "price", "confidence"].map { ($0, labels["by." + $0]) }
    return "<div id=\"filters\">"
      + select(
        "state", [("in", labels["chosen"]), ("out", labels["lost"]), ("gate", labels["gated"])])
      + select("category", categories.map { ($0, labels.category($0)) })
      + select("role", roles.map { ($0, words.role($0)) })
      + "<label>\(labels["sort"].escaped) <select id=\"sort\">"
      + sorts.map { "<option value=\"\($0.0)\">\($0.1.escaped)</option>" }.joined()
      + "</select></label><input type=\"search\" id=\"search\" placeholder=\""
      + "\(labels["search"].escaped)\" aria-label=\"\(labels["search"].escaped)\"></div>"
  }

  private func leftOut(_ labels: PageLabels) -> String {
    let left = selection.rejected.count - rejected.count
    return left > 0 ? labels["left"].replacing("{n}", with: "\(left)") : ""
  }
}
