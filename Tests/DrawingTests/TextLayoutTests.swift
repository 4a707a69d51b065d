import Drawing
import Pixels
import Foundation
import Testing

struct TextLayoutTests {
  private func lines(_ text: String, width: Double = 846, keep: [String] = [], size: Double = 104)
    -> [String]
  {
    TextLayout.fit(text, style: Samples.title(size: size, maxLines: 4), width: width, keep: keep)
      .lines
  }

  @Test(arguments: [
    ("夏天穿这条裤子显瘦不勒肚子", ["夏天穿这条裤子", "显瘦不勒肚子"]),
    ("39.9元3袋，500g×3袋带回家", ["39.9元3袋，", "500g×3袋带回家"]),
    ("为什么懂行的妈妈都不买贵的？", ["为什么懂行的", "妈妈都不买贵的？"]),
    ("一撕就开，孩子自己也能拿着吃", ["一撕就开，", "孩子自己也能拿着吃"]),
    ("小个子显高", ["小个子显高"]),
    ("第一行\n第二行", ["第一行", "第二行"]),
  ])
  func titlesBreakByPhrase(text: String, expected: [String]) {
    let found = TextLayout.fit(text, style: Samples.title(size: 96, minSize: 84), width: 880).lines
    #expect(found == expected)
  }

  @Test(arguments: [
    "39.9元", "500g×3袋", "¥39.9", "36-41码", "1.5L", "95%", "三十九块九", "100ml/瓶", "39.9元/3袋",
    "T恤", "A字裙", "$19.99", "2024-2025年", "36到41码", "-18℃", "500 g",
  ])
  func numbersAndTheirUnitsStayTogether(unit: String) {
    for pad in 0..<12 {
      let text = String(repeating: "好", count: pad) + unit + "味道真好孩子爱吃"
      for width in stride(from: 330.0, through: 900, by: 90) {
        let found = TextLayout.fit(
          text, style: Samples.title(size: 60, minSize: 60, maxLines: 9), width: width)
        #expect(found.lines.contains { $0.contains(unit) }, "\(found.lines)")
      }
    }
  }

  @Test(arguments: [
    ("39.9元1080 g", "1080 g"), ("三十九块九8 oz", "8 oz"), ("三十九块九1.5L", "1.5L"),
    ("39块9", "39块9"), ("一米七五", "一米七五"), ("39元500g", "500g"),
  ])
  func aNumberBehindAPriceKeepsItsOwnUnit(pair: String, unit: String) {
    for pad in 0..<12 {
      let text = String(repeating: "好", count: pad) + pair + "透气又好穿"
      for width in stride(from: 330.0, through: 900, by: 60) {
        let found = TextLayout.fit(
          text, style: Samples.title(size: 60, minSize: 60, maxLines: 9), width: width)
        #expect(found.lines.contains { $0.contains(unit) }, "\(found.lines)")
      }
    }
  }

  @Test func termsToKeepStayTogetherInAnyCase() {
    for term in ["柑橘蜂蜜罐", "SuperGlow X9", "满300减50"] {
      for pad in 0..<10 {
        let text = String(repeating: "看", count: pad) + term + "今天就能带回家去"
        let found = TextLayout.fit(
          text, style: Samples.title(size: 60, minSize: 60, maxLines: 9), width: 500,
          keep: [term.lowercased()])
        #expect(found.lines.contains { $0.contains(term) }, "\(found.lines)")
      }
    }
  }

