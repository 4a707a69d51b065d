import Diagnostics
import Model

/// Joins what several files say about the same product: the first file leads, later ones complete.
///
/// It knows drafts by their hashes and places alone; products are read where two of them meet.
struct CatalogueMerger {
  /// A product: the draft that leads, and those that complete it, in their order.
  struct Entry {
    var lead: Int32
    var rest: [Int32] = []
  }

  private(set) var entries: [Entry] = []
  private let store: DraftStore
  private var places: [Int: Int32] = [:]
  /// -1 where two products have one name: it tells neither.
  private var byTitle: [Int: Int32] = [:]
  /// Entries whose titles have been read: that is done when a title is asked for.
  private var titled = 0

  init(store: DraftStore) { self.store = store }

  /// Takes a complete draft; false where it lacks title or price and must wait for `complete`.
  mutating func take(_ draft: PackedDraft, at place: Int, _ findings: inout Findings) -> Bool {
    guard draft.isComplete else { return false }
    if let entry = entry(draft.sku, draft.parent, orTitle: draft.titleKey) {
      join(place, to: entry, &findings)
    } else {
      append(draft, place)
      if !draft.hasOwnSku, let product = store.draft(place)?.product {
        noteMadeSku(product, &findings)
      }
    }
    return true
  }

  /// Completes a product with a draft that waited; names the draft that belongs to none.
  mutating func complete(_ place: Int, _ findings: inout Findings) {
    guard let draft = store.draft(place) else { return }
    let product = draft.product
    let title = draft.hasOwnSku ? nil : product.title.headerKey.hashValue
    if let entry = entry(product.sku.hashValue, product.parentSku?.hashValue, orTitle: title) {
      entries[entry].rest.append(Int32(place))
    } else {
      reportStray(draft, &findings)
    }
  }

  /// - Parameter title: Of a draft that has no SKU of its own; it then has to tell.
  private mutating func entry(_ sku: Int, _ parent: Int?, orTitle title: Int?) -> Int? {
    guard let title else { return (places[sku] ?? parent.flatMap { places[$0] }).map(Int.init) }
    readTitles()
    return byTitle[title].flatMap { $0 < 0 ? nil : Int($0) }
  }

  private mutating func readTitles() {
    while titled < entries.count {
      let title = store.draft(Int(entries[titled].lead))?.product.title.headerKey.hashValue
      if let title { byTitle[title] = byTitle[title] == nil ? Int32(titled) : -1 }
      titled += 1
    }
  }

  private mutating func append(_ draft: PackedDraft, _ place: Int) {
    let entry = Int32(entries.count)
    entries.append(Entry(lead: Int32(place)))
    for key in draft.keys where places[key] == nil { places[key] = entry }
  }

  private mutating func join(_ place: Int, to entry: Int, _ findings: inout Findings) {
    guard let draft = store.draft(place), let lead = store.draft(Int(entries[entry].lead)) else {
      return
    }
    let (new, old) = (draft.product, lead.product)
    let name = draft.hasOwnSku ? "SKU '\(new.sku)'" : "'\(new.title.shortened(to: 40))'"
    let column = new.source.cells["sku"]
    if new.source.file == old.source.file {
      findings.add(
        .warning, row: new.source.row, column: column, value: new.sku,
        "\(name) stands in row \(old.source.row) already; the first is kept")
      return
    }
    if new.price != old.price {
      findings.add(
        .warning, row: new.source.row, column: new.source.cells["price"],
        value: new.price.description,
        "\(name) costs \(old.price) in '\(old.source.file)' row \(old.source.row); that price is kept"
      )
    }
    entries[entry].rest.append(Int32(place))
  }

  private func noteMadeSku(_ product: Product, _ findings: inout Findings) {
    findings.add(
      .warning, row: product.source.row, column: product.source.cells["sku"],
      value: product.title,
      "no SKU, item id or handle; '\(product.sku)' is made from the title and changes with it: "
        + "add a column 商家编码 or sku")
  }

  private func reportStray(_ draft: ProductDraft, _ findings: inout Findings) {
    let product = draft.product
    let name = draft.hasOwnSku ? "SKU '\(product.sku)'" : "'\(product.title.shortened(to: 40))'"
    if draft.hasTitle, let problem = draft.priceProblem {
      findings.add([problem])
    } else if draft.hasPrice {
      findings.add(
        .error, row: product.source.row, column: product.source.cells["sku"], value: product.sku,
        "\(name) has no title, and no other file has a product of that SKU; the row is left out")
    } else {
      findings.add(
        .error, row: product.source.row,
        column: product.source.cells["sku"] ?? product.source.cells["title"],
        "no price for \(name) here, and no other file has that product; the row is left out: "
          + "add a column 售价 or price, or the file with the prices")
    }
  }
}
