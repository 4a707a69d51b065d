public import Foundation

/// One thing to sell, as the catalogue has it.
public struct Product: Sendable, Codable, Hashable {
  public var sku: String
  /// The listing this variant stands under (Shopify handle, item id).
  public var parentSku: String?
  public var title: String
  public var brand: String?
  /// A playbook id, or `general`.
  public var category: String
  public var categoryEvidence: [CategoryEvidence]
  /// How sure the category is, 0…1; 1 where the team has said it.
  public var categoryCertainty: Double
  public var locale: CopyLocale
  public var price: Money
  public var referencePrice: ReferencePrice?
  /// Cost of goods in the price's currency.
  public var cost: Decimal?
  /// Share of the price, 0…1.
  public var commissionRate: Double?
  public var stock: Int?
  /// False when the shop has it off the shelf or in draft; nil when the file does not say.
  public var listed: Bool?
  public var sales7d: Int?
  public var sales28d: Int?
  /// Out of five.
  public var rating: Double?
  /// Share of paid orders sent back, 0…1.
  public var returnRate: Double?
  /// Share of those who click that order, 0…1.
  public var conversionRate: Double?
  /// Share of those who see it that click, 0…1.
  public var clickRate: Double?
  /// Creators or videos that sell the same.
  public var competitors: Int?
  public var supplier: String?
  /// ISO date since which it is on sale.
  public var launched: String?
  /// Whether a sample is at hand to film; nil when the file does not say.
  public var sample: Bool?
  /// What earlier videos of it brought.
  public var results: PastResults?
  public var attributes: [String: String]
  /// Attribute name → what its value measures, in canonical units.
  public var quantities: [String: [Quantity]]
  public var sellingPoints: [String]
  public var audience: [String]
  public var scenes: [String]
  /// Paths or addresses, as the catalogue names them; the lead picture first.
  public var images: [String]
  public var link: String?
  /// Plain text; mark-up is gone.
  public var description: String?
  public var tags: [String]
  public var variants: [Variant]
  public var source: Source
  public var team: TeamDecision?

  public init(sku: String, title: String, category: String, price: Money, source: Source) {
    self.sku = sku
    self.title = title
    self.category = category
    self.price = price
    self.source = source
    categoryEvidence = []
    categoryCertainty = 0
    locale = CopyLocale.detected(in: title)
    attributes = [:]
    quantities = [:]
    sellingPoints = []
    audience = []
    scenes = []
    images = []
    tags = []
    variants = []
  }
}

/// Why a product stands in its category.
public struct CategoryEvidence: Sendable, Codable, Hashable {
  /// `category`, `type`, `tags` or `title`; `rule` where the preset's default decided.
  public var field: String
  /// The catalogue's own words.
  public var text: String
  /// The part that matched.
  public var matched: String

  public init(field: String, text: String, matched: String) {
    self.field = field
    self.text = text
    self.matched = matched
  }
}

/// A price to compare with; without a basis it may not be struck through.
public struct ReferencePrice: Sendable, Codable, Hashable {
  public var amount: Decimal
  /// What the amount was: `lowest deal price in the 7 days before`, `list price`.
  public var basis: String?
  /// ISO date of the basis.
  public var date: String?

  public init(amount: Decimal, basis: String? = nil, date: String? = nil) {
    self.amount = amount
    self.basis = basis
    self.date = date
  }
}

/// One size or colour of a listing.
public struct Variant: Sendable, Codable, Hashable {
  public var sku: String
  public var options: [String: String]
  public var price: Decimal?
  public var stock: Int?
  /// Pieces sold, of the last 7 days where the file has them.
  public var sales: Int?
  public var row: Int

  public init(
    sku: String, options: [String: String], price: Decimal? = nil, stock: Int? = nil, row: Int
  ) {
    self.sku = sku
    self.options = options
    self.price = price
    self.stock = stock
    self.row = row
  }
}

/// The cells a product came from.
public struct Source: Sendable, Codable, Hashable {
  public var file: String
  /// The sheet of a workbook that has several with products or decisions.
  public var sheet: String?
  /// As a spreadsheet counts, the first line being 1; for JSON the item's ordinal from 1.
  public var row: Int
  /// Field path (`price`, `attributes.面料`) → header or JSON key of the cell.
  public var cells: [String: String]
  /// Fields that stand in another row or file than this one; their headers are in `cells` too.
  public var elsewhere: [String: Cell]?

  /// A cell's file and row.
  public struct Cell: Sendable, Codable, Hashable {
    public var file: String
    public var sheet: String?
    public var row: Int

    public init(file: String, sheet: String? = nil, row: Int) {
      self.file = file
      self.sheet = sheet
      self.row = row
    }

    /// `catalogue.xlsx!款式:5`.
    public var place: String { file + (sheet.map { "!" + $0 } ?? "") + ":\(row)" }
  }

  public init(file: String, sheet: String? = nil, row: Int, cells: [String: String] = [:]) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.cells = cells
  }

  /// Where the product itself stands.
  public var own: Cell { Cell(file: file, sheet: sheet, row: row) }

  /// `catalogue.csv:5 售价`: where a reader finds the fact.
  public func cell(_ field: String) -> String {
    (elsewhere?[field] ?? own).place + (cells[field].map { " " + $0 } ?? "")
  }
}

/// What the team has already decided; it goes before anything the program would choose.
public struct TeamDecision: Sendable, Codable, Hashable {
  public var selected: Bool?
  /// 1 is first.
  public var priority: Int?
  public var hook: String?
  public var copy: [String]
  public var cta: String?
  public var title: String?
  /// The playbook the team wants instead of the one that was found.
  public var category: String?
  public var shots: [TeamShot]
  /// What the team wrote for those who film: never spoken, never shown.
  public var note: String?

  public init() {
    copy = []
    shots = []
  }

  public var isEmpty: Bool {
    selected == nil && priority == nil && hook == nil && copy.isEmpty && cta == nil && title == nil
      && category == nil && shots.isEmpty && note == nil
  }
}

/// A shot the team wrote down itself.
public struct TeamShot: Sendable, Codable, Hashable {
  public var picture: String
  public var size: String?
  public var movement: String?
  public var angle: String?
  public var duration: Double?
  public var line: String?
  public var props: [String]
  public var sound: String?

  public init(picture: String) {
    self.picture = picture
    props = []
  }
}
