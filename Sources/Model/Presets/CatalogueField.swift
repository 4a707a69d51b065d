/// What a column of a catalogue can hold; the raw value is its key in the header preset.
public enum CatalogueField: String, Sendable, Codable, CaseIterable {
  // Who it is.
  case sku, handle, parentReference = "parent_reference", productID = "product_id", title, brand
  case category, type, tags, status, availability
  // What it costs.
  case price, salePrice = "sale_price", referencePrice = "reference_price", currency, cost
  case referenceBasis = "reference_basis", referenceDate = "reference_date"
  case commissionRate = "commission_rate", commission
  // How it does.
  case stock, sales7d = "sales_7d", sales28d = "sales_28d", rating, returnRate = "return_rate"
  case soldQuantity = "sold_quantity", soldCost = "sold_cost", returnedQuantity =
    "returned_quantity"
  case conversionRate = "conversion_rate", clickRate = "click_rate", competitors
  // Where it comes from.
  case supplier, launched, sample
  // What earlier videos brought.
  case impressions, plays, clicks, orders, spend, revenue, reportDate = "report_date"
  // What is said and shown about it.
  case sellingPoints = "selling_points", audience, scenes, images, link, description
  case optionName = "option_name", optionValue = "option_value", spec, skuProps = "sku_props"
  case attributeName = "attribute_name", attributeValue = "attribute_value", attributes
  // What the team decided.
  case selected, priority, hook, copy, cta, teamTitle = "team_title", teamNote = "team_note"
  case playbook
  // The team's shot list.
  case shotNumber = "shot_number", shotSize = "shot_size", shotMovement = "shot_movement"
  case shotAngle = "shot_angle", shotPicture = "shot_picture", shotLine = "shot_line"
  case shotDuration = "shot_duration", shotProps = "shot_props", shotSound = "shot_sound"
  /// Known, and of no use to a video: numbers of the shop's own software.
  case ignored

  /// A column of the team's shot list.
  public var isShot: Bool { rawValue.hasPrefix("shot_") }
}

extension CatalogueField {
  /// Its place among the cases.
  public var ordinal: Int { withUnsafeBytes(of: self) { Int($0[0]) } }

  // By the case: what a raw value brings compares and hashes texts, for each cell of a million rows.
  public static func == (a: CatalogueField, b: CatalogueField) -> Bool { a.ordinal == b.ordinal }
  public func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }
}
