import Diagnostics
import Model

/// Joins what several files say about the same product: the first file leads, later ones complete,
/// and those that are updates bring price and stock.
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

  /// Where the drafts of each table begin.
  private var tables: [(start: Int, file: String, sheet: String?)] = []
  private var updates = PriceUpdates()
  private var strays = StrayDrafts()

  init(store: DraftStore) { self.store = store }

  /// Takes a complete draft; false where it lacks title or price and must wait for `complete`.
  mutating func take(_ draft: PackedDraft, at place: Int, _ findings: inout Findings) -> Bool {
    if tables.last.map({ $0.file != findings.file || $0.sheet != findings.sheet }) ?? true {
      tables.append((place, findings.file, findings.sheet))
    }
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

  /// Completes a product with a draft that waited; one that belongs to none is told of at the end.
  mutating func complete(_ place: Int) {
    guard let draft = store.draft(place) else { return }
    let product = draft.product
    let title = draft.hasOwnSku ? nil : product.title.headerKey.hashValue
    guard let entry = entry(product.sku.hashValue, product.parentSku?.hashValue, orTitle: title)
    else { return strays.add(draft, place) }
    entries[entry].rest.append(Int32(place))
    strays.addMatch(product.source)
    if draft.updates(isLater: place > entries[entry].lead) {
      updates.add(draft, store, lead: entries[entry].lead)
    }
  }

  /// Says what has come of the drafts that waited; to be called when all files have been read.
  func finish(_ findings: inout [Findings]) {
    updates.note(&findings)
    strays.report(store, hasProducts: !entries.isEmpty, &findings)
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
    let lead = Int(entries[entry].lead)
    if table(of: lead) == table(of: place), findings.isFull { return findings.addUnnamed() }
    guard let draft = store.draft(place), let first = store.draft(lead) else { return }
    let (new, old) = (draft.product, first.product)
    let name = draft.hasOwnSku ? "SKU '\(new.sku)'" : "'\(new.title.shortened(to: 40))'"
    if table(of: lead) == table(of: place) {
      findings.add(
        .warning, row: new.source.row, column: new.source.cells["sku"], value: new.sku,
        "\(name) stands in row \(old.source.row) already; the first is kept")
      return
    }
    entries[entry].rest.append(Int32(place))
    if draft.updates(isLater: true) {
      updates.add(draft, store, lead: entries[entry].lead)
    } else if new.price != old.price {
      findings.add(
        .warning, row: new.source.row, column: new.source.cells["price"],
        value: new.price.description,
        "\(name) costs \(old.price) in \(old.source.own.place); that price is kept"
      )
    }
  }

  /// The ordinal of the table that a draft stands in.
  private func table(of place: Int) -> Int {
    var (low, high) = (0, tables.count)
    while low < high {
      let middle = (low + high) / 2
      if tables[middle].start <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func noteMadeSku(_ product: Product, _ findings: inout Findings) {
    findings.add(
      .warning, row: product.source.row, column: product.source.cells["sku"],
      value: product.title,
      "no SKU, item id or handle; '\(product.sku)' is made from the title and changes with it: "
        + "add a column 商家编码 or sku")
  }
}
