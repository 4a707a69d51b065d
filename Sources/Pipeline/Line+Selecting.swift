import Foundation
import Model
import Presets
import Selecting
import Tables
import Workspace

extension Line {
  func selectProducts() throws -> StageReport {
    var policy = try presets.selectionPolicy(settings.selection.policy)
    policy.count = settings.selection.count ?? policy.count
    policy.perCategory = settings.selection.perCategory ?? policy.perCategory
    let products = try catalogue().products
    let selection = SelectStage(policy: policy, date: settings.shootDate).select(products)
    try workspace.write(selection, at: workspace.work("selection.json"))
    let table = selection.csv(for: products, locale: options.locale)
    try AtomicFile.update(Data(table.utf8), at: workspace.work("selection.csv"))
    let page = try SelectionPage(selection, products: products, locale: options.locale).html()
    try AtomicFile.update(Data(page.utf8), at: workspace.work("selection.html"))
    var report = StageReport(.select, .made)
    report.made = selection.selected.count
    report.notes =
      selection.selected.map { chosen in
        "\(chosen.rank). \(chosen.sku) \(chosen.score) (\(chosen.role))"
      } + selection.rejected.map { "– \($0.sku): \($0.reason)" }
    report.places = ["work/selection.json", "work/selection.csv", "work/selection.html"]
    return report
  }

  /// Why each product that was asked for is in or out, to the cell.
  ///
  /// - Throws: `PipelineError` `inputMissing` before the first selection.
  public func selectionExplanations() throws -> [(sku: String, text: String)] {
    let selection = try artefact(Selection.self, "selection.json", of: .select)
    let products = try artefact(Catalogue.self, "products.json", of: .import).products
    let wanted = options.skus.map { $0.sorted() } ?? selection.selected.map(\.sku)
    return wanted.map {
      ($0, selection.explanation(of: $0, products: products, locale: options.locale))
    }
  }
}
