extension TextLayout {
  /// The smallest size that words are set at rather than cut, in pixels of a canvas 1080 wide.
  public static let leastReadable = 18.0

  /// Fits a text into a box whatever its length: as the style wants, else on more lines, else
  /// smaller than the style allows, else cut with an ellipsis, in which case `overflow` is true.
  ///
  /// No number is parted from its unit and no word is broken; a word that is wider than the box is
  /// set smaller.
  /// - Parameters:
  ///   - width: The room for letters with strokes and plate, in pixels.
  ///   - height: The same upright.
  ///   - floor: The smallest size before words are cut, in pixels.
  public static func fitInside(
    _ text: String, style: TextStyle, width: Double, height: Double, floor: Double,
    keep: [String] = [], accents: [String] = []
  ) -> FittedText {
    let wanted = fit(
      text, style: style, width: width, height: height, keep: keep, accents: accents)
    guard wanted.overflow else { return wanted }
    var relaxed = style
    relaxed.maxLines = max(style.maxLines, lines(in: height, style, at: style.minSize))
    relaxed.wrapSize = nil
    let longer = fit(
      text, style: relaxed, width: width, height: height, keep: keep, accents: accents)
    guard longer.overflow else { return longer }
    relaxed.size = min(style.size, style.minSize)
    relaxed.minSize = min(floor, relaxed.size)
    relaxed.maxLines = max(style.maxLines, lines(in: height, style, at: relaxed.minSize))
    // Strokes, plates and room shrink with the letters.
    let least = relaxed.minSize
    for size in [0.75, 0.5, 0.35].map({ $0 * relaxed.size }).filter({ $0 > least }) + [least] {
      var dress = relaxed.shrunk(by: size / max(1, style.minSize))
      dress.minSize = size
      let smaller = fit(
        text, style: dress, width: width, height: height, keep: keep, accents: accents)
      if !smaller.overflow { return smaller.shrunk() }
    }
    return cut(
      text, style: relaxed.shrunk(by: least / max(1, style.minSize)), width: width,
      height: height, keep: keep, accents: accents)
  }

  /// The characters of a text that are left out because no font here can draw them, each once.
  public static func missing(in text: String, families: [String]) -> [Character] {
    var seen = Set<Character>()
    return CleanText(text, families: families, limit: longest).missing
      .filter { seen.insert($0).inserted }
  }

  private static func lines(in height: Double, _ style: TextStyle, at size: Double) -> Int {
    let room = height - 2 * style.insetY
    let pitch = max(1, size * style.lineSpacing)
    return max(1, min(40, Int(max(0, room / pitch)) + 1))
  }

  /// The longest beginning that fits, with an ellipsis.
  private static func cut(
    _ text: String, style: TextStyle, width: Double, height: Double, keep: [String],
    accents: [String]
  ) -> FittedText {
    var dress = style
    dress.size = style.minSize
    let letters = Array(text.prefix(longest))
    func trial(_ count: Int) -> FittedText {
      fit(
        String(letters.prefix(count)) + "…", style: dress, width: width, height: height,
        keep: keep, accents: accents)
    }
    var (fits, fails) = (0, letters.count + 1)
    while fails - fits > 1 {
      let middle = (fits + fails) / 2
      if trial(middle).overflow { fails = middle } else { fits = middle }
    }
    let whole = CleanText(text, families: style.families, limit: longest)
    let kept = trial(fits)
    return FittedText(
      style: kept.style, placedLines: kept.placedLines, fontSize: kept.fontSize,
      width: kept.width, height: kept.height, firstBaseline: kept.firstBaseline,
      lineHeight: kept.lineHeight, overflow: true, missingGlyphs: whole.missing
    ).shrunk()
  }
}

extension TextStyle {
  /// The same look with everything around the letters made smaller.
  func shrunk(by factor: Double) -> TextStyle {
    let factor = factor.isFinite ? min(1, max(0.05, factor)) : 1
    var style = self
    style.stroke?.width *= factor
    style.outline?.width *= factor
    style.edge?.width *= factor
    style.plate?.paddingX *= factor
    style.plate?.paddingY *= factor
    style.plate?.radius *= factor
    style.shadow?.blur *= factor
    style.shadow?.dx *= factor
    style.shadow?.dy *= factor
    return style
  }
}

extension FittedText {
  fileprivate func shrunk() -> FittedText {
    var text = self
    text.isShrunk = true
    return text
  }
}
