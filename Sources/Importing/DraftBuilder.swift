import Diagnostics
import Foundation
import Model

/// Turns the rows of a listing into a product, field by field, each with its cell.
struct DraftBuilder {
  let sheet: Sheet
  let kit: DraftKit
  var rules: CatalogueRules { kit.rules }
  var words: NumberWords { kit.words }
  var lists: WordLists { kit.lists }

  var group: RowGroup
  var product: Product
  var findings: Findings
  var hasPrice = false
  var priceProblem: Problem?
  /// What is to be told of a category that is none too sure.
  var categoryDoubt: String?
  /// No cell and no header named the price's currency.
  var guessedCurrency = false

  init(_ group: RowGroup, sheet: Sheet, kit: DraftKit) {
    self.sheet = sheet
    self.kit = kit
    self.group = group
    findings = Findings(file: sheet.file, sheet: sheet.name)
    product = Product(
      sku: "", title: "", category: "general", price: Money(0, sheet.fallbackCurrency),
      source: Source(file: sheet.file, sheet: sheet.name, row: group.main.number))
    product.source.cells.reserveCapacity(40)
  }

  /// Nil where the rows name no product at all; the findings say so.
  mutating func build() -> ProductDraft? {
    readNames()
    let variants = readVariants()
    let hasOwnSku = nameSku(variants)
    guard !product.sku.isEmpty else {
      findings.add(
        .error, row: group.main.number, column: sheet.header(.title) ?? sheet.header(.sku),
        "neither title nor SKU; the row is left out")
      return nil
    }
    readPrice(variants)
    readFigures()
    readStatus()
    readTexts()
    readImages()
    readAttributes(variants)
    readTeam()
    readCategory()
    measureAttributes()
    return ProductDraft(
      product: product, hasTitle: !product.title.isEmpty, hasPrice: hasPrice,
      hasOwnSku: hasOwnSku, isUpdate: sheet.isUpdate, guessesCurrency: guessedCurrency,
      priceProblem: priceProblem)
  }

  private mutating func readNames() {
    if let (text, column) = sheet.text(.title, group.main) {
      product.title = HTMLText(text).text.replacingNewlines(with: " ").shortened(to: 500)
      product.locale = CopyLocale.detected(in: product.title)
      note("title", column)
    }
    if let (text, column) = value(.brand, group.main) {
      product.brand = text.replacingNewlines(with: ", ")
      note("brand", column)
    }
  }

  /// Answers whether the file names the SKU.
  private mutating func nameSku(_ variants: [VariantRow]) -> Bool {
    let lead = lead(of: variants)
    noteLead(lead, of: variants)
    if let lead, let column = lead.skuColumn {
      product.sku = lead.variant.sku
      note("sku", column, row: lead.row)
    }
    var ids: [(String, Int)] = []
    for field in [CatalogueField.sku, .productID, .handle] {
      for (text, column) in sheet.texts(field, group.main) {
        if case .value(let id) = IdentifierText(text) { ids.append((id, column)) }
      }
    }
    if product.sku.isEmpty, let (id, column) = ids.first {
      product.sku = id
      note("sku", column)
    }
    if let key = group.key ?? identifier(.handle) ?? identifier(.productID), key != product.sku {
      product.parentSku = key
      noteParent(key)
    }
    if variants.count > 1 || !group.rest.isEmpty { product.variants = variants.map(\.variant) }
    guard product.sku.isEmpty, !product.title.isEmpty else { return !product.sku.isEmpty }
    product.sku = "T-" + SlatePayload.code(for: product.title, length: 8)
    note("sku", sheet.columns(.title).first)
    return false
  }

  private mutating func noteParent(_ key: String) {
    let columns =
      sheet.columns(.handle) + sheet.columns(.productID) + sheet.columns(.parentReference)
    note(
      "parent_sku",
      columns.first { column in
        group.rows.contains { row in
          row.text(column).map { IdentifierText($0) == .value(key) } ?? false
        }
      })
  }

  private func identifier(_ field: CatalogueField) -> String? {
    guard let text = sheet.text(field, group.main)?.text,
      case .value(let id) = IdentifierText(text)
    else { return nil }
    return id
  }

  private mutating func readCategory() {
    let clues = clues
    kit.finder.settle(&product, clues, corrections: kit.rules.corrections)
    categoryDoubt = kit.finder.doubt(about: product)
    let clue = clues.first { $0.field == product.categoryEvidence.first?.field }
    if let header = clue?.header { product.source.cells["category"] = header }
  }

  /// Of a product with a title; what completes another says nothing of its category.
  var doubt: CategoryDoubts.One? {
    guard let categoryDoubt, !product.title.isEmpty else { return nil }
    return CategoryDoubts.One(
      sku: product.sku, category: product.category, row: group.main.number,
      column: sheet.header(.category) ?? sheet.header(.title), title: product.title,
      text: categoryDoubt)
  }

  private var clues: [CategoryFinder.Clue] {
    var clues: [CategoryFinder.Clue] = []
    for (field, name) in [(CatalogueField.category, "category"), (.type, "type"), (.tags, "tags")] {
      let texts = sheet.texts(field, group.main)
      guard let first = texts.first else { continue }
      clues.append(
        .init(
          field: name, text: texts.map(\.text).joined(separator: " > "),
          header: sheet.header(first.column)))
    }
    clues.append(
      .init(field: "title", text: product.title, header: product.source.cells["title"]))
    for (name, value) in product.attributes.sorted(by: { $0.key < $1.key }).prefix(60) {
      let field = "attributes.\(name)"
      clues.append(.init(field: field, text: value, header: product.source.cells[field]))
    }
    return clues
  }
}

extension DraftBuilder {
  /// Records the cell that a field came from.
  mutating func note(_ field: String, _ column: Int?, row: TableRow? = nil) {
    guard let column else { return }
    note(field, cell: sheet.header(column), row: row)
  }

  /// - Parameter cell: The header over it, or its own name where there is none.
  mutating func note(_ field: String, cell: String, row: TableRow? = nil) {
    product.source.cells[field] = cell
    if let row, row.number != product.source.row {
      var places = product.source.elsewhere ?? [:]
      places[field] = Source.Cell(file: sheet.file, sheet: sheet.name, row: row.number)
      product.source.elsewhere = places
    }
  }

  /// The first filled cell that is not a word for nothing.
  func value(_ field: CatalogueField, _ row: TableRow) -> (text: String, column: Int)? {
    sheet.texts(field, row).first { !words.isEmpty($0.text) }
  }

  func values(_ field: CatalogueField, _ row: TableRow) -> [(text: String, column: Int)] {
    sheet.texts(field, row).filter { !words.isEmpty($0.text) }
  }
}

extension String {
  func replacingNewlines(with mark: String) -> String {
    guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return self }
    return split(whereSeparator: \.isNewline).map { String($0).cleaned }
      .filter { !$0.isEmpty }.joined(separator: mark)
  }
}
