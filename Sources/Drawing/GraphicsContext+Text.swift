internal import CCairo
public import Foundation
internal import Pixels

extension GraphicsContext {
  /// Draws fitted text with the upper left corner of its box at a point.
  ///
  /// The box holds letters, strokes, marker and plate; the shadow stands outside.
  public func draw(_ text: FittedText, at point: CGPoint) {
    let style = text.style
    drawPlates(text, at: point)
    let lines = text.placedLines.indices.map { PlacedLine(text, $0, at: point) }
    if let shadow = style.shadow { drawShadow(shadow, of: text, at: point) }
    let under = style.marker.map { $0.share < PlacedLine.wholeMarker } ?? false
    if under, let marker = style.marker {
      for line in lines { fill(line.markers(marker, drawn: text.markerShare), with: marker.color) }
    }
    for (stroke, reach) in text.strokes {
      setSource(.color(stroke.color))
      cairo_set_line_width(context, reach * 2)
      cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
      cairo_set_dash(context, nil, 0, 0)
      for line in lines {
        cairo_new_path(context)
        cairo_move_to(context, line.x, line.y)
        line.line.trace(in: context)
        cairo_stroke(context)
      }
    }
    let marker = under ? nil : style.marker
    for line in lines {
      if marker == nil, let accent = style.accent { line.line.color(line.accents, with: accent) }
      show(line, in: style.color)
    }
    if let marker { lines.forEach { overlay(marker, on: $0, of: text) } }
    cairo_new_path(context)
  }

  private func show(_ line: PlacedLine, in color: Color) {
    setSource(.color(color))
    cairo_move_to(context, line.x, line.y)
    line.line.show(in: context)
  }

  /// A marker that covers its words hides their strokes, and shows them in the accent's colour.
  private func overlay(_ marker: TextStyle.Marker, on line: PlacedLine, of text: FittedText) {
    let shape = line.markers(marker, drawn: text.markerShare)
    guard !shape.elements.isEmpty else { return }
    saved {
      fill(shape, with: marker.color)
      clip(to: shape)
      show(line, in: text.style.accent ?? text.style.color)
    }
  }

  /// Draws fitted text with its box in the middle of a rectangle.
  public func draw(_ text: FittedText, centeredIn rect: CGRect) {
    draw(text, at: CGPoint(x: rect.midX - text.width / 2, y: rect.midY - text.height / 2))
  }

  /// Draws one unbroken line with the left end of its baseline at a point.
  ///
  /// - Returns: The advance width in pixels.
  @discardableResult
  public func drawLine(_ text: String, style: TextStyle, baseline point: CGPoint) -> Double {
    let clean = String(
      CleanText(text, families: style.families, limit: TextLayout.longest).characters
        .map { $0 == "\n" ? " " : $0 })
    let line = PangoLine(clean, style: style, fontSize: style.size)
    setSource(.color(style.color))
    cairo_move_to(context, point.x, point.y)
    line.show(in: context)
    cairo_new_path(context)
    return line.width
  }

  private func drawPlates(_ text: FittedText, at point: CGPoint) {
    if let plate = text.style.plate, plate.color.alpha > 0, !text.lines.isEmpty {
      // Plates that lie over each other are no darker there.
      let solid = Color(red: plate.color.red, green: plate.color.green, blue: plate.color.blue)
      group(alpha: plate.color.alpha) {
        for rect in text.plateRects {
          fill(
            .roundedRect(rect.offsetBy(dx: point.x, dy: point.y), radius: plate.radius),
            with: solid)
        }
      }
    }
    if let edge = text.style.edge, edge.width > 0 {
      fill(
        .rect(CGRect(x: point.x, y: point.y, width: edge.width, height: text.height)),
        with: edge.color)
    }
  }

  private func drawShadow(_ shadow: TextStyle.Shadow, of text: FittedText, at point: CGPoint) {
    let margin = (max(0, shadow.blur) * 3).rounded(.up) + 1
    guard
      let soft = try? Canvas(
        width: Int(clamping: text.width + 2 * margin),
        height: Int(clamping: text.height + 2 * margin))
    else { return }
    var style = text.style
    style.color = shadow.color
    style.accent = nil
    style.shadow = nil
    style.marker = nil
    style.edge = nil
    style.plate = nil
    style.stroke?.color = shadow.color
    style.outline?.color = shadow.color
    soft.draw(text.restyled(style), at: CGPoint(x: margin, y: margin))
    draw(
      soft.bitmap.blurred(sigma: shadow.blur),
      at: CGPoint(x: point.x + shadow.dx - margin, y: point.y + shadow.dy - margin))
  }
}

extension FittedText {
  /// The left end of a line from the left edge of the box, in pixels.
  func lineX(_ index: Int) -> Double {
    let line = placedLines[index]
    let inner = width - 2 * style.insetX
    let room = inner - line.width
    switch style.alignment {
    case .left: return style.insetX
    case .center:
      // The eye centres the ink: a full-width comma at the end is half empty.
      let shift = line.width / 2 - (line.ink.lowerBound + line.ink.upperBound) / 2
      return style.insetX + room / 2 + max(-room / 2, min(shift, room / 2))
    case .right: return style.insetX + room
    }
  }

  /// The strokes from the outermost inwards, with how far each stands out of the letters.
  var strokes: [(TextStyle.Stroke, reach: Double)] {
    let inner = max(0, style.stroke?.width ?? 0)
    var strokes: [(TextStyle.Stroke, reach: Double)] = []
    if let outline = style.outline, outline.width > 0 {
      strokes.append((outline, inner + outline.width))
    }
    if let stroke = style.stroke, stroke.width > 0 { strokes.append((stroke, inner)) }
    return strokes
  }

  /// The plates behind the lines, from the upper left corner of the box.
  var plateRects: [CGRect] {
    guard let plate = style.plate else { return [] }
    guard plate.hugsLines, placedLines.count > 1 else {
      return [CGRect(x: 0, y: 0, width: width, height: height)]
    }
    let rest = height - lineHeight * Double(placedLines.count - 1)
    return placedLines.indices.map { index in
      CGRect(
        x: (width - placedLines[index].width) / 2 - style.insetX + plateShift(index),
        y: Double(index) * lineHeight,
        width: placedLines[index].width + 2 * style.insetX, height: rest)
    }
  }

  /// How far a line's plate stands from the middle of the box, in pixels.
  private func plateShift(_ index: Int) -> Double {
    let room = width - 2 * style.insetX - placedLines[index].width
    switch style.alignment {
    case .left: return -room / 2
    case .center: return 0
    case .right: return room / 2
    }
  }

  /// The same lines at the same places in another colour dress.
  func restyled(_ style: TextStyle) -> FittedText {
    var dress = style
    // The box stays as it was measured: a transparent plate keeps its insets.
    if self.style.plate != nil || self.style.edge != nil || self.style.marker != nil {
      dress.plate = TextStyle.Plate(
        color: .clear, paddingX: self.style.insetX, paddingY: self.style.insetY, radius: 0)
    }
    return FittedText(
      style: dress, placedLines: placedLines, fontSize: fontSize, width: width, height: height,
      firstBaseline: firstBaseline, lineHeight: lineHeight, overflow: overflow,
      missingGlyphs: missingGlyphs)
  }
}
