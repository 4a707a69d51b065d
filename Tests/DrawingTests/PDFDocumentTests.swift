import Drawing
import Foundation
import Testing

struct PDFDocumentTests {
  private func document() throws -> Data {
    let document = try PDFDocument(title: "拍摄单", date: "2026-01-05T00:00:00Z")
    for number in 1...3 {
      try document.page {
        document.draw(
          try QRCode("PAGE \(number)"), in: CGRect(x: 50, y: 50, width: 200, height: 200))
        document.draw(
          TextLayout.fit("第\(number)页", style: Samples.title(size: 40), width: 300),
          at: CGPoint(x: 50, y: 300))
      }
    }
    #expect(document.pageCount == 3)
    return try document.data()
  }

  @Test func theSameDrawingGivesTheSameBytes() throws {
    let first = try document()
    #expect(try document() == first)
    #expect(first.prefix(5) == Data("%PDF-".utf8))
  }

  @Test func aPictureDrawnTwiceStandsInTheFileOnce() throws {
    func size(copies: Int) throws -> Int {
      let document = try PDFDocument(title: "", date: "2026-01-05T00:00:00Z")
      let picture = try Samples.busy(width: 200, height: 200)
      for _ in 0..<copies { document.page { document.draw(picture, at: .zero) } }
      return try document.data().count
    }
    let one = try size(copies: 1)
    #expect(one > 10_000)
    #expect(try size(copies: 10) < one * 2)
  }

  @Test func theDateIsTheOneGiven() throws {
    let text = String(decoding: try document(), as: UTF8.self)
    #expect(text.contains("/CreationDate (20260105"))
    #expect(text.contains("/Count 3"))
  }

  @Test func fontsAreEmbedded() throws {
    let text = String(decoding: try document(), as: UTF8.self)
    #expect(text.contains("/FontFile3") || text.contains("/FontFile2"))
    #expect(text.contains("/ToUnicode"))
  }
}
