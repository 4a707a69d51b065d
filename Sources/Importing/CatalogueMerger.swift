import Diagnostics
import Model

/// Joins what several files say about the same product: the first file leads, later ones complete.
struct CatalogueMerger {
  private(set) var products: [Product] = []
  private let finder: CategoryFinder
  private var places: [String: Int] = [:]
  private var byTitle: [String: Int?] = [:]

  init(finder: CategoryFinder) { self.finder = finder }

  /// Takes a file's complete products; what lacks title or price waits for `complete`.
  mutating func take(_ drafts: [ProductDraft], _ findings: inout Findings) -> [ProductDraft] {
    var waiting: [ProductDraft] = []
    for draft in drafts {
      guard draft.hasTitle, draft.hasPrice else {
        waiting.append(draft)
        continue
      }
      if let place = place(of: draft) {
        join(draft, at: place, &findings)
      } else {
        append(draft)
        if !draft.hasOwnSku { noteMadeSku(draft.product, &findings) }
      }
    }
    return waiting
  }

  /// Completes products with what waited, and names what belongs to none.
  mutating func complete(_ waiting: [ProductDraft], _ findings: inout Findings) {
    for draft in waiting {
      if let place = place(of: draft) {
        products[place].complete(with: draft.product, finder.find(draft.clues))
      } else {
        reportStray(draft, &findings)
      }
    }
  }

  private func place(of draft: ProductDraft) -> Int? {
    if draft.hasOwnSku {
      if let place = places[draft.product.sku] { return place }
      if let parent = draft.product.parentSku, let place = places[parent] { return place }
      return nil
    }
    return byTitle[draft.product.title.headerKey] ?? nil
  }

  private mutating func append(_ draft: ProductDraft) {
    var product = draft.product
    let answer = finder.find(draft.clues)
    product.category = answer.category
    product.categoryEvidence = answer.evidence
    let clue = draft.clues.first { $0.field == answer.evidence.first?.field }
    if let header = clue?.header { product.source.cells["category"] = header }
    products.append(product)
    let place = products.count - 1
    for key in [product.sku, product.parentSku ?? ""] + product.variants.map(\.sku)
    where !key.isEmpty && places[key] == nil {
      places[key] = place
    }
    let title = product.title.headerKey
    if let known = byTitle[title], known != place {
      byTitle[title] = .some(nil)  // Two products of one name: the name tells neither.
    } else {
      byTitle[title] = place
    }
  }

  private mutating func join(
    _ draft: ProductDraft, at place: Int, _ findings: inout Findings
  ) {
    let (new, old) = (draft.product, products[place])
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
    products[place].complete(with: new, finder.find(draft.clues))
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
