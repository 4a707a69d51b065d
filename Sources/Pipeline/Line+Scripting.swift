import Diagnostics
import Foundation
import Gating
import Model
import Presets
import Scripting
import Tables
import Workspace

extension Line {
  func writeScripts() throws -> StageReport {
    let bySku = Dictionary(
      try catalogue().products.map { ($0.sku, $0) }, uniquingKeysWith: { first, _ in first })
    let selection = try artefact(Selection.self, "selection.json", of: .select)
    let products = selection.selected.compactMap { bySku[$0.sku] }.filter { wants($0.sku) }
    let input = try input(products)
    let stage = try scriptStage()
    var report = StageReport(.script, .made)
    var edits = try gatherEdits(bySku, &report)
    try takeOverLines(into: &edits)
    let output = try stage.run(input)
    report.findings += output.diagnostics
    let sounded = try sounded(output.scripts, input, stage, &report)
    let scripts = edited(sounded, &edits, input, stage, &report)
    let gate = try copyGate()
    var written: Set<String> = []
    for script in scripts {
      guard let product = bySku[script.sku] else { continue }
      let base = "work/scripts/\(script.category.slug)/\(script.id)"
      var script = script
      script.findings = (script.findings + review(script, product, gate, input.platforms)).unique
      if let block = script.findings.first(where: { $0.severity == .block }) {
        report.failed.append(
          StageReport.Failure(
            script.id, "\(block.place): '\(block.term)' (\(block.basis)): \(block.suggestion)"))
        continue
      }
      script.seal = script.freshSeal
      let changed = try workspace.write(script, at: url(base + ".json"))
      try AtomicFile.update(
        Data(script.markdown(product).utf8), at: url(base + ".md"))
      changed ? (report.made += 1) : (report.kept += 1)
      written.formUnion([base + ".json", base + ".md"])
      report.notes += script.findings.map {
        "\(script.id) \($0.place): \($0.severity.rawValue) '\($0.term)' – \($0.suggestion)"
      }
    }
    written.formUnion(try writeBooks(scripts, bySku))
    report.places = ["work/scripts"]
    if !options.isPartial {
      prune("work/scripts", keeping: written)
      let rows = ScriptTable.rows(scripts, products: bySku, locale: options.locale)
      try AtomicFile.update(
        Data(DelimitedWriter.csv(rows)), at: workspace.work("scripts.csv"))
      try workspace.write(output.variety, at: workspace.work("variety.json"))
      report.places += ["work/scripts.csv", "work/variety.json"]
      report.notes.insert(output.variety.summary(options.locale), at: 0)
    }
    try workspace.makeFolder("work/scripts")
    return report
  }

  private func scriptStage() throws -> ScriptStage {
    ScriptStage(
      playbooks: try presets.playbooks(), formats: try presets.formats(),
      hooks: try presets.hooks(), tones: try presets.tones())
  }

  private func input(_ products: [Product]) throws -> ScriptInput {
    let photos = photoCounts(of: products)
    let gate = try copyGate()
    let platforms = try platforms()
    return ScriptInput(
      products: products,
      assets: Dictionary(
        products.map { ($0.sku, assets(of: $0, photos: photos[$0.sku] ?? 0)) },
        uniquingKeysWith: { first, _ in first }),
      platforms: platforms, brand: brand, settings: settings.script, jobs: options.jobs,
      notices: { gate.notices(for: CopyContext(product: $0, platforms: $1)) },
      gate: textGate(gate, platforms, products))
  }

