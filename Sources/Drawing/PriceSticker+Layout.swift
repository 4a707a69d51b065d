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
    /// Height of the label's band above, or width of its field at the left.
    private let band: Double
    let outerSize: CGSize

    init(_ sticker: PriceSticker, scale: Double) {
      let style = sticker.style
      self.style = style
      self.scale = scale
      let base = style.priceSize * scale
      let stroke = style.layout == .plain ? style.border : nil
      let face = Face(
        families: style.families, language: style.language, weight: style.weight,
        stroke: stroke.map { TextStyle.Stroke(color: $0.color, width: $0.width * scale) })
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
      let below = reference.map { $0.height + padding * 0.55 } ?? 0
      let words = max(priceRow.width, reference?.width ?? 0)
      switch style.layout {
      case .row:
        band = label.map { $0.width + padding * 1.4 } ?? 0
        body = CGSize(
          width: band + words + padding * 1.6, height: priceRow.height + below + padding * 1.3)
      case .stack, .plain, .seal:
        band = label.map { $0.height + padding * (style.layout == .stack ? 0.9 : 0.5) } ?? 0
        let inner = max(words, label?.width ?? 0)
        let plain = CGSize(
          width: inner + padding * 2, height: band + priceRow.height + below + padding * 1.7)
        let side = hypot(inner, plain.height - padding * 1.7) + padding * 2.2
        body = style.layout == .seal ? CGSize(width: side, height: side) : plain
      }
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
        switch style.layout {
        case .stack, .row: drawTag(on: canvas)
        case .seal: drawSeal(on: canvas)
        case .plain: break
        }
        drawWords(on: canvas)
      }
    }

    private func drawShadow(of path: Path, on canvas: GraphicsContext) {
      guard let shadow = style.shadow else { return }
      canvas.fillSoft(
        path, with: shadow.color, blur: shadow.blur * scale, dx: shadow.dx * scale,
        dy: shadow.dy * scale)
    }

    private var ground: Paint {
      .linear(
        style.ground, style.groundEnd, from: .zero, to: CGPoint(x: 0, y: body.height))
    }

    private func drawTag(on canvas: GraphicsContext) {
      let rect = CGRect(origin: .zero, size: body)
      let radius = style.radius * scale
      let border = (style.border?.width ?? 0) * scale
      let rim = Path.roundedRect(rect.insetBy(dx: -border, dy: -border), radius: radius + border)
      drawShadow(of: rim, on: canvas)
      if let line = style.border, line.width > 0 { canvas.fill(rim, with: line.color) }
      canvas.saved {
        canvas.clip(to: .roundedRect(rect, radius: radius))
        canvas.fill(with: ground)
        guard band > 0 else { return }
        let field =
          style.layout == .row
          ? CGRect(x: 0, y: 0, width: band, height: body.height)
          : CGRect(x: 0, y: 0, width: body.width, height: band)
        canvas.fill(.rect(field), with: style.labelGround)
      }
    }

    private func drawSeal(on canvas: GraphicsContext) {
      let middle = CGPoint(x: body.width / 2, y: body.height / 2)
      let radius = body.width / 2
      let border = (style.border?.width ?? 0) * scale
      func seal(_ radius: Double) -> Path {
        .star(center: middle, points: 20, outer: radius, inner: radius * 0.93)
      }
      drawShadow(of: seal(radius + border), on: canvas)
      if let line = style.border, line.width > 0 {
        canvas.fill(seal(radius + border), with: line.color)
      }
      canvas.fill(seal(radius), with: ground)
      canvas.stroke(
        .circle(center: middle, radius: radius * 0.86),
        with: .color(style.labelColor.faded(0.55)),
        line: LineStyle(width: max(1, 2.5 * scale), dashes: [7 * scale, 6 * scale]))
    }

    private func drawWords(on canvas: GraphicsContext) {
      let padding = style.padding * scale
      let below = reference.map { $0.height + padding * 0.55 } ?? 0
      var words = CGRect(origin: .zero, size: body)
      switch style.layout {
      case .row:
        if let label {
          canvas.draw(
            label, centeredIn: CGRect(x: 0, y: 0, width: band, height: body.height))
        }
        words = CGRect(x: band, y: 0, width: body.width - band, height: body.height)
      case .stack:
        if let label {
          canvas.draw(label, centeredIn: CGRect(x: 0, y: 0, width: body.width, height: band))
        }
        words = CGRect(
          x: 0, y: band, width: body.width, height: body.height - band)
      case .seal, .plain:
        let total = band + priceRow.height + below
        let top = (body.height - total) / 2
        if let label {
          canvas.draw(
            label,
            centeredIn: CGRect(x: 0, y: top, width: body.width, height: label.height))
        }
        words = CGRect(x: 0, y: top + band, width: body.width, height: total - band)
      }
      let top = words.minY + (words.height - priceRow.height - below) / 2
      priceRow.draw(on: canvas, x: words.midX - priceRow.width / 2, top: top)
      reference?.draw(
        on: canvas, x: words.midX - (reference?.width ?? 0) / 2,
        top: top + priceRow.height + padding * 0.55)
    }
  }
}

/// Families and language, from which lines of one size are made.
struct Face {
  let families: [String]
  let language: String
  var weight = 700
  var stroke: TextStyle.Stroke?

  func line(_ text: String, size: Double, color: Color, spacing: Double = 0) -> FittedText {
    let style = TextStyle(
      families: families, weight: weight, size: max(1, size), color: color, stroke: stroke,
      letterSpacing: spacing, alignment: .left, maxLines: 1, language: language)
    return TextLayout.fit(text, style: style, width: .infinity)
  }
}
