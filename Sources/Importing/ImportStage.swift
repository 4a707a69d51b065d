import Diagnostics
public import Model

/// Turns catalogue files into products: any bytes go in, what can be read comes out, and every
/// fault is named by file, row and column.
///
/// The first file that has a product leads; later files complete it by SKU, or by title where they
/// name no SKU. Files without prices (a team's decisions, a shot list, a sales report) complete
/// products of the other files wherever they stand in the list.
public struct ImportStage: Stage {
  public var rules: CatalogueRules

  public init(rules: CatalogueRules) { self.rules = rules }

  public func run(_ input: [CatalogueFile]) -> Catalogue {
    let reader = FileReader(rules)
    var merger = CatalogueMerger(finder: CategoryFinder(rules.categories))
    var findings: [Findings] = []
    var waiting: [[ProductDraft]] = []
    for file in input {
      var result = reader.read(file)
      waiting.append(merger.take(result.drafts, &result.problems))
      findings.append(result.problems)
    }
    for place in input.indices { merger.complete(waiting[place], &findings[place]) }
    return Catalogue(products: merger.products, problems: findings.flatMap(\.sorted))
  }
}
