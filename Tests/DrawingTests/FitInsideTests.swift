import Drawing
import Foundation
import Pixels
import Testing

struct FitInsideTests {
  private func fit(_ text: String, width: Double = 600, height: Double = 240) -> FittedText {
    TextLayout.fitInside(
      text, style: Samples.title(size: 104, minSize: 72, maxLines: 2), width: width,
      height: height, floor: 16)
  }

  @Test func aTextThatFitsIsSetAsTheStyleWants() {
    let style = Samples.title(size: 104, minSize: 72, maxLines: 2)
    let plain = TextLayout.fit("小个子显高", style: style, width: 600, height: 240)
    #expect(fit("小个子显高") == plain)
  }

  @Test(arguments: [
    "夏天穿这条裤子显瘦不勒肚子谁穿谁知道真的好看又便宜", "Donaudampfschifffahrtsgesellschaftskapitän",
    "¥1,299,999.00/1000件套", "39.9元3袋，500g×3袋带回家，妈妈都说好，孩子也爱吃的那一种零食",
  ])
  func aLongerOneIsSetSmallerAndStaysInside(text: String) {
    let fitted = fit(text)
    #expect(!fitted.overflow)
    #expect(fitted.width <= 600 && fitted.height <= 240)
    func solid(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    #expect(solid(fitted.lines.joined()) == solid(text))
  }

  @Test func aLongWordIsNotBroken() {
    let word = "Donaudampfschifffahrtsgesellschaftskapitän"
    #expect(fit(word).lines == [word] && fit(word).isShrunk)
  }

  @Test func whatFitsAtNoSizeIsCutWithAnEllipsisAndSaysSo() {
    let fitted = fit(String(repeating: "好吃又便宜", count: 400))
    #expect(fitted.overflow)
    #expect(fitted.width <= 600.01 && fitted.height <= 240.01)
    #expect(fitted.lines.last?.last == "…")
  }

  @Test func privateAndUnknownCharactersAreNamed() {
    #expect(TextLayout.missing(in: "好\u{E001}吃\u{7}", families: ["sans-serif"]) == ["\u{E001}"])
    #expect(fit("好\u{E001}吃").missingGlyphs == ["\u{E001}"])
  }

  @Test func aTypedTextStandsWhereItWillStand() throws {
    let fitted = fit("显瘦不勒肚子")
    let whole = try TextLayout.bitmap(of: fitted)
    let half = try TextLayout.bitmap(of: fitted.showing(first: 3))
    #expect(half.width == whole.width && half.height == whole.height)
    #expect(try TextLayout.bitmap(of: fitted.showing(first: fitted.count)) == whole)
    // The first letter is the same in both.
    func column(_ bitmap: Bitmap, _ x: Int) -> [UInt8] {
      (0..<bitmap.height).map { bitmap.bytes[($0 * bitmap.width + x) * 4 + 3] }
    }
    #expect(column(half, 60) == column(whole, 60))
    #expect(column(half, whole.width - 60) != column(whole, whole.width - 60))
  }

  @Test func aMarkerCoversItsWordsAlone() throws {
    var style = Samples.title(size: 90, minSize: 60, maxLines: 1)
    style.shadow = nil
    style.marker = TextStyle.Marker(color: Color(red: 0, green: 1, blue: 0))
    let fitted = TextLayout.fit("夏天显瘦好看", style: style, width: 900, accents: ["显瘦"])
    func green(_ text: FittedText) throws -> Int {
      let bitmap = try TextLayout.bitmap(of: text)
      return stride(from: 0, to: bitmap.bytes.count, by: 4).count {
        bitmap.bytes[$0] < 40 && bitmap.bytes[$0 + 1] > 200 && bitmap.bytes[$0 + 2] < 40
      }
    }
    let (none, half, all) = (
      try green(fitted.marked(0)), try green(fitted.marked(0.5)), try green(fitted)
    )
    #expect(none == 0 && half > 1000 && all > half)
    #expect(try green(fitted.accenting(0..<6)) > all * 2)
    #expect(try green(fitted.accenting(0..<0)) == 0)
  }
}
