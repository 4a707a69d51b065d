internal import Foundation

extension PriceSticker {
  /// The parts of a sticker, measured, and where they stand.
  struct Layout {
    private let style: Style
    private let scale: Double
    private let priceRow: PriceRow
    private let label: FittedText?
    private let reference: ReferenceRow?
    private let body: CGSize
    private let band: Double
    let outerSize: CGSize

    init(_ sticker: PriceSticker, scale: Double) {
      let style = sticker.style
      self.style = style
      self.scale = scale
      let base = style.priceSize * scale
      let face = Face(families: style.families, language: style.language)
      priceRow = PriceRow(PriceText(sticker.price), style: style, base: base, face: face)
      label = sticker.label.flatMap { text in
        text.isEmpty
          ? nil
          : face.line(text, size: base * style.labelShare, color: style.labelColor, spacing: 0.06)
      }
      reference = sticker.reference.map { price in
        ReferenceRow(
          label: sticker.referenceLabel, price: price, size: base * style.referenceShare,
          color: style.referenceColor, face: face)
      }
      let padding = style.padding * scale
      band = label.map { $0.height + padding * 0.9 } ?? 0
      let inner = max(priceRow.width, label?.width ?? 0, reference?.width ?? 0)
      let below = reference.map { $0.height + padding * 0.55 } ?? 0
      body = CGSize(
        width: inner + padding * 2, height: band + priceRow.height + below + padding * 1.7)
      outerSize = Layout.outer(of: body, style: style, scale: scale)
    }

    /// The box that holds the tilted body, its border and its shadow.
    private static func outer(of body: CGSize, style: Style, scale: Double) -> CGSize {
      let angle = style.tilt * .pi / 180
      let border = (style.border?.width ?? 0) * scale * 2
      let (w, h) = (body.width + border, body.height + border)
      let reach = style.shadow.map { $0.blur * 3 + max(abs($0.dx), abs($0.dy)) } ?? 0
      let room = reach * scale * 2 + 2
      return CGSize(
        width: w * abs(cos(angle)) + h * abs(sin(angle)) + room,
        height: w * abs(sin(angle)) + h * abs(cos(angle)) + room)
    }

    func draw(on canvas: GraphicsContext) {
      canvas.saved {
        canvas.translate(x: outerSize.width / 2, y: outerSize.height / 2)
        canvas.rotate(by: style.tilt * .pi / 180)
        canvas.translate(x: -body.width / 2, y: -body.height / 2)
        drawGround(on: canvas)
        drawWords(on: canvas)
      }
    }

    private func drawGround(on canvas: GraphicsContext) {
      let rect = CGRect(origin: .zero, size: body)
      let radius = style.radius * scale
      let border = (style.border?.width ?? 0) * scale
      let rim = Path.roundedRect(rect.insetBy(dx: -border, dy: -border), radius: radius + border)
      if let shadow = style.shadow {
        canvas.fillSoft(
          rim, with: shadow.color, blur: shadow.blur * scale, dx: shadow.dx * scale,
          dy: shadow.dy * scale)
      }
      if let line = style.border, line.width > 0 { canvas.fill(rim, with: line.color) }
      canvas.saved {
        canvas.clip(to: .roundedRect(rect, radius: radius))
        canvas.fill(
          with: .linear(
            style.ground, style.groundEnd, from: CGPoint(x: 0, y: band),
            to: CGPoint(x: 0, y: body.height)))
        if band > 0 {
          canvas.fill(
            .rect(CGRect(x: 0, y: 0, width: body.width, height: band)), with: style.labelGround)
        }
      }
    }

    private func drawWords(on canvas: GraphicsContext) {
      let padding = style.padding * scale
      if let label {
        canvas.draw(
          label, centeredIn: CGRect(x: 0, y: 0, width: body.width, height: band))
      }
      let top = band + padding * 0.85
      priceRow.draw(on: canvas, x: (body.width - priceRow.width) / 2, top: top)
      reference?.draw(
        on: canvas, x: (body.width - (reference?.width ?? 0)) / 2,
        top: top + priceRow.height + padding * 0.55)
    }
  }
}

/// Families and language, from which lines of one size are made.
struct Face {
  let families: [String]
  let language: String
  var weight = 700

  func line(_ text: String, size: Double, color: Color, spacing: Double = 0) -> FittedText {
    let style = TextStyle(
      families: families, weight: weight, size: max(1, size), color: color, letterSpacing: spacing,
      alignment: .left, maxLines: 1, language: language)
    return TextLayout.fit(text, style: style, width: .infinity)
  }
}

/// The price on one baseline, its parts at sizes of their own.
private struct PriceRow {
  private var parts: [(text: FittedText, x: Double)] = []
  private(set) var width = 0.0
  private var above = 0.0
  private var below = 0.0

  var height: Double { above + below }

  init(_ price: PriceText, style: PriceSticker.Style, base: Double, face: Face) {
    // The full stop brings room of its own, so the fraction moves closer.
    let shares = [
      (price.prefix, style.currencyShare, 0.0), (price.whole, 1.0, 0.03),
      (price.fraction, style.fractionShare, -0.05), (price.suffix, style.suffixShare, 0.04),
    ]
    for (text, share, gap) in shares where !text.isEmpty {
      let part = face.line(text, size: base * share, color: style.priceColor)
      if !parts.isEmpty { width += base * gap }
      parts.append((part, width))
      width += part.width
      above = max(above, part.firstBaseline)
      below = max(below, part.height - part.firstBaseline)
    }
  }

  func draw(on canvas: GraphicsContext, x: Double, top: Double) {
    for part in parts {
      canvas.draw(part.text, at: CGPoint(x: x + part.x, y: top + above - part.text.firstBaseline))
    }
  }
}

/// The reference price, struck through, behind its label.
private struct ReferenceRow {
  private let label: FittedText?
  private let price: FittedText
  private let gap: Double
  private let color: Color

  init(label: String?, price: String, size: Double, color: Color, face: Face) {
    self.color = color
    gap = size * 0.3
    self.label = label.flatMap {
      $0.isEmpty ? nil : face.line($0, size: size * 0.85, color: color)
    }
    self.price = face.line(price, size: size, color: color)
  }

  var width: Double { (label.map { $0.width + gap } ?? 0) + price.width }
  var height: Double { max(label?.height ?? 0, price.height) }

  func draw(on canvas: GraphicsContext, x: Double, top: Double) {
    let baseline = top + max(label?.firstBaseline ?? 0, price.firstBaseline)
    if let label { canvas.draw(label, at: CGPoint(x: x, y: baseline - label.firstBaseline)) }
    let priceX = x + width - price.width
    canvas.draw(price, at: CGPoint(x: priceX, y: baseline - price.firstBaseline))
    StrikeThrough(color: color).draw(
      on: canvas, over: price, at: CGPoint(x: priceX, y: baseline - price.firstBaseline))
  }
}
