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
  private struct Page {
    var items: [(item: SheetItem, y: Double)] = []
    var footer: String
  }

  /// What stands at the foot of the pages from here on.
  var footer: String {
    didSet { if pages[pages.count - 1].items.isEmpty { pages[pages.count - 1].footer = footer } }
  }
  /// Stands on top of each page that is begun because the one before was full.
  var running: SheetItem?
  private let style: SheetStyle
  private var pages: [Page]
  private var y: Double

  private static let footerHeight = 18.0
  private let size = PDFDocument.a4

  init(style: SheetStyle, footer: String) {
    self.style = style
    self.footer = footer
    pages = [Page(footer: footer)]
    y = style.margin
  }

  private var bottom: Double { size.height - style.margin - SheetFlow.footerHeight }

  mutating func add(_ items: [SheetItem]) {
    for (index, item) in items.enumerated() {
      let next = item.staysWithNext && index + 1 < items.count ? items[index + 1].height : 0
      if y + item.height + next > bottom, y > style.margin {
        breakPage()
        if let running, y == style.margin, !item.staysWithNext { place(running) }
      }
      place(item)
    }
  }

  private mutating func place(_ item: SheetItem) {
    pages[pages.count - 1].items.append((item, y))
    y += item.height
  }

  mutating func breakPage() {
    // A heading that was to stay with what follows comes along.
    var carried: [SheetItem] = []
    while let last = pages[pages.count - 1].items.last, last.item.staysWithNext {
      carried.insert(last.item, at: 0)
      pages[pages.count - 1].items.removeLast()
    }
    if !pages[pages.count - 1].items.isEmpty { pages.append(Page(footer: footer)) }
    y = style.margin
    for item in carried { place(item) }
  }

  func draw(on document: PDFDocument) throws {
    let width = size.width - 2 * style.margin
    let filled = pages.filter { !$0.items.isEmpty }
    for (index, page) in filled.enumerated() {
      document.page {
        for (item, y) in page.items {
          item.draw(
            document, CGRect(x: style.margin, y: y, width: width, height: item.height))
        }
        drawFooter(page.footer, "\(index + 1) / \(filled.count)", on: document)
      }
    }
  }

  private func drawFooter(_ words: String, _ number: String, on document: PDFDocument) {
    let width = size.width - 2 * style.margin
    let y = size.height - style.margin - 8
    let left = style.text(
      words, size: style.small, color: style.faint, width: width * 0.8, lines: 1, shrinkTo: 0.7)
    let right = style.text(
      number, size: style.small + 2, weight: 700, color: style.faint, width: width, lines: 1)
    document.draw(left, at: CGPoint(x: style.margin, y: y + 2))
    document.draw(right, at: CGPoint(x: size.width - style.margin - right.width, y: y))
  }
}
