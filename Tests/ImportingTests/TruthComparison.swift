import Diagnostics
import Foundation
import Importing
import Model

/// Where a catalogue falls short of what its file holds.
struct TruthComparison {
  let truth: WorkbookTruth
  let catalogue: Catalogue
  /// Rows a fault may stand beside its own: JSON counts items, not lines.
  let slack: Int
  private(set) var shortfalls: [String] = []

  init(_ truth: WorkbookTruth, _ catalogue: Catalogue, slack: Int) {
    self.truth = truth
    self.catalogue = catalogue
    self.slack = slack
    compareCount()
    compareColumns()
    for told in truth.products { compare(told) }
    compareFaults()
    comparePictures()
    compareTeam()
  }

  private mutating func hold(_ holds: Bool, _ words: String) {
    if !holds { shortfalls.append(words) }
  }

  private func product(_ skus: [String], title: String? = nil) -> Product? {
    let bare = Set(skus.map(\.bare))
    return catalogue.products.first { product in
      ([product.sku, product.parentSku].compactMap { $0 } + product.variants.map(\.sku))
        .contains { bare.contains($0.bare) }
    } ?? title.flatMap { title in catalogue.products.first { $0.title.bare == title.bare } }
  }

  private mutating func compareCount() {
    let count = catalogue.products.count
    hold((truth.least...truth.most).contains(count), "\(count) products for \(truth.least)")
  }

  private mutating func compareColumns() {
    var taken: [String: Set<String>] = [:]
    var named: Set<String> = []
    for product in catalogue.products {
      for (path, header) in product.source.cells {
        taken[String(path.prefix { $0 != "." && $0 != "[" }), default: []].insert(header.bare)
      }
      named.formUnion(product.attributes.keys.map(\.bare))
      for variant in product.variants { named.formUnion(variant.options.keys.map(\.bare)) }
    }
    for group in truth.columns {
      let seen = group.fields.reduce(into: Set<String>()) { $0.formUnion(taken[$1] ?? []) }
        .union(group.fields.contains("attributes") ? named : [])
      let met = group.headers.contains { header in
        let tail = Self.tail(header.bare)
        return seen.contains { $0.contains(header.bare) || $0 == tail || Self.tail($0) == tail }
      }
      hold(met, "no column of \(group.headers) is taken for \(group.fields)")
    }
  }

  private static func tail(_ header: String) -> String {
    String(header.split { ":./>@".contains($0) }.last ?? "")
  }

  private mutating func compare(_ told: WorkbookTruth.Product) {
    let name = told.skus[0]
    guard let found = product(told.skus, title: told.title) else {
      return hold(told.optional == true, "\(name) is absent")
    }
    if told.optional == true { return }
    func near(_ value: Double?, _ other: Double) -> Bool {
      value.map { abs($0 - other) <= 0.005 } ?? false
    }
    func double(_ value: Decimal?) -> Double? {
      value.map { NSDecimalNumber(decimal: $0).doubleValue }
    }
    var wrong: [String] = []
    func check<Value>(_ field: String, _ value: Value?, _ holds: (Value) -> Bool) {
      if let value, !holds(value) { wrong.append("\(name) \(field) for \(value)") }
    }
    check("sku '\(found.sku)'", told.skus) { product($0) != nil }
    check("title '\(found.title)'", told.title) { found.title.bare == $0.bare }
    check("price \(found.price.amount)", told.prices) {
      $0.contains { near(double(found.price.amount), $0) }
    }
    check("currency \(found.price.currency)", told.currency) { found.price.currency == $0 }
    check("stock \(String(describing: found.stock))", told.stock) { found.stock == $0 }
    check("cost", told.cost) { near(double(found.cost), $0) }
    check("sales of 7 days", told.sales7d) { found.sales7d == $0 }
    check("sales of 28 days", told.sales28d) { found.sales28d == $0 }
    check("commission", told.commissionRate) { near(found.commissionRate, $0) }
    check("returns", told.returnRate) { near(found.returnRate, $0) }
    check("reference price", told.reference) { near(double(found.referencePrice?.amount), $0) }
    check("brand", told.brand) { found.brand?.bare == $0.bare }
    check("link '\(found.link ?? "")'", told.link) { found.link == $0 }
    check("images \(found.images)", told.image) { found.images.contains($0) }
    check("variants \(found.variants.count)", told.variants) { found.variants.count == $0 }
    check("points \(found.sellingPoints)", told.points) {
      Set($0.map(\.bare)).isSubset(of: found.sellingPoints.map(\.bare))
    }
    check("attributes \(found.attributes)", told.attributes) {
      $0.allSatisfy { found.attributes[$0.key]?.bare.contains($0.value.bare) == true }
    }
    shortfalls += wrong
  }

  private func named(_ fault: WorkbookTruth.Fault) -> Problem? {
    catalogue.problems.first { problem in
      guard let row = problem.row, abs(row - fault.row) <= slack else { return false }
      if let sheet = fault.sheet, let own = problem.sheet, sheet.bare != own.bare { return false }
      guard let header = fault.header?.bare, let column = problem.column?.bare else { return true }
      return column.contains(header) || problem.message.bare.contains(header)
    }
  }

  private mutating func compareFaults() {
    var places: Set<String> = []
    func place(_ problem: Problem) -> String { "\(problem.sheet ?? ""):\(problem.row ?? 0)" }
    for fault in truth.faults {
      if let problem = named(fault) {
        places.insert(place(problem))
      } else {
        hold(!fault.required, "row \(fault.row) is not named: \(fault.what)")
      }
    }
    for problem in catalogue.problems where problem.severity == .error {
      hold(
        places.contains(place(problem)),
        "row \(problem.row ?? 0) has no fault: \(problem.message)")
    }
  }

  private mutating func comparePictures() {
    for picture in truth.pictures {
      let images = product([picture.sku])?.images ?? []
      hold(
        images.contains { $0.contains(picture.digest) },
        "\(picture.sku) is without its picture \(picture.digest)")
    }
  }

  private mutating func compareTeam() {
    for told in truth.team {
      let team = product([told.sku])?.team
      let isRight =
        team?.selected == told.selected && (told.hook == nil || team?.hook?.bare == told.hook?.bare)
      hold(isRight, "\(told.sku) is without the team's decision")
    }
  }
}
