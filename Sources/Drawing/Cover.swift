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
    /// A frame around the whole picture, or nil.
    public var frame: TextStyle.Stroke?
    /// The smallest size that words are set at rather than cut, in pixels.
    public var floor: Double

    public init(
      text: TextStyle, tag: TextStyle, anchor: Anchor = .top, scrim: Color, margin: Double = 0.07,
      gridRatio: Double = 0.75, minTextShare: Double = 1.0 / 12, maxCharacters: Int = 12,
      frame: TextStyle.Stroke? = nil, floor: Double = 16
    ) {
      self.frame = frame
      self.floor = floor
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
  /// The part of the canvas that words keep to beside the grid's, in pixels; nil for all of it.
  public var safe: CGRect?
  public var style: Style

  public init(
    picture: Bitmap, focus: CGPoint = CGPoint(x: 0.5, y: 0.5), text: String, tag: String? = nil,
    keep: [String] = [], accents: [String] = [], safe: CGRect? = nil, style: Style
  ) {
    self.safe = safe
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
    /// The contrast of the letters with the mean of the shaded picture behind them, 1…21.
    public let contrast: Double
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

  /// Words and tag as they are set, and where; the picture has no say in it.
  public struct Setting: Sendable {
    public let text: FittedText
    public let textBox: CGRect
    let label: FittedText?
    let labelBox: CGRect
    /// What falls short of the style's own rules, in words.
    public let shortcomings: [String]
  }

  /// The box that words keep to: the grid's part of the canvas, and the safe one.
  public func wordBox(width: Int, height: Int) -> CGRect {
    let grid = gridBox(width: width, height: height)
    var box = grid.insetBy(dx: grid.width * style.margin, dy: grid.width * style.margin)
    if let safe {
      let both = box.intersection(safe)
      if !both.isNull, both.width > 16, both.height > 16 { box = both }
    }
    return box
  }

  /// Sets the words for a canvas, without a picture.
  public func setting(width: Int, height: Int) -> Setting {
    let box = wordBox(width: width, height: height)
    let label = tag.flatMap { $0.isEmpty ? nil : $0 }.map {
      TextLayout.fitInside(
        $0, style: style.tag, width: box.width - 1, height: box.height * 0.15,
        floor: style.floor, keep: keep)
    }
    let above = label.map { $0.height * 1.3 } ?? 0
    let words = fitted(
      in: CGRect(x: box.minX, y: box.minY, width: box.width - 1, height: box.height - above - 1),
      canvasHeight: Double(height))
    let total = words.height + above
    let top = origin(of: total, in: box)
    func left(_ text: FittedText) -> Double {
      switch style.text.alignment {
      case .left: box.minX
      case .right: box.maxX - text.width
      case .center:
        // The middle of the canvas as far as the box allows.
        min(box.maxX - text.width, max(box.minX, Double(width) / 2 - text.width / 2))
      }
    }
    let place = CGPoint(x: left(words), y: top + above)
    return Setting(
      text: words,
      textBox: CGRect(origin: place, size: CGSize(width: words.width, height: words.height)),
      label: label,
      labelBox: label.map { CGRect(x: left($0), y: top, width: $0.width, height: $0.height) }
        ?? .zero,
      shortcomings: shortcomings(of: words, height: height))
  }

  /// Draws the cover for a canvas. The shade behind the words is made deeper until the letters, if
  /// they have no plate, stand out of what is behind them.
  ///
  /// - Throws: `DrawingError` `.sizeInvalid` when the canvas has no size.
  public func drawn(width: Int, height: Int) throws -> Drawn {
    let setting = setting(width: width, height: height)
    let words = setting.label == nil ? setting.textBox : setting.textBox.union(setting.labelBox)
    var shade = style.scrim
    var canvas = try shaded(width, height, words, shade)
    var contrast = canvas.contrast(of: style.text.color, in: setting.textBox)
    let isSecured = style.text.plate.map { $0.color.alpha > 0.5 } ?? false
    while !isSecured, shade.alpha > 0, shade.alpha < 0.8, contrast < Cover.leastContrast {
      shade.alpha += 0.1
      canvas = try shaded(width, height, words, shade)
      contrast = canvas.contrast(of: style.text.color, in: setting.textBox)
    }
    if let label = setting.label { canvas.draw(label, at: setting.labelBox.origin) }
    canvas.draw(setting.text, at: setting.textBox.origin)
    if let frame = style.frame, frame.width > 0 {
      canvas.stroke(
        .rect(
          CGRect(x: 0, y: 0, width: width, height: height)
            .insetBy(dx: frame.width / 2, dy: frame.width / 2)),
        with: frame.color, width: frame.width)
    }
    return Drawn(
      bitmap: canvas.bitmap, text: setting.text, textBox: setting.textBox, contrast: contrast,
      shortcomings: setting.shortcomings)
  }

  /// WCAG's least for large letters.
  static let leastContrast = 3.0

  private func shaded(_ width: Int, _ height: Int, _ words: CGRect, _ shade: Color) throws
    -> Canvas
  {
    let canvas = try Canvas(width: width, height: height)
    canvas.drawFilling(
      picture, in: CGRect(x: 0, y: 0, width: width, height: height), focus: focus)
    drawScrim(shade, on: canvas, around: words)
    return canvas
  }

  private func fitted(in box: CGRect, canvasHeight: Double) -> FittedText {
    var dress = style.text
    // The least size is a share of a tall cover; a wide one has less room.
    dress.minSize = max(dress.minSize, min(canvasHeight * style.minTextShare, box.width / 5))
    dress.size = max(dress.size, dress.minSize)
    let large = TextLayout.fit(
      text, style: dress, width: box.width, height: box.height, keep: keep, accents: accents)
    guard large.overflow else { return large }
    // Words that do not fit at the size wanted are set smaller rather than on more lines.
    return TextLayout.fitInside(
      text, style: style.text, width: box.width, height: box.height, floor: style.floor,
      keep: keep, accents: accents)
  }

  private func origin(of height: Double, in box: CGRect) -> Double {
    switch style.anchor {
    case .top: box.minY
    case .middle: box.midY - height / 2
    case .bottom: box.maxY - height
    }
  }

  /// A shade that is strongest behind the words and gone well before the picture's other end.
  private func drawScrim(_ shade: Color, on canvas: Canvas, around words: CGRect) {
    guard shade.alpha > 0 else { return }
    let (top, bottom, height) = (words.minY, words.maxY, Double(canvas.height))
    let reach = max(words.height, height / 8)
    let (full, none) = (shade, shade.faded(0))
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
    let least = Double(height) * style.minTextShare
    if words.overflow {
      found.append("cover text is cut: it does not fit at any size that can be read")
    } else if words.fontSize < least * 0.8 {
      found.append(
        "cover text is \(Int(words.fontSize.rounded())) px high; "
          + "\(Int(least.rounded())) px read well in a profile")
    }
    if !words.missingGlyphs.isEmpty {
      found.append("no font has '\(String(words.missingGlyphs))'; install one or change the text")
    }
    return found
  }
}

extension Canvas {
  /// The contrast of a colour with the mean of what lies in a box, 1…21.
  func contrast(of color: Color, in box: CGRect) -> Double {
    let picture = bitmap
    let inside = box.integral.intersection(CGRect(x: 0, y: 0, width: width, height: height))
    guard !inside.isNull, inside.width >= 1, inside.height >= 1 else { return 21 }
    var sums = (0, 0, 0)
    var count = 0
    for y in stride(from: Int(inside.minY), to: Int(inside.maxY), by: 4) {
      for x in stride(from: Int(inside.minX), to: Int(inside.maxX), by: 4) {
        let at = (y * picture.width + x) * 4
        sums.0 += Int(picture.bytes[at])
        sums.1 += Int(picture.bytes[at + 1])
        sums.2 += Int(picture.bytes[at + 2])
        count += 1
      }
    }
    func mean(_ sum: Int) -> Double { Double(sum) / Double(max(1, count)) / 255 }
    return color.contrast(
      with: Color(red: mean(sums.0), green: mean(sums.1), blue: mean(sums.2)))
  }
}
