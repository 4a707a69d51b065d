import Foundation
import Model
import Presets
import Reviewing
import Workspace

extension Line {
  func makeReviewPage() throws -> StageReport {
    let folder = draftFolder()
    let drafts = folder.planned
    let catalogue = try catalogue()
    let scripts = try scripts()
    let byScript = Dictionary(scripts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let checks = try? workspace.read(Checks.self, at: workspace.work("checks.json"))
    let takes = try? workspace.read(Takes.self, at: workspace.work("takes.json"))
    let page = ReviewPage(
      entries: entries(drafts, byScript, catalogue.products, checks?.drafts ?? []),
      platforms: try Set(drafts.map(\.platform)).sorted().map(presets.platform),
      shots: scripts.flatMap(\.shots), missing: takes?.missing ?? [],
      problems: catalogue.problems.map(\.diagnostic), lang: options.locale)
    try AtomicFile.update(Data(page.html().utf8), at: workspace.drafts("index.html"))
    var report = StageReport(.review, .made)
    report.made = drafts.count
    report.failed = folder.broken
    if !folder.leftOver.isEmpty {
      report.notes = [
        "\(folder.leftOver.count) drafts are planned no longer and stand beside the others: "
          + folder.leftOver.map { "\($0.platform)/\($0.file)" }.joined(separator: ", ")
      ]
    }
    report.places = ["drafts/index.html"]
    return report
  }

  private func entries(
    _ drafts: [Draft], _ scripts: [String: Script], _ products: [Product],
    _ checked: [CheckedDraft]
  ) -> [ReviewEntry] {
    let bySku = Dictionary(products.map { ($0.sku, $0) }, uniquingKeysWith: { first, _ in first })
    let byDraft = Dictionary(
      checked.map { ("\($0.platform)/\($0.id)", $0) }, uniquingKeysWith: { first, _ in first })
    return drafts.map { draft in
      let script = scripts[draft.script]
      let timeline = (try? Data(contentsOf: timelineFile(draft.id))).flatMap {
        try? Timeline(otio: $0)
      }
      return ReviewEntry(
        draft: draft, checked: byDraft["\(draft.platform)/\(draft.id)"],
        product: bySku[draft.sku].map(ReviewedProduct.init)
          ?? ReviewedProduct(sku: draft.sku, title: draft.title, category: "general", price: ""),
        facts: (script?.beats.flatMap(\.facts) ?? []) + (script?.post[draft.platform]?.facts ?? []),
        missing: timeline?.missing ?? [])
    }
  }
}
