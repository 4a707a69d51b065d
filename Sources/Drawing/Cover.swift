public import Foundation
public import Pixels

/// The still that stands for a video in a profile: a picture and a few large words.
public struct Cover: Sendable {
  public enum Anchor: String, Sendable, Hashable, Codable, CaseIterable {
    case top, middle, bottom
  }

  /// How a cover looks; lengths in pixels of the canvas.
  public struct Style: Sendable, Hashable, Codable {
    public var text: TextStyle
    public var tag: TextStyle
    public var anchor: Anchor
    /// Shade between picture and words, strongest at the words.
    public var scrim: Color
    /// Room left free at the sides of the central box, as a share of its width.
    public var margin: Double
    /// Width over height of the part that profile grids show.
    public var gridRatio: Double
    /// The least size of the words as a share of the height.
    public var minTextShare: Double
    /// The most characters, spaces and punctuation left out.
    public var maxCharacters: Int

    public init(
      text: TextStyle, tag: TextStyle, anchor: Anchor = .top, scrim: Color, margin: Double = 0.07,
      gridRatio: Double = 0.75, minTextShare: Double = 1.0 / 12, maxCharacters: Int = 12
    ) {
      self.text = text
      self.tag = tag
      self.anchor = anchor
      self.scrim = scrim
      self.margin = margin
      self.gridRatio = gridRatio
      self.minTextShare = minTextShare
      self.maxCharacters = maxCharacters
    }
  }

  public var picture: Bitmap
  /// The point of the picture (0…1 each way) kept nearest the middle.
  public var focus: CGPoint
  public var text: String
  /// A small line above the words: the series, the brand or the category.
  public var tag: String?
  public var keep: [String]
  public var accents: [String]
  public var style: Style

  public init(
    picture: Bitmap, focus: CGPoint = CGPoint(x: 0.5, y: 0.5), text: String, tag: String? = nil,
    keep: [String] = [], accents: [String] = [], style: Style
  ) {
    self.picture = picture
    self.focus = focus
    self.text = text
    self.tag = tag
    self.keep = keep
    self.accents = accents
    self.style = style
  }

  /// A drawn cover, with its words as they were set.
  public struct Drawn: Sendable {
    public let bitmap: Bitmap
    public let text: FittedText
    /// Where the words stand on the canvas, in pixels.
    public let textBox: CGRect
    /// What falls short of the style's own rules, in words; empty when all is well.
    public let shortcomings: [String]
  }

  /// The part of a canvas that a profile grid shows, in pixels.
  public func gridBox(width: Int, height: Int) -> CGRect {
    let (w, h) = (Double(width), Double(height))
    let ratio = style.gridRatio > 0 ? style.gridRatio : w / h
    let size =
      w / h > ratio ? CGSize(width: h * ratio, height: h) : CGSize(width: w, height: w / ratio)
    return CGRect(
      x: (w - size.width) / 2, y: (h - size.height) / 2, width: size.width, height: size.height)
  }

  /// Draws the cover for a canvas.
  ///
  /// - Throws: `DrawingError` `.sizeInvalid` when the canvas has no size.
  public func drawn(width: Int, height: Int) throws -> Drawn {
    let canvas = try Canvas(width: width, height: height)
    let whole = CGRect(x: 0, y: 0, width: width, height: height)
    canvas.drawFilling(picture, in: whole, focus: focus)
    let grid = gridBox(width: width, height: height)
    let box = grid.insetBy(dx: grid.width * style.margin, dy: grid.width * style.margin)
    let words = fitted(in: box, canvasHeight: Double(height))
    let label = tag.flatMap { $0.isEmpty ? nil : $0 }.map {
      TextLayout.fit($0, style: style.tag, width: box.width, keep: keep)
    }
    let gap = label == nil ? 0 : words.fontSize * 0.28
    let total = words.height + gap + (label?.height ?? 0)
    let top = origin(of: total, in: box)
    drawScrim(on: canvas, around: CGRect(x: 0, y: top, width: whole.width, height: total))
    func left(_ text: FittedText) -> Double {
      switch style.text.alignment {
      case .left: box.minX
      case .center: box.midX - text.width / 2
      case .right: box.maxX - text.width
      }
    }
    if let label { canvas.draw(label, at: CGPoint(x: left(label), y: top)) }
    let place = CGPoint(x: left(words), y: top + gap + (label?.height ?? 0))
    canvas.draw(words, at: place)
    return Drawn(
      bitmap: canvas.bitmap, text: words,
      textBox: CGRect(origin: place, size: CGSize(width: words.width, height: words.height)),
      shortcomings: shortcomings(of: words, height: height))
  }

  private func fitted(in box: CGRect, canvasHeight: Double) -> FittedText {
    var dress = style.text
    dress.minSize = max(dress.minSize, canvasHeight * style.minTextShare)
    dress.size = max(dress.size, dress.minSize)
    let large = TextLayout.fit(
      text, style: dress, width: box.width, height: box.height, keep: keep, accents: accents)
    guard large.overflow, style.text.minSize < dress.minSize else { return large }
    // Words that do not fit at the size wanted are set smaller rather than on more lines.
    return TextLayout.fit(
      text, style: style.text, width: box.width, height: box.height, keep: keep, accents: accents)
  }

  private func origin(of height: Double, in box: CGRect) -> Double {
    switch style.anchor {
    case .top: box.minY
    case .middle: box.midY - height / 2
    case .bottom: box.maxY - height
    }
  }

  /// A shade that is strongest behind the words and gone well before the picture's other end.
  private func drawScrim(on canvas: Canvas, around words: CGRect) {
    guard style.scrim.alpha > 0 else { return }
    let (top, bottom, height) = (words.minY, words.maxY, Double(canvas.height))
    let reach = max(words.height, height / 8)
    let (full, none) = (style.scrim, style.scrim.faded(0))
    func paint(from: Double, to: Double, _ stops: [Paint.Stop]) {
      canvas.fill(
        with: .linear(
          from: CGPoint(x: 0, y: from), to: CGPoint(x: 0, y: to), stops: stops))
    }
    switch style.anchor {
    case .top:
      paint(
        from: 0, to: bottom + reach,
        [.init(0, full), .init(bottom / (bottom + reach), full.faded(0.75)), .init(1, none)])
    case .bottom:
      paint(
        from: height, to: top - reach,
        [
          .init(0, full), .init((height - top) / (height - top + reach), full.faded(0.75)),
          .init(1, none),
        ])
    case .middle:
      paint(
        from: top - reach, to: bottom + reach, [.init(0, none), .init(0.5, full), .init(1, none)])
    }
  }

  private func shortcomings(of words: FittedText, height: Int) -> [String] {
    var found: [String] = []
    let count = text.filter { !$0.isWhitespace && !$0.isPunctuation }.count
    if count > style.maxCharacters {
      found.append("cover text has \(count) characters; at most \(style.maxCharacters) read well")
    }
    if words.overflow {
      found.append(
        "cover text does not fit at \(Int(words.fontSize.rounded())) px, the least for this height")
    }
    if !words.missingGlyphs.isEmpty {
      found.append("no font has '\(String(words.missingGlyphs))'; install one or change the text")
    }
    return found
  }
}
