import Drawing
import Foundation
import Pixels
import Testing

struct EndCardTests {
  private let safe = CGRect(x: 64, y: 250, width: 846, height: 1220)

  @Test func wordsStandInTheSafeBoxAndApart() throws {
    for name in ["蜂蜜", "赣南柑橘蜂蜜 500g×2瓶", "A very long product name in English, for two lines"] {
      for product in [nil, try Samples.jar(), Bitmap(width: 4000, height: 50)] {
        let drawn = try EndCard(
          product: product, name: name, instruction: "左下角链接，今天下单", style: Samples.endCard
        ).drawn(width: 1080, height: 1920, safe: safe)
        #expect(safe.insetBy(dx: -0.01, dy: -0.01).contains(drawn.nameBox))
        #expect(safe.insetBy(dx: -0.01, dy: -0.01).contains(drawn.instructionBox))
        #expect(drawn.nameBox.maxY < drawn.instructionBox.minY)
        #expect(drawn.bitmap.width == 1080 && drawn.bitmap.height == 1920)
      }
    }
  }

  @Test func theSameCardHasTheSamePixels() throws {
    let card = EndCard(
      product: try Samples.jar(), name: "蜂蜜", instruction: "点小黄车", style: Samples.endCard)
    let first = try card.drawn(width: 540, height: 960, safe: .zero).bitmap
    #expect(try card.drawn(width: 540, height: 960, safe: .zero).bitmap == first)
  }
}
