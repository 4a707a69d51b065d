internal import Drawing
internal import Foundation
internal import Model
internal import Pixels

/// What is held before the camera: the code as large as the paper allows, what is filmed, and
/// patches to set the white by.
struct SlateFace {
  let shot: ListedShot
  let code: QRCode
  let number: Int
  let count: Int
  /// The day's name where there are several.
  let day: String?
  let kind: SheetKind
  let product: Bitmap?
  let style: SheetStyle

  init(
    shot: ListedShot, number: Int, of count: Int, day: String?, kind: SheetKind, product: Bitmap?,
    style: SheetStyle
  ) throws {
    self.shot = shot
    self.number = number
    self.count = count
    self.day = day
    self.kind = kind
    self.product = product
    self.style = style
    code = try QRCode(shot.payload, level: .quartile)
  }

  /// A card across: the code on the left as high as the paper, the words on the right.
  func drawAcross(on context: GraphicsContext, in paper: CGRect) {
    let side = min(SheetStyle.mm(style.halfSlateCodeMM), paper.height, paper.width * 0.72)
    let codeBox = CGRect(x: paper.minX, y: paper.midY - side / 2, width: side, height: side)
    context.draw(code, in: codeBox)
    let edge = SheetStyle.mm(6)
    let words = CGRect(
      x: codeBox.maxX, y: paper.minY + edge, width: paper.maxX - codeBox.maxX - edge,
      height: paper.height - 2 * edge)
    let foot = 50.0
    drawWords(
      on: context,
      in: CGRect(x: words.minX, y: words.minY, width: words.width, height: words.height - foot - 8),
      scale: 0.8)
    drawFoot(
      on: context,
      in: CGRect(x: words.minX, y: words.maxY - foot, width: words.width, height: foot))
  }

  /// A page upright: the code on top, the words below.
  func drawUpright(on context: GraphicsContext, in paper: CGRect) {
    let side = min(SheetStyle.mm(style.slateCodeMM), paper.width - 24)
    let codeBox = CGRect(
      x: paper.midX - side / 2, y: paper.minY + style.margin, width: side, height: side)
    context.draw(code, in: codeBox)
    let foot = 60.0
    let left = paper.minX + style.margin
    let width = paper.width - 2 * style.margin
    let bottom = paper.maxY - style.margin - foot
    drawWords(
      on: context,
      in: CGRect(x: left, y: codeBox.maxY + 6, width: width, height: bottom - codeBox.maxY - 14),
      scale: 1)
    drawFoot(on: context, in: CGRect(x: left, y: bottom, width: width, height: foot))
  }

  /// From the most wanted words to the least, as far as there is room.
  private func drawWords(on context: GraphicsContext, in box: CGRect, scale: Double) {
    var y = box.minY
    for block in blocks(width: box.width, scale: scale) {
      guard y + block.text.height <= box.maxY else { break }
      if block.isBadge {
        let plate = CGRect(
          x: box.minX, y: y - 3, width: block.text.width + 14, height: block.text.height + 10)
        context.fill(.roundedRect(plate, radius: 5), with: style.must)
        context.draw(block.text, at: CGPoint(x: plate.minX + 7, y: plate.minY + 5))
      } else {
        context.draw(block.text, at: CGPoint(x: box.minX, y: y))
      }
      y += block.text.height + block.after * scale
    }
    let room = box.maxY - y
    guard let product, room > 44 else { return }
    let side = min(room, 110 * scale)
    let place = CGRect(x: box.minX, y: box.maxY - side, width: side, height: side)
    context.saved {
      context.clip(to: .roundedRect(place, radius: 4))
      context.drawFilling(product, in: place)
    }
  }

  private typealias Block = (text: FittedText, after: Double, isBadge: Bool)

  private func blocks(width: Double, scale: Double) -> [Block] {
    func block(
      _ text: String, _ size: Double, weight: Int = 400, color: Color? = nil, lines: Int,
      after: Double, badge: Bool = false
    ) -> Block? {
      guard !text.isEmpty else { return nil }
      return (
        style.text(
          text, size: size * scale, weight: weight, color: color, width: width - (badge ? 14 : 0),
          lines: lines, shrinkTo: 0.55),
        after, badge
      )
    }
    let head = [kind.mark, "\(number) / \(count)", day ?? ""].filter { !$0.isEmpty }
      .joined(separator: "  ")
    let camera = [shot.size, shot.movement, shot.angle, ShotColumn.duration.text(of: shot)]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let others: [ShotColumn] = [.line, .props, .backup, .sound, .notes]
    let first: [Block?] = [
      block(
        head, 22, weight: 700, color: kind.mark.isEmpty ? style.faint : style.must, lines: 1,
        after: 11),
      block(shot.id, 30, weight: 700, lines: 3, after: 10),
      block(
        shot.must ? "必拍 MUST" : "可选 optional", 15, weight: 700,
        color: shot.must ? .white : style.faint, lines: 1, after: 15, badge: shot.must),
      block(
        shot.product == shot.sku ? shot.sku : "\(shot.product)\n\(shot.sku)", 17, lines: 3,
        after: 14),
      block(shot.picture, 23, weight: 700, lines: 5, after: 12),
      block(camera, 17, weight: 700, color: style.must, lines: 2, after: 14),
    ]
    let rest: [Block?] = others.map { column in
      let words = column.text(of: shot)
      return words.isEmpty ? nil : block("\(column.zh)  \(words)", 15, lines: 3, after: 9)
    }
    return (first + rest).compactMap { $0 }
  }

  /// Grey of 18 % reflectance and paper white, the code in letters.
  private func drawFoot(on context: GraphicsContext, in box: CGRect) {
    let half = box.width * 0.5 - 4
    context.fill(
      .rect(CGRect(x: box.minX, y: box.minY, width: half, height: box.height)),
      with: Color(red: 0.466, green: 0.466, blue: 0.466))
    let white = CGRect(x: box.maxX - half, y: box.minY, width: half, height: box.height)
    context.stroke(.rect(white), with: style.rule, width: 0.8)
    let letters = style.text(
      shot.payload, size: 9, color: style.faint, width: half - 10, lines: 2, shrinkTo: 0.6)
    context.draw(letters, centeredIn: white)
  }
}
