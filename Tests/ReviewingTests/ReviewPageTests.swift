import Diagnostics
import Foundation
import Model
import Reviewing
import Testing
import Timing

struct ReviewPageTests {
  let platforms = [MadeDrafts.platform("douyin", "抖音"), MadeDrafts.platform("kuaishou", "快手")]

  func page(
    _ entries: [ReviewEntry], missing: [MissingShot] = [], problems: [Diagnostic] = [],
    lang: CopyLocale = .zh
  ) throws -> String {
    try ReviewPage(
      entries: entries, platforms: platforms, missing: missing, problems: problems, lang: lang
    ).html()
  }

  /// The page's data as its script reads it.
  func data(of html: String) throws -> [String: Any] {
    let start = try #require(html.range(of: "id=\"data\">")).upperBound
    let end = try #require(html[start...].range(of: "</script>")).lowerBound
    let object = try JSONSerialization.jsonObject(with: Data(html[start..<end].utf8))
    return try #require(object as? [String: Any])
  }

  func first(of html: String) throws -> [String: Any] {
    try #require((data(of: html)["drafts"] as? [[String: Any]])?.first)
  }

  @Test func mediaIsNamedRelativeToThePage() throws {
    let html = try page([MadeDrafts.entry(MadeDrafts.draft("a-1"))])
    #expect(html.contains("<img src=\"douyin/a-1.jpg\" loading=\"lazy\""))
    #expect(try first(of: html)["video"] as? String == "douyin/a-1.mp4")
  }

  @Test func nothingIsLoadedFromElsewhere() throws {
    let html = try page([MadeDrafts.entry(MadeDrafts.draft("a"))])
    #expect(!html.contains("http://"))
    #expect(!html.contains("https://"))
    #expect(!html.contains("@import"))
    #expect(html.contains("default-src 'none'"))
  }

  static let hostile = [
    "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)",
    "<!--", "&lt;b&gt;", "\u{2028}\u{2029}\0", "${alert(1)}", "]]>", "<svg/onload=alert(1)>",
  ]

