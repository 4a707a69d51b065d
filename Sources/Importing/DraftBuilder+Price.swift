import Diagnostics
import Foundation
import Model

extension DraftBuilder {
  private static let highest: Decimal = 100_000_000

  /// The price of the row that leads, what it is compared with, and the currency of both.
  mutating func readPrice(_ variants: [VariantRow]) {
    let row = lead(of: variants).flatMap { $0.priceColumn == nil ? nil : $0.row } ?? group.main
    let price = amount(.price, row)
    let sale = amount(.salePrice, row)
    var reference = amount(.referencePrice, row)
    var chosen = price
    if let sale, sale.value > 0 {
      if let price, price.value > 0, sale.value > price.value {
        findings.add(
          .warning, row: row.number, column: sheet.header(sale.column), value: sale.text,
          "the sale price is above the price '\(price.text)'; the price is taken")
      } else {
        if let price, price.value > sale.value, reference == nil { reference = price }
        chosen = sale
      }
    }
    guard let chosen, isSound(chosen, row) else {
      noteMissingPrice(row)
      return
    }
    product.price = Money(chosen.value, currency(row, chosen))
    note("price", chosen.column, row: row)
    hasPrice = true
    if let high = chosen.high {
      findings.add(
        .note, row: row.number, column: sheet.header(chosen.column), value: chosen.text,
        "a range: the lowest price \(chosen.value) is taken, the highest is \(high)")
    }
    readReference(reference, row)
    readCost(row)
  }

  private struct Amount {
    var value: Decimal
    var high: Decimal?
    var column: Int
    var text: String
  }

  private mutating func amount(_ field: CatalogueField, _ row: TableRow) -> Amount? {
    for (text, column) in values(field, row) {
      guard let number = NumberText(text, words) else {
        findings.add(
          field == .price || field == .salePrice ? .error : .warning, row: row.number,
          column: sheet.header(column), value: text,
          "'\(text.shortened(to: 60))' is no amount; write it like 59.90 or ¥59.90")
        continue
      }
      return Amount(value: number.value, high: number.high, column: column, text: text)
    }
    return nil
  }

  private mutating func isSound(_ amount: Amount, _ row: TableRow) -> Bool {
    let header = sheet.header(amount.column)
    let fault: String
    if amount.value == 0 {
      fault = "the price is 0; the row is left out: write what a buyer pays"
    } else if amount.value < 0 {
      fault = "the price is below 0; the row is left out: write what a buyer pays"
    } else if amount.value > DraftBuilder.highest {
      fault = "the price is above \(DraftBuilder.highest); the row is left out: mend the number"
    } else {
      return true
    }
    priceProblem = Problem(
      file: sheet.file, sheet: sheet.name, row: row.number, column: header, severity: .error,
      message: fault,
      value: amount.text)
    return false
  }

  private mutating func noteMissingPrice(_ row: TableRow) {
    guard priceProblem == nil else { return }
    guard let header = sheet.header(.price) ?? sheet.header(.salePrice) else { return }
    priceProblem = Problem(
      file: sheet.file, sheet: sheet.name, row: row.number, column: header, severity: .error,
      message: "the price is missing; the row is left out: write what a buyer pays, like 59.90")
  }

  /// Its own column, the cell's sign, the header's unit, the file's language.
  private mutating func currency(_ row: TableRow, _ amount: Amount) -> String {
    if let (text, _) = value(.currency, row) ?? value(.currency, group.main) {
      let code = text.folded.uppercased()
      if code.count == 3, code.allSatisfy({ $0.isASCII && $0.isLetter }) { return code }
      if let known = rules.values.currency.hints[text.folded] { return known }
    }
    if let known = words.currency(in: amount.text) ?? sheet.currencies[amount.column] {
      return known
    }
    guessedCurrency = true
    return sheet.fallbackCurrency
  }

  private mutating func readReference(_ reference: Amount?, _ row: TableRow) {
    guard let reference, reference.value > 0 else { return }
    guard reference.value > product.price.amount, reference.value <= DraftBuilder.highest else {
      if reference.value != product.price.amount {
        findings.add(
          .note, row: row.number, column: sheet.header(reference.column), value: reference.text,
          "not above the price, so it is not taken as a price to compare with")
      }
      return
    }
    product.referencePrice = ReferencePrice(amount: reference.value)
    note("reference_price", reference.column, row: row)
    if let (basis, column) = value(.referenceBasis, row) ?? value(.referenceBasis, group.main) {
      product.referencePrice?.basis = basis.shortened(to: 120)
      note("reference_price.basis", column, row: row)
    }
    let day = date(.referenceDate, "reference_price.date")
    product.referencePrice?.date = day
  }

  private mutating func readCost(_ row: TableRow) {
    guard let cost = amount(.cost, row) ?? amount(.cost, group.main) else { return }
    guard cost.value >= 0, cost.value <= DraftBuilder.highest else {
      findings.add(
        .warning, row: row.number, column: sheet.header(cost.column), value: cost.text,
        "a cost is 0 or more; this one is not taken")
      return
    }
    product.cost = cost.value
    note("cost", cost.column, row: row)
  }
}
