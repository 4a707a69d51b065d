import Model

/// Two columns that claim one field: which is taken, and why.
enum ColumnConflicts {
  /// Fields of which a product has one.
  private static let single: [CatalogueField] = [
    .sku, .title, .brand, .price, .salePrice, .referencePrice, .cost, .stock, .sales7d, .sales28d,
    .rating, .commissionRate, .returnRate, .conversionRate, .clickRate, .link, .supplier, .launched,
    .sample, .selected, .priority, .hook, .cta,
  ]
  /// Those where a wrong choice spoils the product.
  private static let grave: Set<CatalogueField> = [.sku, .title, .price, .cost, .stock]

  static func note(in columns: inout [UnderstoodColumn]) {
    for field in single {
      let places = columns.indices.filter { columns[$0].field == field && !columns[$0].isBlank }
        .sorted { Column.isBefore(columns[$0].column, columns[$1].column, $0, $1) }
      guard let taken = places.first, places.count > 1 else { continue }
      for other in places.dropFirst() { note(field, taken, other, &columns) }
    }
    noteSalePrice(&columns)
  }

  private static func note(
    _ field: CatalogueField, _ taken: Int, _ other: Int, _ columns: inout [UnderstoodColumn]
  ) {
    let (first, second) = (columns[taken], columns[other])
    let isSettled = first.column.meaning?.by == .settings
    let isSame = first.header.headerKey == second.header.headerKey
    let reason: (en: String, zh: String)
    if isSettled {
      reason = ("shopreel.yaml says so", "shopreel.yaml 已写明")
    } else if isSame || first.column.meaning?.rank == second.column.meaning?.rank {
      reason = ("it stands first", "它排在前面")
    } else {
      reason = ("its name is the surer one", "它的列名更可信")
    }
    columns[other].doubt(
      en:
        "'\(first.header)' is taken as \(field.rawValue) since \(reason.en); this one counts only "
        + "where that is blank",
      zh: "\(field.rawValue) 取“\(first.header)”，因为\(reason.zh)；那一列为空时才用本列")
    let asks = !isSettled && grave.contains(field) && differ(field, first, second)
    columns[taken].doubt(
      en: isSame
        ? "another column has the same name; give each its own"
        : "'\(second.header)' claims \(field.rawValue) too",
      zh: isSame ? "有同名的列，请改成不同的名字" : "“\(second.header)”也像 \(field.rawValue)", asks: asks)
    if !isSettled { columns[taken].certainty *= asks ? 0.7 : 1 }
  }

  /// Whether it matters which of the two is taken.
  private static func differ(
    _ field: CatalogueField, _ a: UnderstoodColumn, _ b: UnderstoodColumn
  ) -> Bool {
    switch field {
    case .sku, .title:
      // Codes and names may stand beside each other; what matters is that the worse was taken.
      return a.profile.variety < 0.5 && b.profile.variety > 0.9
        && b.profile.filled >= a.profile.filled && a.profile.sampled >= 4
    default:
      return zip(a.profile.first, b.profile.first).contains {
        !$0.isEmpty && !$1.isEmpty && $0 != $1
      }
    }
  }

  private static func noteSalePrice(_ columns: inout [UnderstoodColumn]) {
    guard let price = columns.first(where: { $0.field == .price && !$0.isBlank }) else { return }
    for place in columns.indices
    where columns[place].field == .salePrice && !columns[place].isBlank {
      columns[place].doubt(
        en: "where it is below '\(price.header)' it is what buyers pay, and that is what it is "
          + "compared with",
        zh: "低于“\(price.header)”时取本列为到手价，“\(price.header)”作对比价")
    }
  }
}

extension UnderstoodColumn {
  fileprivate var isBlank: Bool { profile.filled == 0 }
}
