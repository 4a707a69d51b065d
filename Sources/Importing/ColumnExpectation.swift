import Model

/// What the cells of a field's column must look like.
struct ColumnExpectation {
  /// Whether the cells look so; nil where they tell nothing.
  var isMet: Bool?
  /// What the cells ought to be.
  var en: String
  var zh: String

  init(_ field: CatalogueField, _ profile: ColumnProfile) {
    (en, zh) = ("", "")
    guard profile.sampled > 0 else { return }
    func atLeast(_ share: Double, _ looks: ColumnProfile.Look...) -> Bool {
      looks.reduce(0) { $0 + profile.share($1) } >= share
    }
    switch field {
    case .price, .salePrice, .referencePrice, .cost, .commission, .spend, .revenue, .soldCost:
      (isMet, en, zh) = (atLeast(0.5, .number) && !atLeast(0.8, .ean), "amounts", "金额")
    case .stock, .sales7d, .sales28d, .soldQuantity, .returnedQuantity, .impressions, .plays,
      .clicks, .orders, .competitors:
      let isCount = atLeast(0.5, .number, .soldOut, .yesNo) && !atLeast(0.5, .percent)
      (isMet, en, zh) = (isCount && !atLeast(0.8, .ean), "counts", "数量")
    case .commissionRate, .returnRate, .conversionRate, .clickRate, .rating:
      (isMet, en, zh) = (atLeast(0.5, .number), "rates", "比例")
    case .images:
      (isMet, en, zh) = (
        atLeast(0.5, .picture, .address) || !atLeast(0.5, .number), "pictures", "图片"
      )
    case .launched, .reportDate, .referenceDate:
      (isMet, en, zh) = (atLeast(0.5, .date, .whole), "dates", "日期")
    case .selected, .sample:
      (isMet, en, zh) = (!atLeast(0.5, .long, .date, .picture), "yes or no", "是或否")
    case .title:
      let isOther = atLeast(0.8, .money) || atLeast(0.8, .picture, .address)
      (isMet, en, zh) = (!isOther && !atLeast(0.9, .twoPlaces), "names", "名称")
    case .sku, .productID, .handle:
      let isOther = atLeast(0.8, .money) || atLeast(0.3, .long) || atLeast(0.5, .picture, .address)
      (isMet, en, zh) = (!isOther, "codes", "编码")
    default: break
    }
  }
}
