import Foundation
import Model

extension DraftBuilder {
  /// Who supplies it, since when it is on sale, whether a sample is at hand.
  mutating func readOrigin() {
    if let (text, column) = value(.supplier, group.main) {
      product.supplier = text.replacingNewlines(with: ", ").shortened(to: 200)
      note("supplier", column)
    }
    product.launched = date(.launched, "launched")
    // Words for nothing are an answer here: 无 is no sample.
    if let (text, column) = sheet.text(.sample, group.main) {
      let number = NumberText(text, words).map { $0.value > 0 }
      if let answer = lists.bool(text) ?? number ?? (words.isEmpty(text) ? false : nil) {
        product.sample = answer
        note("sample", column)
      } else {
        wrong(column, text, "does not say whether a sample is at hand; write 有 or 无")
      }
    }
  }

  /// What a platform's report says of earlier videos; one row is one video, or its day.
  mutating func readResults() {
    var results = PastResults(rows: 1)
    results.impressions = count(.impressions, "results.impressions")
    results.plays = count(.plays, "results.plays")
    results.clicks = count(.clicks, "results.clicks")
    results.orders = count(.orders, "results.orders")
    results.spend = sum(.spend, "results.spend")
    results.revenue = sum(.revenue, "results.revenue")
    guard results != PastResults(rows: 1) else { return }
    results.latest = date(.reportDate, "results.latest")
    product.results = results
  }

  private mutating func sum(_ field: CatalogueField, _ name: String) -> Decimal? {
    guard let (text, column) = value(field, group.main) else { return nil }
    guard let number = NumberText(text, words), number.value >= 0, !number.isPercent else {
      wrong(column, text, "is no amount; write it like 59.90 or 1.2万")
      return nil
    }
    note(name, column)
    return number.value
  }

  mutating func date(_ field: CatalogueField, _ name: String) -> String? {
    guard let (text, column) = value(field, group.main) else { return nil }
    guard let date = DateText(text) ?? DateText.serial(text) else {
      wrong(column, text, "is no day; write it like 2026-06-01")
      return nil
    }
    note(name, column)
    return date.iso
  }
}
