import Foundation
import Media
import Model
import Presets
import Pixels
import Shotlisting
import Workspace

extension Line {
  func listShots() throws -> StageReport {
    let products = try catalogue().products
    let policy = try presets.shootPolicy()
    let edits = try presets.shootEdits(at: shootEditsFile)
    let ranks = selectionRanks()
    let titles = Dictionary(
      products.map { ($0.sku, $0.title) }, uniquingKeysWith: { first, _ in first })
    let plan = ShotPlanner(policy: policy, workspace: slateID).plan(
      ShootInput(
        scripts: try scripts(by: ranks), titles: titles, ranks: ranks, date: settings.shootDate,
        edits: edits))
    let list = plan.list
    let pages = ShotListPages(
      list: list, policy: policy, title: brand.name ?? workspace.root.lastPathComponent,
      pictures: thumbnails(of: products, listed: Set(list.setups.flatMap(\.shots).map(\.sku))))
    try workspace.write(list, at: workspace.work("shotlist/shotlist.json"))
    try AtomicFile.update(pages.pdf(), at: workspace.work("shotlist/shotlist.pdf"))
    try AtomicFile.update(pages.slatesPDF(), at: workspace.work("shotlist/slates.pdf"))
    try AtomicFile.update(
      Data(pages.html(locale: options.locale).utf8), at: workspace.work("shotlist/shotlist.html"))
    try AtomicFile.update(pages.csv(), at: workspace.work("shotlist/shotlist.csv"))
    try AtomicFile.update(pages.xlsx(), at: workspace.work("shotlist/shotlist.xlsx"))
    var report = StageReport(.shotlist, .made)
    report.made = list.totals.shots
    report.notes = [plan.summary(options.locale)]
    report.findings = plan.findings
    report.places = ["work/shotlist/shotlist.pdf", "work/shotlist/shotlist.html"]
    return report
  }

  /// What people want of the shoot; it stands outside `work/`.
  var shootEditsFile: URL { workspace.root.appendingPathComponent("edits/shoot.yaml") }

  private func selectionRanks() -> [String: Int] {
    let selection = try? workspace.read(Selection.self, at: workspace.work("selection.json"))
    return Dictionary(
      (selection?.selected ?? []).map { ($0.sku, $0.rank) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// Scripts in the order of the selection, so that what matters is filmed first where all is equal.
  private func scripts(by ranks: [String: Int]) throws -> [Script] {
    try allScripts().sorted {
      (ranks[$0.sku] ?? .max, $0.id) < (ranks[$1.sku] ?? .max, $1.id)
    }
  }

  /// A small picture of each product, where it has a photo that can be read.
  private func thumbnails(of products: [Product], listed: Set<String>) -> [String: Bitmap] {
    let names = photoNames()
    var pictures: [String: Bitmap] = [:]
    for product in products where listed.contains(product.sku) {
      let own = names.first { name in
        [product.sku, product.sku.slug].contains { name.hasPrefix("photos/\($0)") }
      }
      guard let name = own ?? product.images.first, let file = try? workspace.file(name),
        let picture = try? StillReader.bitmap(of: file.path, longSide: 320)
      else { continue }
      pictures[product.sku] = picture
    }
    return pictures
  }
}
