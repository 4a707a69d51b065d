import Diagnostics
import Foundation
import Gating
import Hashing
import Importing
public import Model
import Presets
import Tables
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
      rules: try catalogueRules(), jobs: options.jobs, inspect: try inspection(),
      keep: keepPicture
    ).read(files)
    var report = StageReport(.import, .made)
    report.made = found.count
    report.findings = found.problems.map(\.diagnostic)
    report.places = ["work/products.json", "work/columns.json"]
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

  /// How the catalogue's columns were understood when it was last imported.
  ///
  /// - Throws: `PipelineError` `inputMissing` before the first import.
  public func columnReport() throws -> ColumnReport {
    try artefact(ColumnReport.self, "columns.json", of: .import)
  }

  /// The presets' rules with what the team has settled.
  private func catalogueRules() throws -> CatalogueRules {
    var rules = try presets.catalogueRules()
    rules.columns = settings.columns
    rules.corrections = settings.categories
    return rules
  }

  /// Puts a picture out of a workbook beside the other results, under the hash of its bytes.
  private var keepPicture: @Sendable (PictureFile) -> String? {
    { [workspace] picture in
      let name =
        ContentHash(of: picture.bytes).hexadecimal.prefix(32) + "."
        + (picture.format == .jpeg ? "jpg" : picture.format.rawValue)
      let url = workspace.work("pictures/\(name)")
      let isThere = FileManager.default.fileExists(atPath: url.path)
      guard isThere || (try? AtomicFile.write(Data(picture.bytes), to: url)) != nil else {
        return nil
      }
      return workspace.relative(url)
    }
  }

  /// Writes `products.json` a product at a time; answers how many each category has, and what has
  /// changed.
  private func write(_ found: FoundProducts) throws -> [String] {
    let url = workspace.work("products.json")
    var comparison = try? ByteSource(at: url.path).comparison()
    let stream = try AtomicStream(to: url)
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
      comparison?.see(item.line)
      categories[item.category, default: 0] += 1
    }
    if let fault { throw fault }
    try stream.write(CatalogueText.tail)
    let changes = try comparison?.changes()
    let isChanged = try stream.finish()
    try workspace.write(found.columns, at: workspace.work("columns.json"))
    let notes = categories.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    guard let changes, isChanged, !changes.isEmpty else { return notes }
    try workspace.write(changes, at: workspace.work("changes.json"))
    return notes + [changes.summary(options.locale)]
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
      let suspects = texts.filter { !innocent.contains($0.1) }
      guard !suspects.isEmpty else { return [] }
      let scopes = gate.scopes(of: product)
      return suspects.flatMap { field, text in
        gate.findings(in: text, place: field, scopes: scopes, platforms: names)
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

extension ByteSource {
  fileprivate func comparison() throws -> CatalogueComparison {
    try CatalogueComparison(before: self)
  }
}

extension CatalogueChanges {
  /// One line for people.
  fileprivate func summary(_ locale: CopyLocale) -> String {
    func part(_ count: Int, _ zh: String, _ en: String) -> String? {
      count == 0 ? nil : locale == .zh ? "\(zh) \(count)" : "\(count) \(en)"
    }
    let parts = [
      part(new.count, "新增", "new"), part(gone.count, "消失", "gone"),
      part(prices.count, "改价", "with another price"),
      part(stocks.count, "库存变动", "with another stock"),
      part(other.count, "其他改动", "otherwise changed"),
    ].compactMap { $0 }
    let text = parts.joined(separator: locale == .zh ? "，" : ", ")
    return locale == .zh
      ? "与上次相比：\(text)（work/changes.json）"
      : "since the last import: \(text) (work/changes.json)"
  }
}
