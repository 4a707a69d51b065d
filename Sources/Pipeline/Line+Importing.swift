import Diagnostics
import Foundation
import Gating
import Importing
import Model
import Presets
import Workspace

extension Line {
  /// The files that the settings name, or every `catalogue.*` of the workspace.
  ///
  /// - Throws: `PipelineError` `inputMissing` when there is none; `WorkspaceError` for one outside.
  func catalogueFiles() throws -> [URL] {
    if !settings.catalogues.isEmpty {
      return try settings.catalogues.map { name in
        let file = try workspace.file(name)
        guard FileManager.default.fileExists(atPath: file.path) else {
          throw PipelineError(
            .inputMissing, "catalogue '\(name)', named in shopreel.yaml, is not there")
        }
        return file
      }
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: workspace.root.path)) ?? []
    let found = names.filter { $0.hasPrefix("catalogue") && $0.contains(".") }.sorted()
    guard !found.isEmpty else {
      throw PipelineError(
        .inputMissing,
        "no catalogue: put catalogue.csv into \(workspace.root.path), or name files "
          + "under 'catalogue' in shopreel.yaml")
    }
    return found.map { workspace.root.appendingPathComponent($0) }
  }

  func importCatalogue() throws -> StageReport {
    let files = try catalogueFiles().map { url in
      CatalogueFile(name: workspace.relative(url), data: try Data(contentsOf: url))
    }
    var catalogue = ImportStage(rules: try presets.catalogueRules()).run(files)
    catalogue.problems += try blockedTerms(in: catalogue.products)
    try workspace.write(catalogue, at: workspace.work("products.json"))
    var report = StageReport(.import, .made)
    report.made = catalogue.products.count
    report.findings = catalogue.problems.map(\.diagnostic)
    report.notes = byCategory(catalogue.products)
    report.places = ["work/products.json"]
    guard !catalogue.products.isEmpty else {
      throw DiagnosticsError(
        report.findings + [
          Diagnostic(
            .error, "no product could be read from \(files.map(\.name).joined(separator: ", "))")
        ])
    }
    return report
  }

  /// Cells whose own words no script may repeat.
  private func blockedTerms(in products: [Product]) throws -> [Problem] {
    let gate = try gate()
    let names = settings.platforms
    return products.flatMap { product in
      let texts =
        [("title", product.title)]
        + product.sellingPoints.enumerated().map { ("selling_points[\($0.offset)]", $0.element) }
        + product.attributes.sorted { $0.key < $1.key }.map { ("attributes.\($0.key)", $0.value) }
        + (product.team?.copy ?? []).enumerated().map { ("team.copy[\($0.offset)]", $0.element) }
      return texts.flatMap { field, text in
        gate.findings(in: text, place: field, product: product, platforms: names)
          .filter { $0.severity == .block }
          .map { finding in
            Problem(
              file: product.source.file, row: product.source.row,
              column: product.source.cells[field] ?? field, severity: .warning,
              message: "'\(finding.term)' may not stand in copy (\(finding.basis)): "
                + finding.suggestion, value: text)
          }
      }
    }
  }

  /// The term list, the brand's words and the platforms' rules.
  func gate() throws -> Gate {
    try Gate(
      terms: presets.terms(), brand: brand, platforms: settings.platforms.map(presets.platform))
  }

  private func byCategory(_ products: [Product]) -> [String] {
    let groups = Dictionary(grouping: products, by: \.category)
    return groups.keys.sorted().map { "\($0): \(groups[$0]?.count ?? 0)" }
  }
}
