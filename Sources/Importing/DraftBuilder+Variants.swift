import Diagnostics
import Foundation
import Model

/// A row that sells one size or colour of its listing.
struct VariantRow {
  var row: TableRow
  var variant: Variant
  var skuColumn: Int?
  var priceColumn: Int?
  var stockColumn: Int?
  /// Header of each option's value.
  var optionColumns: [String: Int] = [:]

  /// Whether it is the better one to show: in stock, more sold, more in stock.
  func goesBefore(_ other: VariantRow) -> Bool {
    func weight(_ variant: Variant) -> (Int, Int, Int) {
      ((variant.stock ?? 0) > 0 ? 1 : 0, variant.sales ?? -1, variant.stock ?? -1)
    }
    return weight(variant) > weight(other.variant)
  }
}

extension DraftBuilder {
  /// The rows of the group that stand for something one can order.
  mutating func readVariants() -> [VariantRow] {
    let packed = taobaoVariants()
    if !packed.isEmpty, group.rest.isEmpty { return packed }
    var found: [VariantRow] = []
    var skus: [String: Int] = [:]
    var options: [[String: String]: Int] = [:]
    var optionNames: [Int: String] = [:]
    let merged = mergedOptions()
    for row in group.rows {
      readOptionNames(row, &optionNames)
      guard let variant = variant(row, optionNames, merged) else { continue }
      if !variant.variant.sku.isEmpty, let first = skus[variant.variant.sku] {
        reportDuplicate(variant, first)
        continue
      }
      if !variant.variant.sku.isEmpty { skus[variant.variant.sku] = row.number }
      if !variant.variant.options.isEmpty {
        if let twin = options[variant.variant.options] {
          reportTwin(variant, twin)
        } else {
          options[variant.variant.options] = row.number
        }
      }
      found.append(variant)
    }
    if found.count > 1, let first = found.first, first.row.number == group.main.number,
      group.mainIsParent || ((first.variant.price ?? 0) <= 0 && first.variant.options.isEmpty)
    {
      found.removeFirst()  // The listing's own row, not one of its variants.
    }
    inheritPrice(&found)
    return found
  }

  /// In stock first, then most sold, then most in stock, then first.
  func lead(of variants: [VariantRow]) -> VariantRow? {
    guard !group.rest.isEmpty else { return nil }
    let sellable = variants.filter { ($0.variant.price ?? 0) > 0 && !$0.variant.sku.isEmpty }
    guard var best = sellable.first else {
      return variants.first { !$0.variant.sku.isEmpty }
    }
    for other in sellable.dropFirst() where other.goesBefore(best) { best = other }
    return best
  }

  /// Says why another variant leads than the first that could.
  mutating func noteLead(_ lead: VariantRow?, of variants: [VariantRow]) {
    guard let lead,
      let first = variants.first(where: {
        ($0.variant.price ?? 0) > 0 && !$0.variant.sku.isEmpty
      }), first.variant.sku != lead.variant.sku
    else { return }
    let reason: String
    if (lead.variant.stock ?? 0) > 0, (first.variant.stock ?? 0) <= 0 {
      reason = "it is in stock"
    } else if (lead.variant.sales ?? -1) > (first.variant.sales ?? -1) {
      let other = first.variant.sales.map { "\($0)" } ?? "not known"
      reason = "it has sold \(lead.variant.sales ?? 0), the other \(other)"
    } else {
      reason = "\(lead.variant.stock ?? 0) are in stock, of the other \(first.variant.stock ?? 0)"
    }
    findings.add(
      .note, row: lead.row.number, column: lead.skuColumn.map(sheet.header),
      value: lead.variant.sku,
      "'\(lead.variant.sku)' leads its listing and not '\(first.variant.sku)' of row "
        + "\(first.row.number): \(reason)")
  }

  private mutating func reportDuplicate(_ variant: VariantRow, _ first: Int) {
    findings.add(
      .warning, row: variant.row.number, column: variant.skuColumn.map(sheet.header),
      value: variant.variant.sku,
      "SKU '\(variant.variant.sku)' stands in row \(first) already; the first is kept")
  }

  private mutating func reportTwin(_ variant: VariantRow, _ first: Int) {
    let options = variant.variant.options.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    findings.add(
      .warning, row: variant.row.number,
      column: variant.optionColumns.values.min().map(sheet.header), value: options,
      "'\(options.shortened(to: 80))' stands in row \(first) already under another SKU")
  }

