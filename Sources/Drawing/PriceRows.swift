internal import Foundation

/// The price on one baseline, its parts at sizes of their own.
struct PriceRow {
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
struct ReferenceRow {
  private let label: FittedText?
  private let price: FittedText
  private let gap: Double
  private let color: Color

  init(label: String?, price: String, size: Double, color: Color, face: Face) {
    self.color = color
    gap = size * 0.3
    self.label = label.flatMap {
      $0.isEmpty ? nil : face.line($0, size: size * 0.78, color: color)
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
