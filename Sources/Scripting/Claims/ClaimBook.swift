import Diagnostics
import Foundation
import Model

/// Everything that may be said of a product, each word with its cell.
struct ClaimBook {
  let product: Product
  let locale: CopyLocale
  /// Words for the slots of patterns.
  var slots: [String: Copy] = [:]
  /// Selling points and attributes, best first.
  var points: [Point] = []
  /// Attribute key → value.
  var attributes: [String: Attribute] = [:]
  /// Attribute key → the catalogue's header.
  var headers: [String: String] = [:]
  /// `pain`, `question` → the claim that answers it.
  var answers: [String: Copy] = [:]
  /// What is to be done, one after the other.
  var steps: [Copy] = []
  var painShot: String?
  var questionShot: String?
  /// What the team should know, in the product's language.
  var notes: [String] = []
  var findings: [Finding] = []
  var diagnostics: [Diagnostic] = []

  struct Attribute: Hashable {
    var rule: Playbook.AttributeRule
    var value: Copy
    /// The value says yes and nothing more: the name is the claim.
    var isFlag: Bool
  }

  /// One thing worth a beat.
  struct Point: Hashable {
    var claim: Copy
    /// Attribute key, for points that are attributes.
    var attribute: String?
    var kind: Playbook.PointKind = .use
    /// Patterns with `{value}`, or none where the shared ones with `{point}` serve.
    var patterns: [String] = []
    /// What may follow when there is time.
    var more: [String] = []
    /// Big words on the picture.
    var title: Copy?
    /// Shots that show it, best first.
    var shots: [String]
    var weight: Double
  }

  init(
    product: Product, playbook: Playbook, brand: BrandKit, gatekeeper: Gatekeeper, priced: Bool,
    shelf: Shelf = Shelf()
  ) {
    self.product = product
    locale = product.locale
    let screen = ClaimScreen(product: product, gatekeeper: gatekeeper, playbook: playbook)
    gatherNames(playbook, brand, screen)
    gatherAttributes(playbook, screen)
    gatherResults(screen)
    if priced { gatherPrices(playbook, screen) }
    gatherCounts(screen)
    gatherSteps(screen)
    gatherFigures(screen)
    gatherPoints(playbook, screen)
    gatherTroubles(playbook)
    gatherSiblings(shelf, priced: priced, screen)
  }

  /// Screens a claim: a blocked one is left out and reported by its cell.
  mutating func accept(
    _ text: String, field: String, cells: [String] = [], source: String? = nil,
    by screen: ClaimScreen
  ) -> Copy? {
    guard !text.isEmpty else { return nil }
    let source = source ?? screen.source(of: field, cells)
    let blocks = screen.gatekeeper.blocks(in: text, at: source)
    guard blocks.isEmpty else {
      report(blocks, in: text, field: field, source: source)
      return nil
    }
    return Copy(text, field: field, source: source)
  }

  /// A figure worked out from cells, with how.
  mutating func computed(
    _ text: String, field: String, source: String, formula: String, by screen: ClaimScreen
  ) -> Copy? {
    guard var copy = accept(text, field: field, source: source, by: screen) else { return nil }
    for index in copy.facts.indices { copy.facts[index].formula = formula }
    return copy
  }

  /// Reports blocked words by their cell; the level is lowered, for the words are gone.
  mutating func report(_ blocks: [Finding], in text: String, field: String, source: String) {
    for block in blocks {
      var finding = block
      finding.severity = .warn
      finding.place = source
      guard !findings.contains(finding) else { continue }
      findings.append(finding)
      let advice = block.suggestion.isEmpty ? "" : ": " + block.suggestion
      diagnostics.append(
        Diagnostic(
          .warning,
          "'\(block.term)' may not be said (\(block.rule)); left out of the copy\(advice)",
          at: Position(
            file: product.source.file, line: product.source.row,
            field: product.source.cells[field] ?? field), value: String(text.prefix(120))))
    }
  }

  mutating func note(zh: String, en: String) {
    let text = locale == .zh ? zh : en
    if !notes.contains(text) { notes.append(text) }
  }
}

/// What claims are held against.
struct ClaimScreen {
  let product: Product
  let gatekeeper: Gatekeeper
  var playbook: Playbook?

  /// The cell of a field; the first of the other spellings that the catalogue has, otherwise.
  func source(of field: String, _ others: [String] = []) -> String {
    let known = ([field] + others).first { product.source.cells[$0] != nil }
    return product.source.cell(known ?? field)
  }
}
