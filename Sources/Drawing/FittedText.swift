/// Text broken into lines at a size that fits its box, measured with the real fonts.
public struct FittedText: Sendable, Hashable {
  /// One line and where it stands.
  public struct Line: Sendable, Hashable {
    public let text: String
    /// Advance width in pixels, without strokes and plate.
    public let width: Double
    /// Where the ink begins and ends, in pixels from the start of the line.
    let ink: ClosedRange<Double>
    /// UTF-8 ranges of the words in the accent colour.
    var accents: [Range<Int>]
    /// What is drawn of the line: all of it, or its beginning.
    var shown: String

    init(text: String, width: Double, ink: ClosedRange<Double>, accents: [Range<Int>]) {
      self.text = text
      self.width = width
      self.ink = ink
      self.accents = accents
      shown = text
    }
  }

  public let style: TextStyle
  public var placedLines: [Line]
  /// The size chosen, in pixels of the em.
  public let fontSize: Double
  /// Width of the letters with strokes and plate, in pixels; the shadow stands outside.
  public let width: Double
  /// Height of the letters with strokes and plate, in pixels; the shadow stands outside.
  public let height: Double
  /// Distance from the top of the box to the first baseline, in pixels.
  public let firstBaseline: Double
  /// Distance of baselines, in pixels.
  public let lineHeight: Double
  /// Whether the text does not fit its box at the smallest size allowed.
  public let overflow: Bool
  /// Characters that no installed font can draw; they are left out of the lines.
  public let missingGlyphs: [Character]

  init(
    style: TextStyle, placedLines: [Line], fontSize: Double, width: Double, height: Double,
    firstBaseline: Double, lineHeight: Double, overflow: Bool, missingGlyphs: [Character]
  ) {
    self.style = style
    self.placedLines = placedLines
    self.fontSize = fontSize
    self.width = width
    self.height = height
    self.firstBaseline = firstBaseline
    self.lineHeight = lineHeight
    self.overflow = overflow
    self.missingGlyphs = missingGlyphs
  }

  public var lines: [String] { placedLines.map(\.text) }

  /// Whether the letters are smaller than the style's least size.
  public var isShrunk = false
  /// How much of each marker's stroke is drawn, 0…1.
  public var markerShare = 1.0

  /// How many characters its lines hold, white space left out.
  public var count: Int { lines.reduce(0) { $0 + $1.count { !$0.isWhitespace } } }

  /// Whether any of its words has the accent.
  public var isAccented: Bool { placedLines.contains { !$0.accents.isEmpty } }

  /// The same text with only its first characters drawn, white space not counted; all stands where
  /// it stands in the whole text.
  public func showing(first shown: Int) -> FittedText {
    var text = self
    var left = max(0, shown)
    for index in placedLines.indices {
      var prefix = ""
      for character in placedLines[index].text {
        if !character.isWhitespace {
          guard left > 0 else { break }
          left -= 1
        }
        prefix.append(character)
      }
      text.placedLines[index].shown = prefix
    }
    return text
  }

  /// The same text with the accent on some of its characters alone, white space not counted.
  public func accenting(_ characters: Range<Int>) -> FittedText {
    var text = self
    var at = 0
    for index in placedLines.indices {
      var offset = 0
      var range: Range<Int>?
      for character in placedLines[index].text {
        let length = character.utf8.count
        if !character.isWhitespace {
          if characters.contains(at) {
            range = (range?.lowerBound ?? offset)..<offset + length
          }
          at += 1
        }
        offset += length
      }
      text.placedLines[index].accents = range.map { [$0] } ?? []
    }
    return text
  }

  /// The same text with only some of its marker drawn, 0…1.
  public func marked(_ share: Double) -> FittedText {
    var text = self
    text.markerShare = min(1, max(0, share))
    return text
  }
}