  @Test(arguments: hostile)
  func wordsFromOutsideStayWords(text: String) throws {
    let draft = MadeDrafts.draft(
      text, sku: text, title: text, caption: text,
      shots: [
        DraftShot(
          shot: text, take: text, file: text, sourceIn: .zero, sourceOut: .zero, start: .zero,
          end: .zero)
      ])
    var entry = MadeDrafts.entry(draft, title: text)
    entry.product.category = text
    entry.facts = [Fact(text: text, field: text, source: text)]
    let html = try page(
      [entry], missing: [MissingShot(sku: text, shot: text, must: true)],
      problems: [Diagnostic(.error, text, at: Position(file: text, line: 1, field: text))])
    let plain = try page([MadeDrafts.entry(MadeDrafts.draft("a"))])
    for mark in ["<script", "<img", "<svg", "onerror=", "<!--"] {
      #expect(
        html.components(separatedBy: mark).count <= plain.components(separatedBy: mark).count
          + (mark == "onerror=" && text.contains(mark) ? 40 : 0), "\(mark)")
    }
    #expect(html.components(separatedBy: "</script").count == 3)
    let shown = try first(of: html)
    #expect((shown["post"] as? [String: Any])?["title"] as? String == text)
    #expect(shown["product"] as? String == text)
  }

  @Test func attributesCannotBeLeft() throws {
    let entry = MadeDrafts.entry(MadeDrafts.draft("a", title: "x\" onmouseover=\"alert(1)"))
    let html = try page([entry])
    #expect(html.contains("title=\"x&quot; onmouseover=&quot;alert(1)\""))
  }

  @Test func fileNamesArePercentEncoded() throws {
    let draft = MadeDrafts.draft("a", file: "../a b#?%\"<.mp4", cover: "javascript:x.jpg")
    let shown = try first(of: page([MadeDrafts.entry(draft)]))
    #expect(shown["video"] as? String == "douyin/..%2Fa%20b%23%3F%25%22%3C.mp4")
    #expect(shown["cover"] as? String == "douyin/javascript%3Ax.jpg")
  }

  @Test func aFolderThatWalksTheTreeIsNotNamed() throws {
    for platform in ["..", ".", ""] {
      let shown = try first(
        of: page([MadeDrafts.entry(MadeDrafts.draft("a", platform: platform))]))
      #expect(shown["video"] == nil)
    }
  }

  @Test func onlyWebAddressesBecomeLinks() throws {
    for (link, kept) in [
      ("javascript:alert(1)", false), ("data:text/html,x", false), ("//evil", false),
      ("HTTPS://shop.example/a", true),
    ] {
      let shown = try first(of: page([MadeDrafts.entry(MadeDrafts.draft("a", link: link))]))
      #expect((shown["link"] as? String != nil) == kept, "\(link)")
    }
  }

  @Test func countsStandAtTheTop() throws {
    let html = try page(
      [
        MadeDrafts.entry(MadeDrafts.draft("a")),
        MadeDrafts.entry(MadeDrafts.draft("b", platform: "kuaishou"), pass: false),
        MadeDrafts.entry(MadeDrafts.draft("c", sku: "B2"), pass: nil),
      ], missing: [MissingShot(sku: "A1", shot: "s", must: true)],
      problems: [Diagnostic(.warning, "x")])
    for text in [
      "<b>3</b> 成片", "<b>2</b> 商品", "<b>1</b> 通过", "<b>1</b> 未通过", "<b>1</b> 未质检",
      "<a href=\"#missing\"><b>1</b> 缺镜头</a>", "<a href=\"#problems\"><b>1</b> 问题</a>",
    ] {
      #expect(html.contains(text), "\(text)")
    }
  }

  @Test func draftsOfOneProductStandTogether() throws {
    let html = try page([
      MadeDrafts.entry(MadeDrafts.draft("a", sku: "A")),
      MadeDrafts.entry(MadeDrafts.draft("b", sku: "B")),
      MadeDrafts.entry(MadeDrafts.draft("c", sku: "A", platform: "kuaishou")),
    ])
    #expect(html.components(separatedBy: "<section class=\"product\">").count == 3)
    let ids = (try data(of: html)["drafts"] as? [[String: Any]])?.compactMap { $0["id"] as? String }
    #expect(ids == ["a", "c", "b"])
  }

  @Test func missingShotsAndProblemsAreNamed() throws {
    let shot = Shot(
      id: "s-3", beat: 0, size: "特写", movement: "固定", angle: "平", picture: "掰开看截面",
      duration: .zero)
    let html = try ReviewPage(
      entries: [MadeDrafts.entry(MadeDrafts.draft("a"))], platforms: platforms, shots: [shot],
      missing: [MissingShot(sku: "A1", shot: "s-3", must: true)],
      problems: [
        Diagnostic(.error, "no price", at: Position(file: "c.csv", line: 5, field: "售价"))
      ], lang: .zh
    ).html()
    #expect(html.contains("特写 · 掰开看截面"))
    #expect(html.contains("c.csv:5:售价"))
    #expect(html.contains("no price"))
  }

  @Test func thePageSpeaksBothLanguages() throws {
    let entries = [MadeDrafts.entry(MadeDrafts.draft("a"))]
    #expect(try page(entries).contains("<html lang=\"zh-CN\">"))
    let english = try page(entries, lang: .en)
    #expect(english.contains("<html lang=\"en\">"))
    #expect(english.contains("Failed only"))
    #expect(!english.contains("未通过"))
  }

  @Test func anEmptyHouseSaysWhatToDo() throws {
    #expect(try page([]).contains("先运行 shopreel render"))
  }

  @Test func equalDraftsGiveEqualPages() throws {
    let entries = (0..<20).map { MadeDrafts.entry(MadeDrafts.draft("d\($0)", sku: "S\($0 % 4)")) }
    #expect(try page(entries) == page(entries))
  }
}
