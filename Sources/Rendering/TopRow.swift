import Drawing
import Model

/// The row of small print at the top of the safe box: labels and the tag from the left, the shop's
/// mark at the right.
struct TopRow {
  /// Pixels that it takes of the box; 0 without small print.
  let height: Int
  private let words: [Key: PlacedWords]

  private struct Key: Hashable {
    let kind: Layer.Kind
    let text: String
  }

  init(_ layers: [Layer], sheet: StyleSheet, safe: SafeBox) {
    let hasMark = layers.contains { $0.kind == .logo }
    let room = safe.width - (hasMark ? safe.width * 3 / 10 + 12 : 0)
    var words: [Key: PlacedWords] = [:]
    var (x, y, bottom) = (0, 0, 0)
    let gap = max(4, Int(12 * sheet.scale))
    for layer in layers where layer.kind == .label || layer.kind == .tag {
      let key = Key(kind: layer.kind, text: layer.text)
      guard words[key] == nil else { continue }
      let look = sheet.text(layer.kind == .label ? sheet.style.label : sheet.style.tag)
      let text = TextLayout.fitInside(
        layer.text, style: look, width: Double(room), height: Double(safe.height) * 0.12,
        floor: sheet.floor, keep: layer.keep)
      let (width, height) = (Int(text.width.rounded(.up)), Int(text.height.rounded(.up)))
      if x > 0, x + width > room { (x, y) = (0, bottom + gap) }
      words[key] = PlacedWords(text: text, box: [safe.left + x, safe.top + y, width, height])
      x += width + gap
      bottom = max(bottom, y + height)
    }
    self.words = words
    let mark = hasMark ? Self.markHeight(sheet) : 0
    let taken = max(bottom, mark)
    height = taken > 0 ? taken + gap : 0
  }

  /// The height of the shop's mark, in pixels.
  static func markHeight(_ sheet: StyleSheet) -> Int { max(8, Int(72 * sheet.scale)) }

  func words(of layer: Layer) -> PlacedWords? { words[Key(kind: layer.kind, text: layer.text)] }

  func box(of layer: Layer) -> [Int]? { words(of: layer)?.box }
}

/// Fitted words and where they stand.
struct PlacedWords {
  let text: FittedText
  /// Left, top, width, height in pixels.
  let box: [Int]
}
