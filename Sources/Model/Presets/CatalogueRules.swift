/// How the shop's files are read: the names of columns, the words in cells, the categories' words.
public struct CatalogueRules: Sendable, Codable, Hashable {
  public var headers: HeaderRules
  public var values: ValueRules
  public var categories: CategoryRules
  public var units: UnitRules
  /// What this workspace's team has settled about columns.
  public var columns: ColumnSettings
  /// Category → attribute's name → the unit of its bare numbers: bags weigh in `克`.
  public var vocabulary: [String: [String: String]] = [:]
  /// SKU → the category that the team wants.
  public var corrections: [String: String] = [:]

  public init(
    headers: HeaderRules, values: ValueRules, categories: CategoryRules,
    units: UnitRules = UnitRules(), columns: ColumnSettings = ColumnSettings()
  ) {
    self.headers = headers
    self.values = values
    self.categories = categories
    self.units = units
    self.columns = columns
  }
}

/// The names that columns go by.
public struct HeaderRules: Sendable, Codable, Hashable {
  /// The most trusted name first; `#` stands for a number (`option#_name`).
  public var aliases: [CatalogueField: [String]]
  /// Last parts of a path that say nothing without what stands before them (`brand.name`).
  public var generic: [String]
  /// Names that mean one thing in one shop and another in the next: `数量`, `规格`, `num`.
  public var ambiguous: [String]
  /// Groups over other headers that do not change what those mean: `基本信息`.
  public var neutral: [String]
  /// Words behind a slash that are a unit and not a part of the name: `价格/元`.
  public var units: [String]
  /// Reference prices that are what a buyer pays where a sheet has no other price: `建议零售价`.
  public var retail: [String]
  /// Prices that take the place of those that earlier files have: `新售价`.
  public var updates: [String]

  public init(
    aliases: [CatalogueField: [String]], generic: [String], ambiguous: [String] = [],
    neutral: [String] = [], units: [String] = [], retail: [String] = [], updates: [String] = []
  ) {
    self.retail = retail
    self.updates = updates
    self.aliases = aliases
    self.generic = generic
    self.ambiguous = ambiguous
    self.neutral = neutral
    self.units = units
  }
}

/// The words that cells say.
public struct ValueRules: Sendable, Codable, Hashable {
  /// First cells of rows that add other rows up.
  public var totals: [String]
  /// Cells that mean nothing.
  public var empty: [String]
  public var yes: [String]
  public var no: [String]
  /// States in which a product is on sale, and in which it is not.
  public var listed: [String]
  public var unlisted: [String]
  /// Words for a stock of none.
  public var soldOut: [String]
  /// `万` → 10000.
  public var multipliers: [String: Double]
  /// Words that may stand beside a number: `元`, `起`, `件`.
  public var besideNumbers: [String]
  /// Words in a header that make its numbers shares: `率`, `percent`.
  public var rateWords: [String]
  public var currency: CurrencyRules
  /// Labels in descriptions that are no attribute: `注意`.
  public var notLabels: [String]
  /// Labels that are known in titles too: `净含量500g`, `【材质】棉`.
  public var labels: [String]
  /// Words that, with a colon behind them, begin a remark below a table: `注`, `Note`.
  public var remarks: [String]
  /// What cells right below the headers begin with where they tell how to fill the sheet in.
  public var help: [String]

  public init(
    totals: [String], empty: [String], yes: [String], no: [String], listed: [String],
    unlisted: [String], soldOut: [String], multipliers: [String: Double], besideNumbers: [String],
    rateWords: [String], currency: CurrencyRules, notLabels: [String], labels: [String] = [],
    remarks: [String] = [], help: [String] = []
  ) {
    self.remarks = remarks
    self.help = help
    self.totals = totals
    self.empty = empty
    self.yes = yes
    self.no = no
    self.listed = listed
    self.unlisted = unlisted
    self.soldOut = soldOut
    self.multipliers = multipliers
    self.besideNumbers = besideNumbers
    self.rateWords = rateWords
    self.currency = currency
    self.notLabels = notLabels
    self.labels = labels
  }
}

/// How an amount's currency is found where no column names it.
public struct CurrencyRules: Sendable, Codable, Hashable {
  /// Signs and words, in a cell or a header → ISO 4217: `￥`, `元`, `usd`.
  public var hints: [String: String]
  /// By the language of the file's headers.
  public var fallback: [CopyLocale: String]

  public init(hints: [String: String], fallback: [CopyLocale: String]) {
    self.hints = hints
    self.fallback = fallback
  }
}