  /// The gate for copy: forbidden words, and what copy must bring along for what it says.
  private func textGate(
    _ gate: Gating.CopyGate, _ platforms: [Platform], _ products: [Product]
  ) -> TextGate {
    let scopes = Dictionary(
      products.map { ($0.sku, gate.terms.scopes(of: $0)) }, uniquingKeysWith: { first, _ in first })
    let byID = Dictionary(platforms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let hasPersona = brand.persona != nil
    return { text, place, product, ids in
      gate.findings(
        in: CopyText(text, place: place, kind: CopyText.Kind(place: place)),
        context: CopyContext(
          // Figures are held against the facts once the script stands.
          product: product, platforms: ids.compactMap { byID[$0] }, facts: [text],
          hasPersona: hasPersona,
          scopes: scopes[product.sku]))
    }
  }

  /// What a whole script lacks or says without a fact behind it.
  func review(
    _ script: Script, _ product: Product, _ gate: Gating.CopyGate, _ platforms: [Platform]
  )
    -> [Finding]
  {
    let facts =
      script.beats.flatMap(\.facts).map(\.text) + script.post.values.flatMap(\.facts).map(\.text)
    let texts = script.lines.filter { !$0.text.isEmpty }.map {
      CopyText($0.text, place: $0.place, kind: CopyText.Kind(place: $0.place))
    }
    let context = CopyContext(
      product: product, platforms: platforms.filter { script.platforms.contains($0.id) },
      facts: facts, hasPersona: brand.persona != nil)
    // The file carries the script's id, and with it the SKU, in its metadata.
    let metadata = CopyText(script.id, place: "metadata.comment", kind: .metadata)
    return gate.findings(inVideo: texts, context: context)
      + gate.terms.findings(
        in: metadata.text, place: metadata.place, product: product, platforms: script.platforms
      ).map { finding in
        var finding = finding
        finding.severity = .warn
        return finding
      }
  }

  /// What the settings say is at hand: for the SKU itself, or for all.
  private func assets(of product: Product, photos: Int) -> ProductAssets {
    guard let own = settings.assets[product.sku] ?? settings.assets["*"] else {
      return ProductAssets(photos: photos)
    }
    return ProductAssets(photos: photos, shoot: Set(own))
  }

  /// A category's script book, beside the single scripts.
  private func writeBooks(_ scripts: [Script], _ products: [String: Product]) throws -> Set<String>
  {
    guard !options.isPartial else { return [] }
    let playbooks = try presets.playbooks()
    var written: Set<String> = []
    for (category, group) in Dictionary(grouping: scripts, by: \.category) {
      let name = "work/scripts/\(category.slug).md"
      let playbook = playbooks.first { $0.id == category } ?? playbooks.first { $0.id == "general" }
      guard var playbook else { continue }
      if playbook.id != category { (playbook.name, playbook.nameZh) = (category, category) }
      let book = ScriptBook.markdown(
        category: playbook, scripts: group, products: group.compactMap { products[$0.sku] })
      try AtomicFile.update(Data(book.utf8), at: url(name))
      written.insert(name)
    }
    return written
  }

  private func url(_ name: String) -> URL { workspace.root.appendingPathComponent(name) }

  /// Photo files by name, for what a format may count on before anything is ingested.
  func photoNames() -> [String] { workspace.files(below: MediaFolder.photos.rawValue) }

  private func photoCounts(of products: [Product]) -> [String: Int] {
    let names = photoNames()
    return Dictionary(
      products.map { product in
        let own = names.filter { isPhoto($0, of: product) }
        let named = product.images.filter { image in
          !own.contains(image)
            && (try? workspace.file(image)).map {
              FileManager.default.fileExists(atPath: $0.path)
            } ?? false
        }
        return (product.sku, own.count + named.count)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// `photos/<sku>/…` or `photos/<sku>-….jpg`, by the SKU itself or its file name form.
  private func isPhoto(_ name: String, of product: Product) -> Bool {
    let path = name.lowercased()
    return [product.sku, product.sku.slug].contains { sku in
      let sku = sku.lowercased()
      return path.hasPrefix("photos/\(sku)/") || path.hasPrefix("photos/\(sku)-")
        || path.hasPrefix("photos/\(sku).")
    }
  }
}

extension CopyText.Kind {
  /// A script's place: `beats[0].voice`, `post.douyin.title`.
  fileprivate init(place: String) {
    switch place.split(separator: ".").last {
    case "voice": self = .voice
    case "caption": self = place.hasPrefix("post.") ? .post : .caption
    case "title": self = place.hasPrefix("post.") ? .post : .title
    case "sticker": self = .sticker
    case "cover_text": self = .cover
    case .some where place.hasPrefix("post."): self = .post
    default: self = .voice
    }
  }
}

extension [Finding] {
  /// The findings in order, each once.
  fileprivate var unique: [Finding] {
    var seen: Set<Finding> = []
    return filter { seen.insert($0).inserted }
  }
}
