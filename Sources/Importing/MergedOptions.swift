import Model

/// What tells the rows of a listing apart whose title, and perhaps code, are merged over them all.
struct MergedOptions {
  /// The listing's code where it stands in each row: it is then no variant's own.
  var sku: String?
  /// Columns of no known name whose texts differ among the rows, such as `颜色`.
  var columns: [(column: Int, name: String)] = []
}

extension DraftBuilder {
  func mergedOptions() -> MergedOptions {
    let rows = group.rows
    guard group.rest.contains(where: \.continues) else { return MergedOptions() }
    var options = MergedOptions()
    options.columns = sheet.attributeColumns.filter { column, _ in
      let texts = rows.compactMap { $0.text(column) }
      return texts.count == rows.count && Set(texts).count > 1
    }.prefix(3).map { ($0.column, $0.name) }
    let hasChoice =
      !options.columns.isEmpty || rows.allSatisfy { value(.spec, $0) != nil }
      || rows.allSatisfy { value(.optionValue, $0) != nil }
    let codes = rows.map { row in
      sheet.texts(.sku, row).lazy.compactMap { text, _ -> String? in
        if case .value(let code) = IdentifierText(text) { code } else { nil }
      }.first
    }
    if hasChoice, let first = codes.first, first != nil, codes.allSatisfy({ $0 == first }) {
      options.sku = first
    }
    return options
  }
}
