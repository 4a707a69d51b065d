import Model

/// One product's part of a selection as text.
struct Explanation {
  private let product: Product
  private let chosen: SelectedProduct?
  private let rejected: RejectedProduct?
  private let candidate: Candidate
  private let policy: SelectionPolicy
  private let words: Wording

  init(_ selection: Selection, _ product: Product, shop: [Product], _ words: Wording) {
    self.product = product
    self.words = words
    policy = selection.policy
    chosen = selection.selected.first { $0.sku == product.sku }
    rejected = selection.rejected.first { $0.sku == product.sku && $0.gate != "duplicate" }
    var candidate = Candidate(
      product, in: Shop([product], policy: selection.policy, date: selection.date))
    candidate.place(
      at: Candidate.priceRank(of: product, among: shop), by: selection.policy.content)
    self.candidate = candidate
  }

  var text: String {
    var parts = [head, verdict, economics, gates]
    if let reasons = chosen?.reasons ?? rejected?.reasons { parts.append(waterfall(reasons)) }
    if let change { parts.append(words.title("whatIf") + "\n  " + change) }
    if let partner = chosen?.coordinate {
      parts.append(words.title("coordinate") + "\n  \(partner.sku): \(partner.why)")
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var currency: String { product.price.currency }

  private var head: String {
    "\(product.sku)  \(product.title.oneLine)\n"
      + "\(product.category) · \(product.price) · \(product.source.place)"
  }

  private var verdict: String {
    if let chosen {
      let place = chosen.place.map { "  (" + words.keptPlace($0) + ")" } ?? ""
      return words.verdict(chosen: chosen) + place
    }
    guard let rejected else { return words.title("notThere") }
    return words.title("out") + rejected.reason(in: words)
  }

  private var change: String? {
    if let chosen {
      return chosen.role == "team"
        ? chosen.counterfactual
        : words.change(chosen.change, rank: chosen.rank, currency: currency)
    }
    guard let rejected, rejected.gate == nil || rejected.change != nil else { return nil }
    return words.change(rejected.change, rank: nil, currency: currency)
  }

  private var economics: String {
    guard let economics = candidate.economics else {
      return words.title("economics") + "\n  " + words.title("noEconomics")
    }
    var rows = economics.lines(for: candidate, by: policy, words).map {
      [$0.name, $0.value, $0.source]
    }
    if let days = candidate.coverDays {
      let source = FigureSource(candidate).cells(["stock", "sales_7d"])
      rows.append([words.gateName("cover_days"), days.rounded(to: 1).plain, source])
    }
    return words.title("economics") + "\n" + TextTable(rows).text
  }

  private var gates: String {
    let checks = ProductGate(policy: policy).checks(of: candidate)
    let near = chosen?.nearGate ?? rejected?.nearGate
    let rows = checks.map { check in
      let slack = check.slack.map { ($0.slack >= 0 ? "+" : "") + $0.slack.percent } ?? ""
      return [
        check.passed ? "✓" : "✗", words.gateName(check.gate), check.value, check.limit, slack,
        check.gate == near?.gate ? words.title("nearest") : "", check.slack?.source ?? "",
      ]
    }
    return words.title("gates") + "\n" + TextTable(rows).text
  }

  private func waterfall(_ reasons: [SelectionReason]) -> String {
    let score = chosen?.score ?? rejected?.score ?? 0
    let start = score - reasons.compactMap(\.versusMedian).reduce(0, +)
    let rows = reasons.map { reason in
      let versus = reason.versusMedian ?? 0
      let bar = String(
        repeating: versus < 0 ? "▁" : "█", count: min(30, Int(abs(versus).rounded())))
      return [
        words.name(reason.criterion), (versus >= 0 ? "+" : "") + versus.rounded(to: 2).plain,
        "\(reason.points.plain)/\((reason.weight ?? 0).plain)",
        reason.value.map { words.figure($0, of: reason.criterion, currency) } ?? "–",
        reason.median.map { words.figure($0, of: reason.criterion, currency) } ?? "–",
        bar, reason.source,
      ]
    }
    let heads = ["criterion", "versus", "points", "value", "median", "", "source"]
      .map { $0.isEmpty ? "" : words.title($0) }
    return words.title("waterfall") + "\n" + TextTable([heads] + rows).text + "\n  "
      + words.sum(start: start.rounded(to: 2), score: score)
      + "\n  " + words.ranking(among: reasons.compactMap(\.peers).max() ?? 0, policy.evidence.shelf)
  }
}

/// Columns of text, wide letters counted twice.
struct TextTable {
  private let rows: [[String]]

  init(_ rows: [[String]]) { self.rows = rows }

  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? Self.width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() where widths[column] > 0 {
        line += "  " + cell
        if column < row.count - 1 {
          line += String(repeating: " ", count: widths[column] - Self.width(cell))
        }
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}

extension String {
  /// Without line ends and controls, for one line of a terminal.
  var oneLine: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          scalar.properties.generalCategory == .control ? " " : scalar
        }))
  }
}

extension RejectedProduct {
  /// The reason in another language than the product's own.
  func reason(in words: Wording) -> String {
    if let gate { return words.gate(gate, value ?? "–", limit ?? "–") }
    return words.loss(constraint ?? "count", value ?? "–", limit ?? "–", takenBy)
  }
}
