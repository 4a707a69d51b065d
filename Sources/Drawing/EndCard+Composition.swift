internal import Foundation
internal import Pixels

extension EndCard {
  /// The parts of a card stacked in its safe box.
  struct Composition {
    private let card: EndCard
    private let style: Style
    private let canvas: Canvas
    private let safe: CGRect
    private let name: FittedText
    private let instruction: FittedText

    init(_ card: EndCard, canvas: Canvas, safe: CGRect) {
      self.card = card
      self.canvas = canvas
      style = card.style
      let whole = CGRect(x: 0, y: 0, width: canvas.width, height: canvas.height)
      let inside = safe.intersection(whole)
      self.safe = inside.isNull || inside.isEmpty ? whole : inside
      name = TextLayout.fit(
        card.name, style: style.name, width: self.safe.width, keep: card.keep)
      instruction = TextLayout.fit(
        card.instruction, style: style.instruction, width: self.safe.width, keep: card.keep)
    }

    func draw() -> Drawn {
      drawGround()
      let logoHeight = card.logo == nil ? 0 : style.logoHeight + style.gap
      let pointerHeight = style.pointer == nil ? 0 : style.gap * 1.9
      let ruleHeight = style.gap * 1.3
      let words = name.height + style.gap * 0.9 + instruction.height + pointerHeight
      let room = safe.height - logoHeight - ruleHeight - words
      let picture =
        card.product == nil
        ? 0 : max(0, min(room, Double(canvas.height) * style.productShare))
      let total = logoHeight + picture + ruleHeight + words
      var y = safe.minY + max(0, safe.height - total) / 2
      if let logo = card.logo {
        canvas.drawFitting(
          logo, in: CGRect(x: safe.minX, y: y, width: safe.width, height: style.logoHeight))
      }
      y += logoHeight
      drawProduct(in: CGRect(x: safe.minX, y: y, width: safe.width, height: picture))
      y += picture
      drawRule(at: y + ruleHeight / 2)
      y += ruleHeight
      let nameBox = place(name, at: y)
      y += name.height + style.gap * 0.9
      let instructionBox = place(instruction, at: y)
      drawPointer(below: instructionBox)
      return Drawn(
        bitmap: canvas.bitmap, name: name, instruction: instruction, nameBox: nameBox,
        instructionBox: instructionBox)
    }

    private func place(_ text: FittedText, at y: Double) -> CGRect {
      let origin = CGPoint(x: safe.midX - text.width / 2, y: y)
      canvas.draw(text, at: origin)
      return CGRect(origin: origin, size: CGSize(width: text.width, height: text.height))
    }

    private func drawGround() {
      canvas.fill(
        with: .linear(
          style.ground, style.groundEnd, from: .zero, to: CGPoint(x: 0, y: canvas.height)))
    }

    private func drawProduct(in box: CGRect) {
      guard let product = card.product, box.height > 1 else { return }
      let center = CGPoint(x: box.midX, y: box.midY)
      let radius = max(box.height, min(box.width, box.height * 1.2)) * 0.78
      canvas.fill(
        .circle(center: center, radius: radius),
        with: .radial(style.halo, style.halo.faded(0), center: center, radius: radius))
      if product.isOpaque {
        drawPicture(product, in: box)
      } else {
        drawCutOut(product, in: box)
      }
    }

    /// A photograph with round corners on a white mount.
    private func drawPicture(_ product: Bitmap, in box: CGRect) {
      let scale = min(
        box.width / Double(product.width), box.height / Double(product.height))
      let size = CGSize(
        width: Double(product.width) * scale, height: Double(product.height) * scale)
      let rect = CGRect(
        x: box.midX - size.width / 2, y: box.midY - size.height / 2, width: size.width,
        height: size.height)
      let shape = Path.roundedRect(rect, radius: style.pictureRadius)
      if let shadow = style.shadow {
        canvas.fillSoft(
          shape, with: shadow.color, blur: shadow.blur, dx: shadow.dx, dy: shadow.dy)
      }
      canvas.saved {
        canvas.clip(to: shape)
        canvas.draw(product, in: rect)
      }
    }

    /// A product without ground stands on a soft ellipse of shadow.
    private func drawCutOut(_ product: Bitmap, in box: CGRect) {
      let seen = product.visibleBounds
      let scale = min(box.width / seen.width, box.height / seen.height)
      let size = CGSize(width: seen.width * scale, height: seen.height * scale)
      let place = CGRect(
        x: box.midX - size.width / 2, y: box.midY - size.height / 2, width: size.width,
        height: size.height)
      if let shadow = style.shadow {
        canvas.fillSoft(
          .ellipse(
            in: CGRect(
              x: place.minX + size.width * 0.06, y: place.maxY - shadow.blur * 0.9,
              width: size.width * 0.88, height: shadow.blur * 1.6)),
          with: shadow.color, blur: shadow.blur * 0.5)
      }
      canvas.draw(product, in: place, crop: seen)
    }

    private func drawRule(at y: Double) {
      let width = style.name.size * 1.1
      let thickness = max(2, style.name.size * 0.09)
      canvas.fill(
        .roundedRect(
          CGRect(x: safe.midX - width / 2, y: y - thickness / 2, width: width, height: thickness),
          radius: thickness / 2),
        with: style.accent)
    }

    /// Three chevrons, each fainter than the next, towards the button to press.
    private func drawPointer(below box: CGRect) {
      guard let pointer = style.pointer else { return }
      let turn: Double
      switch pointer {
      case .down: turn = 0
      case .downLeft: turn = .pi / 4
      case .downRight: turn = -.pi / 4
      }
      let size = style.gap * 0.56
      canvas.saved {
        let side = pointer == .downLeft ? -0.3 : pointer == .downRight ? 0.3 : 0
        let x = box.midX + box.width * side
        canvas.translate(x: x, y: box.maxY + style.gap * 0.95)
        canvas.rotate(by: turn)
        for (index, alpha) in [0.3, 0.6, 1.0].enumerated() {
          let y = (Double(index) - 0.5) * size * 0.85
          var path = Path()
          path.move(to: CGPoint(x: -size, y: y - size / 2))
          path.line(to: CGPoint(x: 0, y: y + size / 2))
          path.line(to: CGPoint(x: size, y: y - size / 2))
          canvas.stroke(
            path, with: .color(style.accent.faded(alpha)),
            line: LineStyle(width: size * 0.34, cap: .round, join: .round))
        }
      }
    }
  }
}

extension Bitmap {
  /// The smallest rectangle that holds every pixel one can see, or the whole picture.
  var visibleBounds: CGRect {
    var (left, top, right, bottom) = (width, height, -1, -1)
    for y in 0..<height {
      for x in 0..<width where bytes[(y * width + x) * 4 + 3] > 8 {
        left = min(left, x)
        right = max(right, x)
        top = min(top, y)
        bottom = max(bottom, y)
      }
    }
    guard right >= left else { return CGRect(x: 0, y: 0, width: width, height: height) }
    return CGRect(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
  }

  /// Whether nearly every pixel is opaque, as in a photograph.
  var isOpaque: Bool {
    let total = width * height
    guard total > 0 else { return true }
    var open = 0
    var index = 3
    while index < bytes.count {
      if bytes[index] < 250 { open += 1 }
      index += 4
    }
    return open * 100 < total * 2
  }
}
