import Model

/// A recommended retail price: what a buyer pays where a sheet names no other price.
enum RetailPrice {
  /// - Parameter names: Keys of the headers that are such prices.
  static func settle(in columns: inout [UnderstoodColumn], _ names: Set<String>) {
    func isFilled(_ fields: Set<CatalogueField>) -> Bool {
      columns.contains { column in
        column.profile.filled > 0 && column.field.map(fields.contains) ?? false
      }
    }
    guard isFilled([.title]), !isFilled([.price, .salePrice]) else { return }
    let places = columns.indices.filter {
      columns[$0].field == .referencePrice && !columns[$0].column.isSettled
        && columns[$0].profile.filled > 0
        && names.contains(columns[$0].header.withoutBrackets.headerKey)
    }
    let first = places.min { Column.isBefore(columns[$0].column, columns[$1].column, $0, $1) }
    guard let first else { return }
    columns[first].column.meaning?.field = .price
    columns[first].remark =
      "no column holds a price but '\(columns[first].header.shortened(to: 40))': it counts as what "
      + "buyers pay; name another in a column 售价 or price"
    columns[first].doubt(
      en: "it is the only price, so it counts as what buyers pay", zh: "表中没有别的售价，按实际售价读取")
  }
}
