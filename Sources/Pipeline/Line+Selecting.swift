import Foundation
import Model
import Presets
import Selecting
import Workspace

extension Line {
  func selectProducts() throws -> StageReport {
    var policy = try presets.selectionPolicy(settings.selection.policy)
    policy.count = settings.selection.count ?? policy.count
    policy.perCategory = settings.selection.perCategory ?? policy.perCategory
    let products = try catalogue().products
    let selection = SelectStage(policy: policy).select(products)
    try workspace.write(selection, at: workspace.work("selection.json"))
    let table = selection.csv(for: products, locale: options.locale)
    try AtomicFile.update(Data(table.utf8), at: workspace.work("selection.csv"))
    var report = StageReport(.select, .made)
    report.made = selection.selected.count
    report.notes =
      selection.selected.map { chosen in
        "\(chosen.rank). \(chosen.sku) \(chosen.score) (\(chosen.role))"
      } + selection.rejected.map { "– \($0.sku): \($0.reason)" }
    report.places = ["work/selection.json", "work/selection.csv"]
    return report
  }
}
