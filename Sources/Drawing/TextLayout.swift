internal import Foundation

/// Fits text into boxes by phrase, measured with the fonts that will draw it.
public enum TextLayout {
  /// The most characters looked at; what stands behind is cut and counts as overflow.
  static let longest = 4096

  /// Breaks a text into lines at the largest size that fits its box.
  ///
  /// No line begins with a closing mark or ends with an opening one, none parts a number from its
  /// unit, a Latin word, or a term of `keep`. Breaks stand behind punctuation first, then behind
  /// 的/了/就/才, and lines are balanced. Line feeds are kept. Where nothing fits, the text is set
  /// at the smallest size and `overflow` is true.
  ///
  /// - Parameters:
  ///   - width: The room for letters with strokes and plate, in pixels.
  ///   - height: The same upright; nil for no limit.
  ///   - keep: Terms that are never parted, in any case of letters; one that is wider than the
  ///     box even at the smallest size is broken by phrase like the rest.
  ///   - accents: Words drawn in the style's accent colour.
  public static func fit(
    _ text: String, style: TextStyle, width: Double, height: Double? = nil, keep: [String] = [],
    accents: [String] = []
  ) -> FittedText {
    fit(
      CleanText(text, families: style.families, limit: longest), style: style, width: width,
      height: height, keep: keep, accents: accents)
  }

  /// The same of a text that is cleaned already.
  static func fit(
    _ cleaned: CleanText, style: TextStyle, width: Double, height: Double?, keep: [String],
    accents: [String]
  ) -> FittedText {
    let room = (
      width: max(0, width.isNaN ? 0 : width - 2 * style.insetX),
      height: height.map { $0.isNaN ? 0 : $0 - 2 * style.insetY }
    )
    let fitter = Fitter(
      cleaned.characters, style: style,
      keep: keep.filter { isNarrow($0, style: style, width: room.width) })
    let (lines, size, fits) = fitter.fit(width: room.width, height: room.height)
    return setting(
      lines.map { String(cleaned.characters[$0]) }, style: style, fontSize: size,
      overflow: !fits || cleaned.isCut, missing: cleaned.missing, accents: accents)
  }

  /// Whether a term fits one line at the smallest size: one that does not has to be parted.
  private static func isNarrow(_ term: String, style: TextStyle, width: Double) -> Bool {
    guard term.utf8.count <= longest else { return false }
    let size = min(style.size, style.minSize)
    guard size.isFinite, size > 0, width.isFinite else { return true }
    // No common face is wider than two ems a character: short terms need no measuring.
    if Double(term.count) * size * 2 <= width { return true }
    return PangoLine(term, style: style, fontSize: min(size, 4096)).width <= width
  }

  /// Measures lines that are already broken.
  static func setting(
    _ lines: [String], style: TextStyle, fontSize: Double, overflow: Bool, missing: [Character],
    accents: [String]
  ) -> FittedText {
    let set = lines.map { PangoLine($0, style: style, fontSize: fontSize) }
    let spacing = style.letterSpacing * fontSize
    let widths = zip(lines, set).map { $0.isEmpty ? 0 : max(0, $1.width - spacing) }
    let marked = AccentRanges.find(accents, inLines: lines)
    let placed = lines.indices.map { index in
      FittedText.Line(
        text: lines[index], width: widths[index], ink: set[index].inkSpan, accents: marked[index])
    }
    let extents = inkExtents(set, style: style, fontSize: fontSize)
    let lineHeight = fontSize * style.lineSpacing
    let letters = extents.above + extents.below + lineHeight * Double(max(0, lines.count - 1))
    return FittedText(
      style: style, placedLines: placed, fontSize: fontSize,
      width: (widths.max() ?? 0) + 2 * style.insetX, height: letters + 2 * style.insetY,
      firstBaseline: extents.above + style.insetY, lineHeight: lineHeight, overflow: overflow,
      missingGlyphs: missing)
  }

  /// The ink above the first baseline and below the last, at least that of a full character.
  private static func inkExtents(
    _ lines: [PangoLine], style: TextStyle, fontSize: Double
  ) -> (above: Double, below: Double) {
    let han = lines.contains { $0.text.contains(where: LineRules.isIdeographic) }
    let reference = PangoLine(han ? "国" : "H", style: style, fontSize: fontSize).ink ?? (0, 0)
    let above = max(reference.above, lines.first?.ink?.above ?? 0)
    let below = max(reference.below, lines.last?.ink?.below ?? 0)
    return (above, below)
  }
}

