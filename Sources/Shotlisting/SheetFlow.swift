internal import Drawing
internal import Foundation

/// Something as high as it says that is drawn somewhere on a page.
struct SheetItem {
  let height: Double
  /// Whether the next item has to stand on the same page.
  var staysWithNext = false
  let draw: (GraphicsContext, CGRect) -> Void
}

/// Sets items below each other and begins a page where one does not fit.
struct SheetFlow {
  private let style: SheetStyle
  private let footer: String
  private var pages: [[(item: SheetItem, y: Double)]] = [[]]
  private var y: Double

  private static let footerHeight = 16.0
  private let size = PDFDocument.a4

  init(style: SheetStyle, footer: String) {
    self.style = style
    self.footer = footer
    y = style.margin
  }

  private var bottom: Double { size.height - style.margin - SheetFlow.footerHeight }

  mutating func add(_ items: [SheetItem]) {
    for (index, item) in items.enumerated() {
      let next = item.staysWithNext && index + 1 < items.count ? items[index + 1].height : 0
      if y + item.height + next > bottom, y > style.margin { breakPage() }
      pages[pages.count - 1].append((item, y))
      y += item.height
    }
  }

  mutating func breakPage() {
    // A heading that was to stay with what follows comes along.
    var carried: [SheetItem] = []
    while let last = pages[pages.count - 1].last, last.item.staysWithNext {
      carried.insert(last.item, at: 0)
      pages[pages.count - 1].removeLast()
    }
    if !pages[pages.count - 1].isEmpty { pages.append([]) }
    y = style.margin
    for item in carried {
      pages[pages.count - 1].append((item, y))
      y += item.height
    }
  }

  func draw(on document: PDFDocument) throws {
    let width = size.width - 2 * style.margin
    let filled = pages.filter { !$0.isEmpty }
    for (index, page) in filled.enumerated() {
      document.page {
        for (item, y) in page {
          item.draw(
            document, CGRect(x: style.margin, y: y, width: width, height: item.height))
        }
        drawFooter("\(index + 1) / \(filled.count)", on: document)
      }
    }
  }

  private func drawFooter(_ number: String, on document: PDFDocument) {
    let width = size.width - 2 * style.margin
    let y = size.height - style.margin - 6
    let left = style.text(
      footer, size: style.small, color: style.faint, width: width * 0.8, lines: 1, shrinkTo: 0.5)
    let right = style.text(number, size: style.small, color: style.faint, width: width, lines: 1)
    document.draw(left, at: CGPoint(x: style.margin, y: y))
    document.draw(right, at: CGPoint(x: size.width - style.margin - right.width, y: y))
  }
}
