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
      CatalogueFile(name: workspace.relative(url), path: url.path)
    }
    let found = ImportStage(
      rules: try presets.catalogueRules(), jobs: options.jobs, inspect: try inspection()
    ).read(files)
    var report = StageReport(.import, .made)
    report.made = found.count
    report.findings = found.problems.map(\.diagnostic)
    report.places = ["work/products.json"]
    report.notes = try write(found)
    guard found.count > 0 else {
      throw DiagnosticsError(
        report.findings + [
          Diagnostic(
            .error, "no product could be read from \(files.map(\.name).joined(separator: ", "))")
        ])
    }
    return report
  }

  /// Writes `products.json` a product at a time; answers how many each category has.
  private func write(_ found: FoundProducts) throws -> [String] {
    let stream = try AtomicStream(to: workspace.work("products.json"))
    try stream.write(CatalogueText.head(problems: found.problems))
    var categories: [String: Int] = [:]
    var isFirst = true
    var fault: (any Error)?
    found.forEach { item in
      guard fault == nil else { return }
      do {
        if !isFirst { try stream.write(CatalogueText.separator) }
        try stream.write(item.line)
      } catch { fault = error }
      isFirst = false
      categories[item.category, default: 0] += 1
    }
    if let fault { throw fault }
    try stream.write(CatalogueText.tail)
    try stream.finish()
    return categories.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
  }

  /// Finds the cells whose own words no script may repeat.
  private func inspection() throws -> @Sendable (Product) -> [Problem] {
    let gate = try gate()
    let names = settings.platforms
    let innocent = InnocentTexts(gate)
    return { product in
      let texts =
        [("title", product.title)]
        + product.sellingPoints.enumerated().map { ("selling_points[\($0.offset)]", $0.element) }
        + product.attributes.sorted { $0.key < $1.key }.map { ("attributes.\($0.key)", $0.value) }
        + (product.team?.copy ?? []).enumerated().map { ("team.copy[\($0.offset)]", $0.element) }
      return texts.flatMap { field, text -> [Problem] in
        if innocent.contains(text) { return [] }
        return gate.findings(in: text, place: field, product: product, platforms: names)
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
}
