import Scripting
import Testing

struct SpokenTests {
  @Test(arguments: [
    ("¥39.9", 5), ("39.9元", 5), ("1.5L", 4), ("三十九块九", 5), ("100", 2), ("1204", 6), ("95%", 6), ("20", 2),
    ("15", 2), ("250", 4), ("10000", 2), ("T恤", 2), ("USB充电", 5), ("棉，麻。", 2), ("2000mAh", 5), ("", 0),
    ("3×5cm", 5),
  ])
  func chineseFiguresCountAsTheyAreSpoken(_ text: String, _ syllables: Int) {
    #expect(SpokenChinese.syllables(in: text) == syllables)
  }

  @Test(arguments: [
    ("$19.99", 6), ("Tap the cart.", 3), ("265 g", 6), ("$64", 3), ("1,204 sold", 7), ("don't", 1), ("95%", 3),
    ("", 0), ("100 days", 3),
  ])
  func englishFiguresCountAsTheyAreSpoken(_ text: String, _ words: Int) {
    #expect(SpokenEnglish.words(in: text) == words)
  }
}