  /// Texts made of the trade's pieces, by a seeded generator.
  private func madeTexts(_ count: Int) -> [String] {
    let pieces = [
      "显瘦", "，", "。", "！", "《好物》", "“真的”", "（限今天）", "39.9元", "¥128", "T恤", "的", "了", "就",
      "SuperGlow",
      " ", "500g×3袋", "妈妈", "不勒肚子", "、", "？", "36-41码", "for every day", "…", "95%棉", "透气", "孩子",
      "自己也能吃", "：",
    ]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<count).map { _ in
      (0..<(2 + next(14))).map { _ in pieces[next(pieces.count)] }.joined()
    }
  }

  @Test func noTextIsLostAndNoLineIsTooWide() {
    let closing = Set("，。！？、：…》”）")
    let opening = Set("《“（¥")
    for (index, text) in madeTexts(150).enumerated() {
      let width = 420.0 + Double(index % 5) * 110
      let style = Samples.title(size: 72, minSize: 40, maxLines: 5)
      let fitted = TextLayout.fit(text, style: style, width: width, keep: ["SuperGlow"])
      func solid(_ text: String) -> String { text.filter { !$0.isWhitespace } }
      #expect(solid(fitted.lines.joined()) == solid(text))
      #expect(fitted.overflow || fitted.width <= width + 0.01, "\(text) \(fitted.lines)")
      #expect(fitted.overflow || fitted.lines.count <= 5)
      for (number, line) in fitted.lines.enumerated() {
        if number > 0 { #expect(!closing.contains(line.first ?? " "), "\(fitted.lines)") }
        if number < fitted.lines.count - 1 {
          #expect(!opening.contains(line.last ?? " "), "\(fitted.lines)")
        }
      }
    }
  }

  @Test func aLastLineIsNotALoneCharacter() {
    for count in 9...24 {
      let text = String("今夜月明人尽望不知秋思落谁家海上升明月天涯共此时".prefix(count))
      let found = lines(text, size: 72)
      #expect(found.count == 1 || (found.last?.count ?? 0) > 1, "\(found)")
    }
  }

  @Test func textShrinksByStepsAndNoFurtherThanAllowed() {
    let style = Samples.title(size: 104, minSize: 72, maxLines: 1)
    let short = TextLayout.fit("显瘦不勒", style: style, width: 846)
    #expect(short.fontSize == 104 && !short.overflow)
    let longer = TextLayout.fit("显瘦不勒肚子真好", style: style, width: 800)
    #expect(longer.fontSize < 104 && longer.fontSize > 72 && !longer.overflow)
    #expect((104 - longer.fontSize).truncatingRemainder(dividingBy: 2) == 0)
    let tooLong = TextLayout.fit("显瘦不勒肚子真好看又便宜谁穿谁知道", style: style, width: 800)
    #expect(tooLong.fontSize == 72 && tooLong.overflow)
  }

  @Test func heightIsALimitToo() {
    let style = Samples.title(size: 104, minSize: 40, maxLines: 3)
    let free = TextLayout.fit("夏天穿这条裤子显瘦不勒肚子", style: style, width: 846)
    let low = TextLayout.fit("夏天穿这条裤子显瘦不勒肚子", style: style, width: 846, height: 130)
    #expect(low.height <= 130 && low.fontSize < free.fontSize && !low.overflow)
  }

  @Test func captionsShrinkALittleBeforeTheyWrap() {
    let text = "十三个字的字幕要在一行里"
    var style = Samples.caption
    style.size = 72
    style.wrapSize = 56
    #expect(TextLayout.fit(text, style: style, width: 846).lines.count == 1)
    style.wrapSize = nil
    #expect(TextLayout.fit(text, style: style, width: 846).lines.count == 2)
  }

  @Test func aWordWiderThanTheBoxOverflowsUnbroken() {
    let word = String(repeating: "Donaudampfschiff", count: 6)
    let fitted = TextLayout.fit(word, style: Samples.title(), width: 400)
    #expect(fitted.overflow && fitted.lines == [word])
  }

  @Test func aTermWiderThanTheBoxIsBrokenByPhrase() {
    let text = "夏天穿这条裤子显瘦不勒肚子"
    let fitted = TextLayout.fit(text, style: Samples.title(), width: 846, keep: [text, "显瘦"])
    #expect(fitted.lines == ["夏天穿这条裤子", "显瘦不勒肚子"] && !fitted.overflow)
  }

  @Test func hostileTextIsTamed() throws {
    let nasty = "a\0b\u{202E}c\u{7}显瘦\u{FFFF}\u{E000}\t好"
    let fitted = TextLayout.fit(nasty, style: Samples.title(), width: 846)
    #expect(fitted.lines == ["abc显瘦 好"])
    let endless = String(repeating: "好吃", count: 20_000)
    let cut = TextLayout.fit(endless, style: Samples.title(), width: 846)
    #expect(cut.overflow)
    for width in [0, -5, Double.nan, .infinity] {
      _ = TextLayout.fit("好吃", style: Samples.title(), width: width)
    }
    let none = TextLayout.fit("", style: Samples.title(), width: 846)
    #expect(none.lines == [""] && none.width < 40)
    _ = try TextLayout.bitmap(of: none)
  }

  @Test func missingGlyphsAreNamedAndLeftOut() {
    // An unassigned-in-fonts but valid letter: an Egyptian hieroglyph.
    let fitted = TextLayout.fit("显瘦\u{13080}好", style: Samples.title(), width: 846)
    guard !fitted.missingGlyphs.isEmpty else { return }  // this machine has such a font
    #expect(fitted.missingGlyphs == ["\u{13080}"])
    #expect(fitted.lines == ["显瘦好"])
  }

  @Test func thePictureHoldsTheBoxAndTheShadow() throws {
    var style = Samples.title()
    let plain = TextLayout.fit("显瘦", style: style, width: 846)
    let margins = TextLayout.margins(of: plain)
    let bitmap = try TextLayout.bitmap(of: plain)
    #expect(bitmap.width == Int(plain.width.rounded(.up)) + margins.left + margins.right)
    #expect(bitmap.height == Int(plain.height.rounded(.up)) + margins.top + margins.bottom)
    style.shadow = nil
    let bare = try TextLayout.bitmap(of: TextLayout.fit("显瘦", style: style, width: 846))
    #expect(bare.width == Int(plain.width.rounded(.up)))
    // Ink and strokes reach neither beyond the box nor leave it half empty.
    let rows = (0..<bare.height).filter { y in
      (0..<bare.width).contains { bare.bytes[(y * bare.width + $0) * 4 + 3] > 40 }
    }
    #expect((rows.first ?? 99) <= 2 && (rows.last ?? 0) >= bare.height - 4)
  }

  @Test func accentsColourOnlyTheirWords() throws {
    var style = Samples.title()
    style.stroke = nil
    style.shadow = nil
    style.accent = Color(red: 1, green: 0, blue: 0)
    func redPixels(_ accents: [String]) throws -> Int {
      let fitted = TextLayout.fit("夏天显瘦好看", style: style, width: 846, accents: accents)
      let bitmap = try TextLayout.bitmap(of: fitted)
      return stride(from: 0, to: bitmap.bytes.count, by: 4).filter {
        bitmap.bytes[$0] > 200 && bitmap.bytes[$0 + 1] < 40
      }.count
    }
    #expect(try redPixels([]) == 0)
    let one = try redPixels(["显瘦"])
    #expect(one > 500)
    #expect(try redPixels(["夏天显瘦好看"]) > one * 2)
  }

  @Test func manyThreadsSetTheSameLines() async {
    let expected = lines("夏天穿这条裤子显瘦不勒肚子")
    await withTaskGroup(of: [String].self) { group in
      for _ in 0..<16 { group.addTask { lines("夏天穿这条裤子显瘦不勒肚子") } }
      for await found in group { #expect(found == expected) }
    }
  }
}