  /// Shopify names an option once, in the listing's first row.
  private func readOptionNames(_ row: TableRow, _ names: inout [Int: String]) {
    for column in sheet.columns(.optionName) {
      let number = sheet.table.columns[column].meaning?.number ?? 0
      if let text = row.text(column) { names[number] = text.shortened(to: 60) }
    }
  }

  private func variant(
    _ row: TableRow, _ names: [Int: String], _ merged: MergedOptions
  ) -> VariantRow? {
    var result = VariantRow(row: row, variant: Variant(sku: "", options: [:], row: row.number))
    for (text, column) in sheet.texts(.sku, row) {
      guard case .value(let sku) = IdentifierText(text), sku != merged.sku else { continue }
      result.variant.sku = sku
      result.skuColumn = column
      break
    }
    for (text, column) in values(.optionValue, row) where text != "Default Title" {
      let number = sheet.table.columns[column].meaning?.number ?? 0
      let name = names[number] ?? sheet.header(column)
      result.variant.options[name] = text.replacingNewlines(with: " ")
      result.optionColumns[name] = column
    }
    for (text, column) in values(.spec, row) {
      result.variant.options[sheet.header(column)] = text.replacingNewlines(with: " ")
      result.optionColumns[sheet.header(column)] = column
    }
    if row.number != group.main.number {
      for (name, text, column) in pairs(row) {
        result.variant.options[name] = text
        result.optionColumns[name] = column
      }
    }
    if result.variant.options.isEmpty {
      for (column, name) in merged.columns {
        guard let text = row.text(column), !words.isEmpty(text) else { continue }
        result.variant.options[name] = text.replacingNewlines(with: " ")
        result.optionColumns[name] = column
      }
    }
    for field in [CatalogueField.salePrice, .price] where (result.variant.price ?? 0) <= 0 {
      guard let (text, column) = value(field, row), let number = NumberText(text, words) else {
        continue
      }
      result.variant.price = number.value
      result.priceColumn = column
    }
    if let (text, column) = value(.stock, row), let number = NumberText(text, words) {
      result.variant.stock = max(0, number.whole ?? 0)
      result.stockColumn = column
    }
    for field in [CatalogueField.sales7d, .sales28d, .soldQuantity, .orders] {
      guard let (text, _) = value(field, row), let number = NumberText(text, words),
        number.value >= 0, let whole = number.whole
      else { continue }
      result.variant.sales = whole
      break
    }
    let isEmpty = result.variant.sku.isEmpty && result.variant.options.isEmpty
    return isEmpty && (row.number == group.main.number || result.variant.price == nil)
      ? nil : result
  }

  private mutating func inheritPrice(_ variants: inout [VariantRow]) {
    guard let parent = variants.first(where: { ($0.variant.price ?? 0) > 0 })?.variant.price else {
      return
    }
    for place in variants.indices where variants[place].variant.price == nil {
      variants[place].variant.price = parent
    }
  }

  /// Taobao's `price:quantity:code:pid:vid;pid:vid;` cell.
  private func taobaoVariants() -> [VariantRow] {
    guard let (text, column) = value(.skuProps, group.main) else { return [] }
    var found: [VariantRow] = []
    for part in text.split(separator: ";").prefix(1_000) {
      let pieces = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      if pieces.count >= 5, let price = Decimal(string: pieces[0]), price > 0 {
        var variant = Variant(
          sku: pieces[2].cleaned, options: [pieces[3]: pieces[4]], row: group.main.number)
        variant.price = price
        variant.stock = Int(pieces[1]).map { max(0, $0) }
        found.append(
          VariantRow(row: group.main, variant: variant, skuColumn: nil, stockColumn: column))
      } else if pieces.count == 2, !found.isEmpty {
        found[found.count - 1].variant.options[pieces[0]] = pieces[1]
      }
    }
    return found
  }
}

extension Decimal {
  /// The value without its fraction, or nil past a million million.
  var wholeNumber: Int? {
    guard self > -1_000_000_000_000, self < 1_000_000_000_000 else { return nil }
    return Int(NSDecimalNumber(decimal: self).doubleValue)
  }

  /// The nearest double, by way of the digits: 0.085 is 0.085.
  var double: Double { Double("\(self)") ?? 0 }

  func rounded(_ places: Int) -> Decimal {
    var (source, result) = (self, Decimal())
    NSDecimalRound(&result, &source, places, .plain)
    return result
  }
}
