import Model

extension DraftBuilder {
  /// Options, named pairs, and every column whose name the presets do not know.
  mutating func readAttributes(_ variants: [VariantRow]) {
    readOptions(variants)
    readPairs()
    for (text, column) in values(.attributes, group.main) {
      for piece in text.split(whereSeparator: { ";；|\n".contains($0) }).prefix(100) {
        guard let (label, value) = labelled(String(piece)), !label.allSatisfy(\.isNumber) else {
          continue
        }
        setAttribute(label, value, column)
      }
    }
    let chosen = Set(variants.flatMap(\.optionColumns.values))
    for (column, name) in sheet.attributeColumns where !chosen.contains(column) {
      guard let text = group.main.text(column), !words.isEmpty(text) else { continue }
      setAttribute(name, HTMLText(text).text, column)
    }
    readTitleLabels()
  }

  /// What the title labels, where no cell of its own says it.
  private mutating func readTitleLabels() {
    guard let column = sheet.columns(.title).first(where: { group.main.text($0) != nil }) else {
      return
    }
    for (label, value) in sheet.reader.titleLabels.pairs(in: product.title)
    where product.attributes[label] == nil {
      setAttribute(label, value, column)
    }
  }

  /// What the attributes measure, in canonical units: bare numbers in the category's.
  mutating func measureAttributes() {
    for (name, text) in product.attributes where text.utf8.count <= 400 {
      let hint = kit.unit(of: name, in: product.category)
      let found = sheet.reader.quantities.quantities(of: name, text, hint: hint)
      if !found.isEmpty { product.quantities[name] = found }
    }
  }

  /// `颜色` → `白色/黑色`: what there is to choose from.
  private mutating func readOptions(_ variants: [VariantRow]) {
    var choices: [(name: String, values: [String], variant: VariantRow)] = []
    for variant in variants {
      for (name, value) in variant.variant.options.sorted(by: { $0.key < $1.key })
      where variant.optionColumns[name] != nil {
        if let place = choices.firstIndex(where: { $0.name == name }) {
          if !choices[place].values.contains(value) { choices[place].values.append(value) }
        } else {
          choices.append((name, [value], variant))
        }
      }
    }
    for choice in choices {
      guard let column = choice.variant.optionColumns[choice.name] else { continue }
      let text = choice.values.prefix(12).joined(separator: "/")
      setAttribute(choice.name, text, column, row: choice.variant.row)
    }
  }

  private mutating func readPairs() {
    for (name, text, column) in pairs(group.main) { setAttribute(name, text, column) }
  }

  /// WooCommerce's `Attribute 1 name` beside `Attribute 1 value(s)`.
  func pairs(_ row: TableRow) -> [(name: String, text: String, column: Int)] {
    sheet.columns(.attributeName).compactMap { nameColumn in
      let number = sheet.table.columns[nameColumn].meaning?.number
      guard let name = row.text(nameColumn),
        let column = sheet.columns(.attributeValue).first(where: {
          sheet.table.columns[$0].meaning?.number == number
        }), let text = row.text(column), !words.isEmpty(text)
      else { return nil }
      return (name, text, column)
    }
  }
}
