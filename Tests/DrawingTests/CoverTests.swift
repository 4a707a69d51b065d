import Drawing
import Foundation
import Pixels
import Testing

struct CoverTests {
  private let picture = Bitmap(width: 90, height: 160)

  @Test(arguments: [
    (1080, 1920, CGRect(x: 0, y: 240, width: 1080, height: 1440)),
    (1080, 1080, CGRect(x: 135, y: 0, width: 810, height: 1080)),
  ])
  func theGridBoxIsTheCentralThreeToFour(width: Int, height: Int, box: CGRect) {
    let cover = Cover(picture: picture, text: "", style: Samples.cover)
    #expect(cover.gridBox(width: width, height: height) == box)
  }

  @Test func wordsStayInsideTheGridBoxAndLarge() throws {
    for text in ["小个子显高3厘米", "一袋不够", "妈妈牌零食一袋不够吃", "Two jars, one price"] {
      for anchor in Cover.Anchor.allCases {
        var style = Samples.cover
        style.anchor = anchor
        let cover = Cover(picture: picture, text: text, tag: "零食", style: style)
        let drawn = try cover.drawn(width: 1080, height: 1920)
        #expect(
          cover.gridBox(width: 1080, height: 1920).contains(drawn.textBox) || drawn.text.overflow)
        #expect(drawn.text.fontSize >= 160)
      }
    }
  }

  @Test func tooManyCharactersAreNamed() throws {
    let cover = Cover(
      picture: picture, text: "这条封面文字实在是太长了读不完", style: Samples.cover)
    let found = try cover.drawn(width: 1080, height: 1920).shortcomings
    #expect(found.first == "cover text has 15 characters; at most 12 read well")
  }
}
