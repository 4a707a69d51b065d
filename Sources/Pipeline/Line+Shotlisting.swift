import Foundation
import Media
import Model
import Presets
import Pixels
import Shotlisting
import Workspace

extension Line {
  func listShots() throws -> StageReport {
    let edits = try presets.shootEdits(at: shootEditsFile)
    let plan = try planShoot(edits: edits) { _ in true }
    let places = try writeSheets(of: plan.list, kind: .shoot, to: "shotlist")
    var report = StageReport(.shotlist, .made)
    report.made = plan.list.totals.shots
    report.notes = [plan.summary(options.locale)]
    report.findings = plan.findings
    report.places = places
    return report
  }

  /// A plan for those of the scripts' shots that are wanted.
  func planShoot(edits: ShootEdits, wanted: (Shot) -> Bool) throws -> ShootPlan {
    let ranks = selectionRanks()
    let titles = Dictionary(
      try catalogue().products.map { ($0.sku, $0.title) }, uniquingKeysWith: { first, _ in first })
    let scripts = try scripts(by: ranks).map { script in
      var script = script
      script.shots.removeAll { !wanted($0) }
      return script
    }
    return ShotPlanner(policy: try presets.shootPolicy(), workspace: slateID).plan(
      ShootInput(
        scripts: scripts, titles: titles, ranks: ranks, date: settings.shootDate, edits: edits))
  }

  /// The list in each of its forms, in a folder of `work/`.
  ///
  /// - Returns: Those that people open first.
  func writeSheets(of list: ShotList, kind: SheetKind, to folder: String) throws -> [String] {
    let products = try catalogue().products
    let pages = ShotListPages(
      list: list, policy: try presets.shootPolicy(),
      title: brand.name ?? workspace.root.lastPathComponent,
      pictures: thumbnails(of: products, listed: Set(list.setups.flatMap(\.shots).map(\.sku))),
      kind: kind)
    func place(_ name: String) -> URL { workspace.work("\(folder)/\(name)") }
    try workspace.write(list, at: place("shotlist.json"))
    try AtomicFile.update(pages.pdf(), at: place("shotlist.pdf"))
    try AtomicFile.update(pages.slatesPDF(), at: place("slates.pdf"))
    try AtomicFile.update(
      Data(pages.html(locale: options.locale).utf8), at: place("shotlist.html"))
    try AtomicFile.update(pages.csv(), at: place("shotlist.csv"))
    try AtomicFile.update(pages.xlsx(), at: place("shotlist.xlsx"))
    return ["shotlist.pdf", "slates.pdf", "shotlist.html"].map { "work/\(folder)/\($0)" }
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
