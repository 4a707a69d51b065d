import Diagnostics
import Foundation
import Model
import Tables

extension DraftBuilder {
  private static let sentenceMarks = Set("，。！？,.!?；;、<>\"“”".unicodeScalars)

  /// Points, people, places, tags, link and description.
  mutating func readTexts() {
    product.sellingPoints = list(.sellingPoints, "selling_points", ListText.points)
    product.audience = list(.audience, "audience", ListText.words)
    product.scenes = list(.scenes, "scenes", ListText.words)
    product.tags = Array(list(.tags, "tags", ListText.words, eachCell: false).prefix(100))
    if let (text, column) = value(.link, group.main), let link = text.split(separator: "\n").first {
      product.link = (FormulaAddress(text)?.address ?? String(link)).shortened(to: 2_000)
      note("link", column)
    }
    readDescription()
  }

  private mutating func list(
    _ field: CatalogueField, _ name: String, _ split: (String) -> [String], eachCell: Bool = true
  ) -> [String] {
    var found: [String] = []
    for (text, column) in values(field, group.main) {
      for piece in split(HTMLText(text).text) where !found.contains(piece) && found.count < 200 {
        note(eachCell ? "\(name)[\(found.count)]" : name, column)
        found.append(piece.shortened(to: 500))
      }
    }
    return found
  }

  /// Plain text; its `面料：棉100%` lines become attributes too.
  private mutating func readDescription() {
    guard let (text, column) = value(.description, group.main) else { return }
    let plain = HTMLText(text)
    guard !plain.text.isEmpty else { return }
    product.description = plain.text
    note("description", column)
    for pair in HTMLLabels(text).pairs
    where isLabel(pair.label) && (!pair.isWeak || lists.labels.contains(pair.label.folded))
      && product.attributes[pair.label] == nil
    {
      setAttribute(pair.label, pair.value, column)
    }
    for line in plain.lines.prefix(200) {
      guard let (label, value) = labelled(line), product.attributes[label] == nil else { continue }
      setAttribute(label, value, column)
    }
  }

  /// `面料：棉100%` → label and value; a sentence with a colon in it is none.
  func labelled(_ line: String) -> (label: String, value: String)? {
    let colons: [Unicode.Scalar] = ["：", ":"]
    guard let colon = line.unicodeScalars.firstIndex(where: colons.contains) else { return nil }
    let label = String(line[..<colon]).cleaned
    let value = String(line[line.index(after: colon)...]).cleaned
    guard isLabel(label), !value.isEmpty, value.count <= 200, !value.hasPrefix("//") else {
      return nil
    }
    return (label, value)
  }

  /// Whether a text is short and plain enough to name an attribute.
  func isLabel(_ label: String) -> Bool {
    let limit = CopyLocale.detected(in: label) == .zh ? 8 : 24
    return (1...limit).contains(label.count) && !lists.notLabels.contains(label.folded)
      && label.contains(where: \.isLetter)
      && !label.unicodeScalars.contains(where: DraftBuilder.sentenceMarks.contains)
      && label.split(separator: " ").count <= 3 && label.last?.isNumber == false
      && LetterSizes.read(label).isEmpty
  }

  mutating func setAttribute(_ name: String, _ value: String, _ column: Int, row: TableRow? = nil) {
    let name = name.replacingNewlines(with: " ").shortened(to: 60)
    let value = value.replacingNewlines(with: ", ").shortened(to: 1_000)
    guard !name.isEmpty, !value.isEmpty, product.attributes.count < 200 else { return }
    product.attributes[name] = value
    note("attributes.\(name)", column, row: row)
  }
}
