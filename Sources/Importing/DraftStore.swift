import Foundation
import Model
import Tables

/// A draft as bytes, with what is needed to find it again.
struct PackedDraft: Sendable {
  let isComplete: Bool
  let hasTitle: Bool
  let hasPrice: Bool
  let hasOwnSku: Bool
  let isUpdate: Bool
  let guessesCurrency: Bool
  /// Hashes of its SKU, its listing's, and of all it can be found by.
  let sku: Int
  let parent: Int?
  let keys: [Int]
  /// Of a draft that has no SKU of its own.
  let titleKey: Int?
  let category: String
  let product: [UInt8]
  let priceProblem: [UInt8]
  let notes: [[UInt8]]

  /// - Parameter notes: What was found in the product's own words.
  init(_ draft: ProductDraft, notes: [Problem]) {
    (hasTitle, hasPrice, hasOwnSku) = (draft.hasTitle, draft.hasPrice, draft.hasOwnSku)
    (isUpdate, guessesCurrency) = (draft.isUpdate, draft.guessesCurrency)
    isComplete = draft.isComplete
    let product = draft.product
    let names = [product.sku, product.parentSku ?? ""] + product.variants.map(\.sku)
    sku = product.sku.hashValue
    parent = product.parentSku?.hashValue
    keys = names.filter { !$0.isEmpty }.map(\.hashValue)
    titleKey = draft.hasOwnSku ? nil : product.title.headerKey.hashValue
    category = product.category
    self.product = CatalogueText.line(product)
    priceProblem = draft.priceProblem.map(CatalogueText.problem) ?? []
    self.notes = notes.map(CatalogueText.problem)
  }
}

/// Drafts as bytes, held as rows are: the larger part of them not in memory.
final class DraftStore: @unchecked Sendable {
  private let store = RowStore()
  /// Drafts with notes; most have none.
  private var noted: Set<Int> = []
  private enum Cell { static let flags = 0, category = 1, product = 2, priceProblem = 3, notes = 4 }

  var count: Int { store.count }
  var fault: Int32? { store.fault }

  func append(_ draft: PackedDraft) {
    var flags = ""
    if draft.hasTitle { flags += "t" }
    if draft.hasPrice { flags += "p" }
    if draft.hasOwnSku { flags += "s" }
    if draft.isUpdate { flags += "u" }
    if draft.guessesCurrency { flags += "g" }
    store.add(flags)
    store.add(draft.category)
    if !draft.notes.isEmpty { noted.insert(store.count) }
    for bytes in [draft.product, draft.priceProblem] + draft.notes {
      bytes.withUnsafeBufferPointer { store.add($0) }
    }
    store.endRow(store.count)
  }

  func category(of place: Int) -> String {
    String(decoding: store.cell(Cell.category, of: place), as: UTF8.self)
  }

  func line(of place: Int) -> [UInt8] { store.cell(Cell.product, of: place) }

  func notes(of place: Int) -> [Problem] {
    guard noted.contains(place) else { return [] }
    return store.record(place).cells.dropFirst(Cell.notes)
      .compactMap { CatalogueText.problem(Array($0.utf8)[...]) }
  }

  /// Nil alone where the temporary file has lost it.
  func draft(_ place: Int) -> ProductDraft? {
    let cells = store.record(place).cells
    guard cells.count > Cell.priceProblem,
      let product = CatalogueText.product(Array(cells[Cell.product].utf8)[...])
    else { return nil }
    let flags = cells[Cell.flags]
    return ProductDraft(
      product: product, hasTitle: flags.contains("t"), hasPrice: flags.contains("p"),
      hasOwnSku: flags.contains("s"), isUpdate: flags.contains("u"),
      guessesCurrency: flags.contains("g"),
      priceProblem: CatalogueText.problem(Array(cells[Cell.priceProblem].utf8)[...]))
  }
}
