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
    private let line: FittedText?

    init(_ card: EndCard, canvas: Canvas, safe: CGRect) {
      self.card = card
      self.canvas = canvas
      let style = card.style
      self.style = style
      let whole = CGRect(x: 0, y: 0, width: canvas.width, height: canvas.height)
      let inside = safe.intersection(whole)
      let box = inside.isNull || inside.isEmpty ? whole : inside
      self.safe = box
      func fitted(_ text: String, _ look: TextStyle, _ share: Double) -> FittedText {
        TextLayout.fitInside(
          text, style: look, width: box.width - 1, height: box.height * share,
          floor: style.floor, keep: card.keep)
      }
      name = fitted(card.name, style.name, 0.22)
      instruction = fitted(card.instruction, style.instruction, 0.2)
      line = card.line.flatMap { $0.isEmpty ? nil : fitted($0, style.line, 0.08) }
    }

    /// A part of the stack: its height and what draws it with its top at a place.
    private typealias Part = (height: Double, draw: (Double) -> CGRect)

    func draw() -> Drawn {
      drawGround()
      let words = wordParts()
      let fixed = words.reduce(0) { $0 + $1.height }
      let room = max(0, safe.height - fixed)
      var y = safe.minY
      if style.layout == .panel {
        // The picture reaches the canvas's edges; only words need the box.
        let bottom = max(safe.minY, safe.maxY - fixed)
        drawPanel(to: bottom - style.gap * 0.6)
        y = bottom
      } else {
        let picture =
          card.product == nil ? 0 : max(0, min(room, Double(canvas.height) * style.productShare))
        y += max(0, safe.height - fixed - picture) / 2
        drawProduct(in: CGRect(x: safe.minX, y: y, width: safe.width, height: picture))
        y += picture
      }
      var boxes: [CGRect] = []
      for part in words {
        boxes.append(part.draw(y))
        y += part.height
      }
      let read = boxes.filter { !$0.isNull && !$0.isEmpty }.reduce(CGRect.null) { $0.union($1) }
      return Drawn(
        bitmap: canvas.bitmap, name: name, instruction: instruction,
        nameBox: boxes.first ?? .zero, instructionBox: boxes.last ?? .zero, words: read)
    }

    /// Name first and instruction last; what is between them gives way where there is no room.
    private func wordParts() -> [Part] {
      let gap = style.gap
      var between: [Part] = []
      var left = safe.height - name.height - instruction.height - gap * 1.4
      func add(_ part: Part) {
        guard part.height <= left else { return }
        left -= part.height
        between.append(part)
      }
      if style.layout != .panel { add((gap * 0.7, { drawRule(at: $0 + gap * 0.35) })) }
      if let line { add((line.height + gap * 0.3, { place(line, at: $0 + gap * 0.3) })) }
      if let code = card.code {
        let side = min(
          Double(canvas.height) * 0.2, Double(canvas.width) * 0.34, left - gap * 0.4)
        if side > 90 { add((side + gap * 0.4, { drawCode(code, at: $0 + gap * 0.4, side: side) })) }
      } else if let logo = card.logo {
        let height = style.logoHeight
        add((height + gap * 0.5, { drawLogo(logo, at: $0 + gap * 0.5) }))
      }
      let name: Part = (self.name.height, { place(self.name, at: $0) })
      let instruction: Part = (
        self.instruction.height + gap * 0.7, { place(self.instruction, at: $0 + gap * 0.7) }
      )
      return [name] + between + [instruction]
    }

    private func left(of width: Double) -> Double {
      style.layout == .center ? safe.midX - width / 2 : safe.minX
    }

    private func drawCode(_ code: QRCode, at y: Double, side: Double) -> CGRect {
      let box = CGRect(x: left(of: side), y: y, width: side, height: side)
      canvas.fill(.roundedRect(box, radius: side * 0.06), with: .white)
      canvas.draw(code, in: box.insetBy(dx: side * 0.03, dy: side * 0.03))
      return box
    }

    private func drawLogo(_ logo: Bitmap, at y: Double) -> CGRect {
      let ratio = Double(logo.width) / Double(max(1, logo.height))
      let width = min(safe.width, style.logoHeight * ratio)
      let box = CGRect(x: left(of: width), y: y, width: width, height: style.logoHeight)
      canvas.drawFitting(logo, in: box)
      return box
    }

    /// The product over the upper part of the canvas, from edge to edge.
    private func drawPanel(to bottom: Double) {
      guard let product = card.product, bottom > 1 else { return }
      let box = CGRect(x: 0, y: 0, width: Double(canvas.width), height: bottom)
      if product.isOpaque {
        canvas.drawFilling(product, in: box)
      } else {
        canvas.fill(.rect(box), with: style.halo.faded(0.6))
        drawCutOut(product, in: box.insetBy(dx: box.width * 0.12, dy: box.height * 0.12))
      }
    }

    private func place(_ text: FittedText, at y: Double) -> CGRect {
      let origin = CGPoint(x: left(of: text.width), y: y)
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

    private func drawRule(at y: Double) -> CGRect {
      let width = style.name.size * 1.1
      let thickness = max(2, style.name.size * 0.09)
      let box = CGRect(
        x: left(of: width), y: y - thickness / 2, width: width, height: thickness)
      canvas.fill(.roundedRect(box, radius: thickness / 2), with: style.accent)
      return box
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
