import Diagnostics
import Foundation
import Model

/// Reads a team's shot list: a row a shot, products by SKU or name, carried down where blank.
struct ShotListReader {
  let sheet: Sheet
  let words: NumberWords

  func drafts(_ findings: inout Findings) -> [ProductDraft] {
    var drafts: [ProductDraft] = []
    var places: [String: Int] = [:]
    var current: Int?
    for place in 0..<sheet.table.rows.count {
      let row = sheet.table.rows[place]
      if let (key, isSku, column) = key(of: row) {
        if places[key] == nil {
          places[key] = drafts.count
          drafts.append(draft(key, isSku, column, row))
        }
        current = places[key]
      }
      guard let current else {
        findings.add(.error, row: row.number, "a shot before any SKU or product name; add it")
        continue
      }
      add(row, to: &drafts[current], &findings)
    }
    return drafts
  }

  private func key(of row: TableRow) -> (String, isSku: Bool, column: Int)? {
    for field in [CatalogueField.sku, .productID, .handle] {
      for (text, column) in sheet.texts(field, row) {
        if case .value(let id) = IdentifierText(text) { return (id, true, column) }
      }
    }
    return sheet.text(.title, row).map { ($0.text, false, $0.column) }
  }

  private func draft(
    _ key: String, _ isSku: Bool, _ column: Int, _ row: TableRow
  ) -> ProductDraft {
    let title = isSku ? sheet.text(.title, row)?.text ?? "" : key
    var product = Product(
      sku: isSku ? key : "", title: title, category: "general",
      price: Money(0, sheet.fallbackCurrency),
      source: Source(
        file: sheet.file, sheet: sheet.name, row: row.number,
        cells: [isSku ? "sku" : "title": sheet.header(column)]))
    product.team = TeamDecision()
    return ProductDraft(
      product: product, hasTitle: !title.isEmpty, hasPrice: false, hasOwnSku: isSku,
      priceProblem: nil)
  }

  private func add(_ row: TableRow, to draft: inout ProductDraft, _ findings: inout Findings) {
    let line = sheet.text(.shotLine, row)
    guard let picture = sheet.text(.shotPicture, row) ?? line else {
      findings.add(
        .warning, row: row.number, column: sheet.header(.shotPicture),
        "a shot without a picture is left out; write what is seen")
      return
    }
    var shot = TeamShot(picture: picture.text.replacingNewlines(with: " ").shortened(to: 1_000))
    func text(_ field: CatalogueField) -> String? {
      sheet.text(field, row).flatMap { words.isEmpty($0.text) ? nil : $0.text }
        .map { $0.replacingNewlines(with: " ").shortened(to: 500) }
    }
    shot.line = text(.shotLine)
    shot.size = text(.shotSize)
    shot.movement = text(.shotMovement)
    shot.angle = text(.shotAngle)
    shot.sound = text(.shotSound)
    shot.props = text(.shotProps).map(ListText.words) ?? []
    shot.duration = duration(row, &findings)
    var team = draft.product.team ?? TeamDecision()
    guard team.shots.count < 500 else { return }
    let field = "team.shots[\(team.shots.count)]"
    draft.product.source.cells[field] = sheet.header(picture.column)
    var fields = [field]
    if shot.line != nil, let column = sheet.text(.shotLine, row)?.column {
      fields.append(field + ".line")
      draft.product.source.cells[field + ".line"] = sheet.header(column)
    }
    if row.number != draft.product.source.row {
      let cell = Source.Cell(file: sheet.file, sheet: sheet.name, row: row.number)
      for field in fields {
        draft.product.source.elsewhere = (draft.product.source.elsewhere ?? [:]).merging(
          [field: cell]) { $1 }
      }
    }
    team.shots.append(shot)
    draft.product.team = team
  }

  /// Seconds: `3`, `3s`, `2-3秒` (the shorter).
  private func duration(_ row: TableRow, _ findings: inout Findings) -> Double? {
    guard let (text, column) = sheet.text(.shotDuration, row), !words.isEmpty(text) else {
      return nil
    }
    guard let number = NumberText(text, words), number.value > 0, number.value <= 600 else {
      findings.add(
        .warning, row: row.number, column: sheet.header(column), value: text,
        "'\(text.shortened(to: 60))' is no duration; write seconds, like 3 or 2.5")
      return nil
    }
    return number.value.double
  }
}
