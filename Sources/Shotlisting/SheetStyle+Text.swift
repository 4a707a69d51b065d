internal import Drawing
internal import Foundation

extension SheetStyle {
  /// Running text of a width, as high as it needs to be up to a number of lines.
  ///
  /// What does not fit is cut and ends in `…`; no line is wider than the room.
  func text(
    _ text: String, size: Double, weight: Int = 400, color: Color? = nil, width: Double,
    lines: Int = 40, alignment: TextStyle.Alignment = .left, shrinkTo: Double = 0.75
  ) -> FittedText {
    var style = TextStyle(
      families: families, weight: weight, size: size, minSize: size * shrinkTo, step: 0.5,
      color: color ?? ink, lineSpacing: 1.38, alignment: alignment, maxLines: lines,
      balanced: false)
    let text = lines == 1 ? text.split(whereSeparator: \.isNewline).joined(separator: " ") : text
    let fitted = TextLayout.fit(text, style: style, width: width)
    guard fitted.overflow || fitted.lines.count > lines else { return fitted }
    style.size = style.minSize
    return SheetStyle.cut(fitted, style: style, width: width, lines: lines)
  }

  /// Parts lines that are too wide by character and drops those that are too many.
  private static func cut(
    _ fitted: FittedText, style: TextStyle, width: Double, lines limit: Int
  ) -> FittedText {
    var result = fitted
    var lines = fitted.lines
    // A line that never breaks is measured after each parting; few rounds bring it into the room.
    for _ in 0..<12 {
      lines = zip(lines, result.placedLines).flatMap { line, placed in
        placed.width <= width + 0.01 ? [line] : parted(line, by: width / max(placed.width, 1))
      }
      if lines.count > limit || fitted.lines.count > limit { lines = shortened(lines, to: limit) }
      var open = style
      open.maxLines = max(limit, lines.count)
      result = TextLayout.fit(lines.joined(separator: "\n"), style: open, width: 1e6)
      lines = result.lines
      if result.placedLines.allSatisfy({ $0.width <= width + 0.01 }) { break }
    }
    return result
  }

  private static func parted(_ line: String, by share: Double) -> [String] {
    let characters = Array(line)
    let length = max(1, min(characters.count - 1, Int(Double(characters.count) * share * 0.96)))
    guard length < characters.count else { return [line] }
    return stride(from: 0, to: characters.count, by: length).map {
      String(characters[$0..<min($0 + length, characters.count)])
    }
  }

  /// The first lines, the last of them with a mark that more was there.
  private static func shortened(_ lines: [String], to limit: Int) -> [String] {
    var kept = Array(lines.prefix(max(1, limit)))
    guard let last = kept.popLast() else { return lines }
    if last.hasSuffix("…"), lines.count <= limit { return kept + [last] }
    let bare = last.hasSuffix("…") ? String(last.dropLast()) : last
    return kept + [String(bare.dropLast(bare.count > 3 ? 2 : 0)) + "…"]
  }
}
