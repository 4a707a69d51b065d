public import Diagnostics
import Drawing
import Foundation
public import Model
import Pixels

/// Looks at the words of drafts before anything is rendered: characters that no font here can draw,
/// words that only fit smaller than the style allows, or are cut.
public struct WordSurvey {
  private var shelves: [Shelf: [Key: [String]]] = [:]
  private var findings: [String: (message: String, drafts: [String])] = [:]
  private var order: [String] = []

  private struct Shelf: Hashable {
    let style: Style
    let brand: BrandKit
    let locale: CopyLocale
    let contract: RenderContract
  }

  private struct Key: Hashable {
    let kind: Layer.Kind
    let text: String
    let keep: [String]
    let hasSmallPrint: Bool
  }

  public init() {}

  /// What is to be said of all drafts, each text once.
  public static func findings(in requests: [RenderRequest]) -> [Diagnostic] {
    var survey = WordSurvey()
    for request in requests { survey.look(at: request) }
    return survey.order.compactMap { survey.findings[$0] }.map { finding in
      let more = finding.drafts.count > 1 ? " and \(finding.drafts.count - 1) more" : ""
      return Diagnostic(.warning, "\(finding.message) (\(finding.drafts[0])\(more))")
    }
  }

  private mutating func look(at request: RenderRequest) {
    let sheet = StyleSheet(
      style: request.style, brand: request.brand, locale: request.locale,
      canvas: request.timeline.canvas)
    let shelf = Shelf(
      style: request.style, brand: request.brand, locale: request.locale,
      contract: request.contract)
    let layers = request.timeline.layers
    let safe = SafeBox(canvas: request.timeline.canvas, margins: request.contract.margins)
    let row = TopRow(layers, sheet: sheet, safe: safe)
    let scene = LayerScene(sheet: sheet, safe: safe, row: row)
    for layer in layers where layer.kind != .logo {
      let key = Key(
        kind: layer.kind, text: Self.text(of: layer), keep: layer.keep,
        hasSmallPrint: row.height > 0)
      let known = shelves[shelf]?[key]
      let said = known ?? Self.faults(of: layer, in: scene)
      if known == nil { shelves[shelf, default: [:]][key] = said }
      for fault in said { note(fault, request.timeline.id) }
    }
    for fault in Self.coverFaults(request) { note(fault, request.timeline.id) }
  }

  private mutating func note(_ message: String, _ draft: String) {
    if findings[message] == nil { order.append(message) }
    findings[message, default: (message, [])].drafts.append(draft)
  }

  private static func text(of layer: Layer) -> String {
    let offer = layer.offer.map {
      [$0.label, $0.price, $0.reference, $0.basis].compactMap { $0 }.joined(separator: " ")
    }
    let card = layer.kind == .endCard ? layer.accents : []
    return ([layer.text, offer, layer.detail].compactMap { $0 } + card).joined(separator: " ")
  }

  private static func faults(of layer: Layer, in scene: LayerScene) -> [String] {
    let text = text(of: layer)
    let lettering: Style.Text? =
      layer.kind == .caption ? scene.sheet.style.caption : scene.sheet.style.title
    let missing = TextLayout.missing(in: text, families: scene.sheet.families(lettering))
    var faults = missing.isEmpty ? [] : [message(missing, text)]
    guard layer.offer == nil, [.title, .caption, .sticker, .label, .tag].contains(layer.kind) else {
      return faults
    }
    let words = scene.words(layer).text
    if words.overflow {
      faults.append("'\(text)' is too long to be shown whole as a \(layer.kind.rawValue); it is cut")
    } else if words.isShrunk {
      faults.append(
        "'\(text)' only fits at \(Int(words.fontSize.rounded())) px as a \(layer.kind.rawValue), "
          + "smaller than the style allows; shorten it")
    }
    return faults
  }

  private static func coverFaults(_ request: RenderRequest) -> [String] {
    let plan = request.timeline.cover
    let maker = CoverMaker(
      size: request.platform.cover, margins: request.platform.coverMargins, words: plan.text,
      accents: plan.accents, keep: request.post.factsOnCover,
      maxCharacters: request.platform.text.coverMax, style: request.style, brand: request.brand,
      locale: request.locale)
    guard !plan.text.isEmpty else { return [] }
    let setting = maker.cover(on: .init(width: 2, height: 2))
      .setting(width: maker.size.width, height: maker.size.height)
    let missing = setting.text.missingGlyphs
    return (missing.isEmpty ? [] : [message(missing, plan.text)])
      + setting.shortcomings.filter { !$0.hasPrefix("no font") }.map { "'\(plan.text)': \($0)" }
  }

  private static func message(_ missing: [Character], _ text: String) -> String {
    let list = missing.map { character in
      let codes = character.unicodeScalars.map {
        "U+" + String($0.value, radix: 16, uppercase: true)
      }
      return "'\(character)' (\(codes.joined(separator: " ")))"
    }
    return "no font here can draw \(list.joined(separator: ", ")) of '\(text)'; it is left out: "
      + "install a font that has it, or change the text"
  }
}
