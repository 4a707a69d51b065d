internal import Drawing
internal import Foundation
internal import Model

/// A page to hold before the camera: the code as large as the sheet allows, what is filmed, and
/// patches to set the white by.
struct SlatePage {
  let shot: ListedShot
  let number: Int
  let count: Int
  let style: SheetStyle

  init(shot: ListedShot, number: Int, of count: Int, style: SheetStyle) {
    self.shot = shot
    self.number = number
    self.count = count
    self.style = style
  }

  func draw(on document: PDFDocument) throws {
    let code = try QRCode(shot.payload, level: .quartile)
    let page = PDFDocument.a4
    let side = min(SheetStyle.mm(style.slateCodeMM), page.width - 24)
    document.page {
      let box = CGRect(x: (page.width - side) / 2, y: style.margin, width: side, height: side)
      document.draw(code, in: box)
      let width = page.width - 2 * style.margin
      var y = box.maxY + 8
      y = drawNames(on: document, y: y, width: width)
      y = drawPicture(on: document, y: y, width: width)
      drawWords(on: document, y: y, width: width, bottom: page.height - style.margin - 74)
      drawFoot(on: document, width: width, page: page)
    }
  }

  private func drawNames(on document: PDFDocument, y: Double, width: Double) -> Double {
    let id = style.text(shot.id, size: 40, weight: 700, width: width - 110, lines: 1, shrinkTo: 0.3)
    document.draw(id, at: CGPoint(x: style.margin, y: y))
    let flag = style.text(
      shot.must ? "必拍 MUST" : "可选", size: 15, weight: 700,
      color: shot.must ? .white : style.faint, width: 100, lines: 1)
    let right = style.margin + width - flag.width - 8
    if shot.must {
      document.fill(
        .roundedRect(
          CGRect(x: right - 8, y: y + 1, width: flag.width + 16, height: flag.height + 14),
          radius: 6),
        with: style.must)
    }
    document.draw(flag, at: CGPoint(x: right, y: y + 8))
    let product = shot.product == shot.sku ? shot.sku : "\(shot.product)   \(shot.sku)"
    let line = style.text(product, size: 17, width: width, lines: 1, shrinkTo: 0.5)
    document.draw(line, at: CGPoint(x: style.margin, y: y + id.height + 10))
    return y + id.height + 10 + line.height + 12
  }

  private func drawPicture(on document: PDFDocument, y: Double, width: Double) -> Double {
    let camera = [shot.size, shot.movement, shot.angle, ShotColumn.duration.text(of: shot)]
      .filter { !$0.isEmpty }.joined(separator: "  ·  ")
    let facts = style.text(
      camera, size: 15, weight: 700, color: style.must, width: width, lines: 1, shrinkTo: 0.5)
    document.draw(facts, at: CGPoint(x: style.margin, y: y))
    let text = style.text(
      shot.picture, size: 21, weight: 700, width: width, lines: 3, shrinkTo: 0.5)
    document.draw(text, at: CGPoint(x: style.margin, y: y + facts.height + 12))
    return y + facts.height + text.height + 20
  }

  /// What is said and what has to lie ready, as far as there is room.
  private func drawWords(on document: PDFDocument, y: Double, width: Double, bottom: Double) {
    var y = y
    for column in [ShotColumn.line, .props, .sound, .notes] {
      let words = column.text(of: shot)
      guard !words.isEmpty else { continue }
      let text = style.text(
        words, size: 14, width: width - 76, lines: 2, shrinkTo: 0.6)
      guard y + text.height <= bottom else { return }
      let label = style.text(
        "\(column.zh) \(column.en)", size: 9.5, color: style.faint, width: 72, lines: 1)
      document.draw(label, at: CGPoint(x: style.margin, y: y + 3))
      document.draw(text, at: CGPoint(x: style.margin + 76, y: y))
      y += text.height + 11
    }
  }

  /// Grey of 18 % reflectance and paper white, the number of the slate, the code in letters.
  private func drawFoot(on document: PDFDocument, width: Double, page: CGSize) {
    let height = 62.0
    let y = page.height - style.margin - height
    let half = width * 0.5 - 5
    let gray = CGRect(x: style.margin, y: y, width: half, height: height)
    document.fill(.rect(gray), with: Color(red: 0.466, green: 0.466, blue: 0.466))
    let white = CGRect(x: style.margin + half + 10, y: y, width: half, height: height)
    document.stroke(.rect(white), with: style.rule, width: 0.8)
    let note = style.text(
      "\(number) / \(count)", size: 13, weight: 700, color: style.faint, width: half - 12, lines: 1)
    document.draw(note, at: CGPoint(x: white.maxX - note.width - 8, y: white.minY + 9))
    let letters = style.text(
      shot.payload, size: 9, color: style.faint, width: half - 12, lines: 1, shrinkTo: 0.5)
    document.draw(letters, at: CGPoint(x: white.minX + 8, y: white.maxY - letters.height - 8))
  }
}

/// The cards shown at the end of a take: OK, NG, 保留.
struct MarkCardPage {
  /// Nil where the list has no slate of ours: then there is nothing to mark.
  let workspace: String?
  let style: SheetStyle

  private static let names = ["OK": "OK 过", "NG": "NG 不用", "KEEP": "KEEP 保留"]

  func draw(on document: PDFDocument) throws {
    guard let workspace else { return }
    let page = PDFDocument.a4
    let height = (page.height - 2 * style.margin) / Double(SlatePayload.marks.count)
    let codes = try SlatePayload.marks.map {
      (mark: $0, code: try QRCode(SlatePayload(workspace: workspace, code: $0).text))
    }
    document.page {
      for (index, entry) in codes.enumerated() {
        let y = style.margin + Double(index) * height
        let side = height - 24
        document.draw(entry.code, in: CGRect(x: style.margin, y: y + 8, width: side, height: side))
        let name = style.text(
          MarkCardPage.names[entry.mark] ?? entry.mark, size: 44, weight: 700,
          width: page.width - 2 * style.margin - side - 24, lines: 2)
        document.draw(
          name, at: CGPoint(x: style.margin + side + 24, y: y + height / 2 - name.height / 2))
        guard index > 0 else { continue }
        document.stroke(
          .line(
            from: CGPoint(x: style.margin, y: y), to: CGPoint(x: page.width - style.margin, y: y)),
          with: .color(style.rule), line: LineStyle(width: 0.8, dashes: [5, 4]))
      }
    }
  }
}
