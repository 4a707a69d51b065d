internal import Drawing
internal import Foundation
internal import Model
internal import Pixels

/// One shot on the sheet: its code, its framing, the columns of the trade, boxes for the takes.
struct ShotCard {
  private let shot: ListedShot
  private let number: Int
  private let kind: SheetKind
  private let code: QRCode
  private let picture: Bitmap?
  private let product: Bitmap?
  private let style: SheetStyle
  private let grid: CardGrid

  private static let gap = 9.0
  private static let ticks = 24.0

  init(
    shot: ListedShot, number: Int, kind: SheetKind, policy: ShootPolicy, picture: Bitmap?,
    product: Bitmap?, style: SheetStyle
  ) throws {
    self.shot = shot
    self.number = number
    self.kind = kind
    self.style = style
    self.picture = try picture.map { try ShotCard.thumbnail($0, width: 144, height: 256) }
    self.product = try product.map { try ShotCard.thumbnail($0, width: 160, height: 160) }
    code = try QRCode(shot.payload, level: .quartile)
    let side = SheetStyle.mm(style.cardCodeMM)
    let left = side + ShotCard.gap + side * 9 / 16 + ShotCard.gap
    let width = PDFDocument.a4.width - 2 * style.margin - left - ShotCard.gap * 2
    grid = CardGrid(shot: shot, policy: policy, style: style, width: width)
  }

  var item: SheetItem {
    let side = SheetStyle.mm(style.cardCodeMM)
    let inner = max(side + 24, grid.height) + ShotCard.ticks
    return SheetItem(height: inner + ShotCard.gap + 6) { [self] context, box in
      draw(
        on: context,
        in: CGRect(x: box.minX, y: box.minY, width: box.width, height: box.height - 6))
    }
  }

  private func draw(on context: GraphicsContext, in box: CGRect) {
    let shape = Path.roundedRect(box, radius: 5)
    context.saved {
      context.clip(to: shape)
      context.fill(
        .rect(CGRect(x: box.minX, y: box.minY, width: 4, height: box.height)),
        with: shot.must ? style.must : style.rule)
    }
    context.stroke(shape, with: style.rule, width: 0.8)
    let side = SheetStyle.mm(style.cardCodeMM)
    let top = box.minY + ShotCard.gap * 0.8
    let codeBox = CGRect(x: box.minX + ShotCard.gap, y: top, width: side, height: side)
    context.draw(code, in: codeBox)
    drawMark(on: context, below: codeBox)
    let frame = CGRect(
      x: codeBox.maxX + ShotCard.gap, y: top + 4, width: (side - 8) * 9 / 16, height: side - 8)
    FramingSketch(shot: shot, picture: picture, style: style).draw(on: context, in: frame)
    drawProduct(on: context, in: frame, bottom: box.maxY - ShotCard.ticks - 4)
    let x = codeBox.maxX + ShotCard.gap + side * 9 / 16 + ShotCard.gap
    grid.draw(on: context, at: CGPoint(x: x, y: top))
    drawTakes(on: context, in: box)
  }

  /// The product below the frame, so that nobody picks up the wrong sample.
  private func drawProduct(on context: GraphicsContext, in frame: CGRect, bottom: Double) {
    let side = min(frame.width, bottom - frame.maxY - 6)
    guard let product, side > 14 else { return }
    let place = CGRect(x: frame.midX - side / 2, y: frame.maxY + 6, width: side, height: side)
    context.saved {
      context.clip(to: .roundedRect(place, radius: 3))
      context.drawFilling(product, in: place)
    }
  }

  /// Its number in the day, 必拍 or 可选, and the code in letters for a clip whose slate cannot be
  /// read.
  private func drawMark(on context: GraphicsContext, below box: CGRect) {
    let mark = kind.mark.isEmpty ? "" : kind.mark + " "
    let count = style.text(
      mark + "\(number)", size: 17, weight: 700, color: kind.mark.isEmpty ? style.ink : style.must,
      width: box.width * 0.45, lines: 1, shrinkTo: 0.5)
    context.draw(count, at: CGPoint(x: box.minX + 5, y: box.maxY + 1))
    let text = style.text(
      shot.must ? "必拍 MUST" : "可选 optional", size: style.body - 1, weight: 700,
      color: shot.must ? .white : style.faint, width: box.width * 0.55, lines: 1)
    let place = CGPoint(x: box.maxX - text.width - 6, y: box.maxY + 3)
    if shot.must {
      context.fill(
        .roundedRect(
          CGRect(
            x: place.x - 5, y: place.y - 3, width: text.width + 10, height: text.height + 6),
          radius: 3),
        with: style.must)
    }
    context.draw(text, at: place)
    let letters = style.text(
      SlatePayload(text: shot.payload)?.code ?? "", size: style.small, color: style.faint,
      width: box.width, lines: 1)
    context.draw(
      letters, at: CGPoint(x: box.maxX - letters.width - 6, y: place.y + text.height + 6))
  }

  /// Boxes for each take across the foot of the card.
  private func drawTakes(on context: GraphicsContext, in box: CGRect) {
    let top = box.maxY - ShotCard.ticks
    context.stroke(
      .line(from: CGPoint(x: box.minX + 4, y: top), to: CGPoint(x: box.maxX, y: top)),
      with: style.rule, width: 0.5)
    let takes = max(1, style.takes)
    let width = (box.width - ShotCard.gap * 2) / Double(takes)
    for take in 0..<takes {
      var at = box.minX + ShotCard.gap + 4 + Double(take) * width
      let middle = top + ShotCard.ticks / 2
      let name = style.text("\(take + 1)", size: 14, weight: 700, width: 24, lines: 1)
      context.draw(name, at: CGPoint(x: at, y: middle - name.height / 2))
      at += name.width + 7
      for label in ["OK", "NG", "保留"] {
        at += TickBox(style: style, side: 11).draw(
          on: context, at: CGPoint(x: at, y: middle - 5.5), label: label)
        at += 7
      }
    }
  }

  /// Large enough for print at this size and no larger, so that the file stays small.
  static func thumbnail(_ bitmap: Bitmap, width: Int, height: Int) throws -> Bitmap {
    let canvas = try Drawing.Canvas(width: width, height: height)
    canvas.drawFilling(bitmap, in: CGRect(x: 0, y: 0, width: width, height: height))
    return canvas.bitmap
  }
}