/// Finds the size and the breaks of one text.
private struct Fitter {
  let characters: [Character]
  let style: TextStyle
  /// Paragraphs between line feeds, as ranges of characters.
  let paragraphs: [Range<Int>]
  let breakers: [LineBreaker]

  private static let reference = 100.0

  init(_ characters: [Character], style: TextStyle, keep: [String]) {
    self.characters = characters
    self.style = style
    var ranges: [Range<Int>] = []
    var start = 0
    for index in 0...characters.count where index == characters.count || characters[index] == "\n" {
      ranges.append(start..<index)
      start = index + 1
    }
    paragraphs = ranges
    breakers = ranges.map { range in
      let text = Array(characters[range])
      return LineBreaker(
        text, breaks: PhraseBreaks(text, keep: keep),
        positions: Fitter.positions(of: text, style: style))
    }
  }

  /// Where each character begins at a size of one pixel, measured at a hundred.
  private static func positions(of text: [Character], style: TextStyle) -> [Double] {
    var offsets = [0]
    for character in text { offsets.append(offsets[offsets.count - 1] + character.utf8.count) }
    return PangoLine(String(text), style: style, fontSize: reference).positions(of: offsets)
      .map { $0 / reference }
  }

  func fit(width: Double, height: Double?) -> (lines: [Range<Int>], size: Double, fits: Bool) {
    let maxLines = max(1, style.maxLines, paragraphs.count)
    let first = min(max(1, style.maxLines), paragraphs.count)
    for worst in [PhraseBreaks.poor, .infinity] {
      for trial in trials(first: first, maxLines: maxLines) {
        guard let lines = broken(at: trial.size, width: width, maxLines: trial.lines, below: worst)
        else { continue }
        if lines.count <= style.maxLines, fits(lines, trial.size, width, height) {
          return (lines, trial.size, true)
        }
      }
    }
    let size = sizes(down: style.minSize).last ?? style.size
    let lines =
      broken(at: size, width: width, maxLines: .max, below: .infinity)
      ?? forced(at: size, width: width)
    return (lines, size, false)
  }

  /// Sizes with the number of lines allowed: with `wrapSize`, one line more is begun only after
  /// the text was tried smaller on fewer lines.
  private func trials(first: Int, maxLines: Int) -> [(size: Double, lines: Int)] {
    guard let wrap = style.wrapSize, wrap < style.size else {
      return sizes(down: style.minSize).map { ($0, maxLines) }
    }
    var all = (max(1, first)...maxLines).flatMap { lines in
      sizes(down: max(wrap, style.minSize)).map { ($0, lines) }
    }
    all += sizes(down: style.minSize).filter { $0 < wrap }.map { ($0, maxLines) }
    return all
  }

  private func sizes(down least: Double) -> [Double] {
    let top = style.size.isFinite ? min(max(style.size, 1), 4096) : 1
    let bottom = least.isFinite ? min(max(least, 1), top) : top
    let step = style.step.isFinite ? max(style.step, 0.25) : 1
    var sizes = Array(stride(from: top, through: bottom, by: -step))
    if let last = sizes.last, last > bottom { sizes.append(bottom) }
    return sizes
  }

  private func broken(
    at size: Double, width: Double, maxLines: Int, below worst: Double
  ) -> [Range<Int>]? {
    var lines: [Range<Int>] = []
    for (range, breaker) in zip(paragraphs, breakers) {
      let left = maxLines == .max ? Int.max : maxLines - lines.count
      guard left > 0 || range.isEmpty,
        let found = breaker.lines(
          width: width / size, maxLines: left, balanced: style.balanced, below: worst)
      else { return nil }
      lines +=
        found.isEmpty
        ? [range]
        : found.map {
          $0.lowerBound + range.lowerBound..<$0.upperBound + range.lowerBound
        }
    }
    return lines
  }

  /// The last word of the real fonts at the real size.
  private func fits(
    _ lines: [Range<Int>], _ size: Double, _ width: Double, _ height: Double?
  ) -> Bool {
    let set = TextLayout.setting(
      lines.map { String(characters[$0]) }, style: style, fontSize: size, overflow: false,
      missing: [], accents: [])
    guard set.width - 2 * style.insetX <= width + 0.01 else { return false }
    return height.map { set.height - 2 * style.insetY <= $0 + 0.01 } ?? true
  }

  /// Breaks at every legal place where one piece alone is wider than the box.
  private func forced(at size: Double, width: Double) -> [Range<Int>] {
    zip(paragraphs, breakers).flatMap { range, breaker in
      breaker.greedy(width: width / size).map {
        $0.lowerBound + range.lowerBound..<$0.upperBound + range.lowerBound
      }
    }
  }
}
