import Foundation
import Model

extension Product {
  /// Takes from another file's product what this one lacks, and where it stood.
  mutating func complete(with other: Product) {
    take(\.brand, "brand", other)
    if referencePrice == nil { citeReference(other) }
    take(\.referencePrice, "reference_price", other)
    take(\.cost, "cost", other)
    take(\.commissionRate, "commission_rate", other)
    take(\.stock, "stock", other)
    take(\.listed, "listed", other)
    take(\.sales7d, "sales_7d", other)
    take(\.sales28d, "sales_28d", other)
    take(\.rating, "rating", other)
    take(\.returnRate, "return_rate", other)
    take(\.conversionRate, "conversion_rate", other)
    take(\.clickRate, "click_rate", other)
    take(\.competitors, "competitors", other)
    take(\.supplier, "supplier", other)
    take(\.launched, "launched", other)
    take(\.sample, "sample", other)
    take(\.link, "link", other)
    take(\.description, "description", other)
    append(\.sellingPoints, "selling_points", other)
    append(\.audience, "audience", other)
    append(\.scenes, "scenes", other)
    if images.isEmpty { append(\.images, "images", other) }
    if tags.isEmpty, !other.tags.isEmpty {
      tags = other.tags
      cite("tags", other)
    }
    for (name, value) in other.attributes where attributes[name] == nil {
      attributes[name] = value
      quantities[name] = other.quantities[name]
      cite("attributes.\(name)", other)
    }
    addResults(of: other)
    if other.categoryCertainty > categoryCertainty, other.category != "general" {
      category = other.category
      categoryEvidence = other.categoryEvidence
      categoryCertainty = other.categoryCertainty
    }
    completeTeam(with: other)
  }

  /// Reports are of many videos and days: they are added up.
  private mutating func addResults(of other: Product) {
    guard let theirs = other.results else { return }
    guard var ours = results else {
      results = theirs
      return cite("results", other)
    }
    func sum<Number: AdditiveArithmetic>(_ a: Number?, _ b: Number?) -> Number? {
      a.map { $0 + (b ?? .zero) } ?? b
    }
    ours.rows += theirs.rows
    ours.impressions = sum(ours.impressions, theirs.impressions)
    ours.plays = sum(ours.plays, theirs.plays)
    ours.clicks = sum(ours.clicks, theirs.clicks)
    ours.orders = sum(ours.orders, theirs.orders)
    ours.spend = sum(ours.spend, theirs.spend)
    ours.revenue = sum(ours.revenue, theirs.revenue)
    ours.latest = [ours.latest, theirs.latest].compactMap { $0 }.max()
    results = ours
  }

  private mutating func completeTeam(with other: Product) {
    guard let theirs = other.team, !theirs.isEmpty else { return }
    var ours = team ?? TeamDecision()
    func fill<Value>(_ path: WritableKeyPath<TeamDecision, Value?>) -> Bool {
      guard ours[keyPath: path] == nil, theirs[keyPath: path] != nil else { return false }
      ours[keyPath: path] = theirs[keyPath: path]
      return true
    }
    if fill(\.selected) { cite("team.selected", other) }
    if fill(\.priority) { cite("team.priority", other) }
    if fill(\.hook) { cite("team.hook", other) }
    if fill(\.cta) { cite("team.cta", other) }
    if fill(\.title) { cite("team.title", other) }
    if fill(\.note) { cite("team.note", other) }
    if fill(\.category) { cite("team.category", other) }
    if ours.copy.isEmpty {
      ours.copy = theirs.copy
      for place in ours.copy.indices { cite("team.copy[\(place)]", other) }
    }
    if ours.shots.isEmpty {
      ours.shots = theirs.shots
      for place in ours.shots.indices {
        cite("team.shots[\(place)]", other)
        if ours.shots[place].line != nil { cite("team.shots[\(place)].line", other) }
      }
    }
    team = ours
  }

  /// Where the basis and the date of another file's reference price stand.
  mutating func citeReference(_ other: Product) {
    if other.referencePrice?.basis != nil { cite("reference_price.basis", other) }
    if other.referencePrice?.date != nil { cite("reference_price.date", other) }
  }

  private mutating func take<Value>(
    _ path: WritableKeyPath<Product, Value?>, _ field: String, _ other: Product
  ) {
    guard self[keyPath: path] == nil, other[keyPath: path] != nil else { return }
    self[keyPath: path] = other[keyPath: path]
    cite(field, other)
  }

  private mutating func append(
    _ path: WritableKeyPath<Product, [String]>, _ field: String, _ other: Product
  ) {
    for (place, text) in other[keyPath: path].enumerated()
    where !self[keyPath: path].contains(text) {
      cite("\(field)[\(self[keyPath: path].count)]", other, from: "\(field)[\(place)]")
      self[keyPath: path].append(text)
    }
  }

  /// Records that a field stands in the other file.
  mutating func cite(_ field: String, _ other: Product, from theirs: String? = nil) {
    let name = theirs ?? field
    guard let header = other.source.cells[name] else { return }
    source.cells[field] = header
    var places = source.elsewhere ?? [:]
    places[field] =
      other.source.elsewhere?[name]
      ?? other.source.own
    source.elsewhere = places
  }
}
