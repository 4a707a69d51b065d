internal import Drawing
internal import Foundation
internal import Model
internal import Pixels

/// The file that is printed, cut and taken to the set: mark cards first, then a slate a shot.
struct SlateSheets {
  let pages: ShotListPages

  private var style: SheetStyle { pages.style }

  func draw(on document: PDFDocument) throws {
    try MarkCards(workspace: pages.workspace, kind: pages.kind, style: style).draw(on: document)
    let faces = try faces()
    switch style.slateSize {
    case .a4:
      for face in faces {
        document.page { face.drawUpright(on: document, in: SlateSheets.paper(document)) }
      }
    case .a5:
      for start in stride(from: 0, to: faces.count, by: 2) {
        document.page {
          let (upper, lower) = SlateSheets.halves(of: SlateSheets.paper(document))
          faces[start].drawAcross(on: document, in: upper)
          if start + 1 < faces.count { faces[start + 1].drawAcross(on: document, in: lower) }
          CutLine(style: style).draw(on: document, y: lower.minY, from: upper.minX, to: upper.maxX)
        }
      }
    }
    if document.pageCount == 0 { document.page {} }
  }

  private func faces() throws -> [SlateFace] {
    let days = pages.days
    var thumbnails: [String: Bitmap] = [:]
    return try days.flatMap { day in
      try day.shots.enumerated().map { index, shot in
        if thumbnails[shot.sku] == nil, let picture = pages.pictures[shot.sku] {
          thumbnails[shot.sku] = try ShotCard.thumbnail(picture, width: 240, height: 240)
        }
        return try SlateFace(
          shot: shot, number: day.firstShot + index, of: pages.shots.count,
          day: days.count > 1 ? day.name : nil, kind: pages.kind, product: thumbnails[shot.sku],
          style: style)
      }
    }
  }

  private static func paper(_ document: PDFDocument) -> CGRect {
    CGRect(origin: .zero, size: document.pageSize)
  }

  private static func halves(of paper: CGRect) -> (CGRect, CGRect) {
    let half = CGRect(
      x: paper.minX, y: paper.minY, width: paper.width, height: paper.height / 2)
    return (half, half.offsetBy(dx: 0, dy: half.height))
  }
}

/// Where the paper is cut.
struct CutLine {
  let style: SheetStyle

  func draw(on context: GraphicsContext, y: Double, from left: Double, to right: Double) {
    // Only at the edges: a line below a code would stand in its quiet zone.
    for (start, end) in [(left, left + 42), (right - 42, right)] {
      context.stroke(
        .line(from: CGPoint(x: start, y: y), to: CGPoint(x: end, y: y)),
        with: .color(style.faint), line: LineStyle(width: 0.7, dashes: [4, 3]))
    }
  }
}

/// The cards shown at the end of a take: OK, NG, 保留.
struct MarkCards {
  /// Nil where the list has no slate of ours: then there is nothing to mark.
  let workspace: String?
  let kind: SheetKind
  let style: SheetStyle

  private static let names = ["OK": "OK 过", "NG": "NG 不用", "KEEP": "KEEP 保留"]

  func draw(on document: PDFDocument) throws {
    guard let workspace else { return }
    let codes = try SlatePayload.marks.map {
      (mark: $0, code: try QRCode(SlatePayload(workspace: workspace, code: $0).text))
    }
    document.page {
      let page = document.pageSize
      let height = page.height / Double(codes.count)
      for (index, entry) in codes.enumerated() {
        let y = Double(index) * height
        let side = height - 10
        document.draw(
          entry.code, in: CGRect(x: style.margin / 2, y: y + 5, width: side, height: side))
        let left = style.margin / 2 + side
        let name = style.text(
          MarkCards.names[entry.mark] ?? entry.mark, size: 64, weight: 700,
          width: page.width - style.margin - left, lines: 2)
        document.draw(name, at: CGPoint(x: left, y: y + height / 2 - name.height / 2))
        guard index > 0 else { continue }
        CutLine(style: style).draw(on: document, y: y, from: 0, to: page.width)
      }
    }
  }
}
