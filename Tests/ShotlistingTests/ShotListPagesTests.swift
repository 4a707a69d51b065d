import Foundation
import Model
import Shotlisting
import Testing

struct ShotListPagesTests {
  @Test func theSheetsAndSlatesAreTheSameBytesEachTime() throws {
    let pages = try MadePages.plain()
    try MadePages.keep(pages, as: "plain")
    #expect(try pages.pdf() == MadePages.plain().pdf())
    #expect(try pages.slatesPDF() == MadePages.plain().slatesPDF())
  }

  @Test func anEmptyListStillMakesEveryPage() throws {
    let empty = ShotList(
      date: "", setups: [], totals: .init(shots: 0, minutes: 0, minutesInScriptOrder: 0))
    let pages = ShotListPages(list: empty, policy: MadeShots.policy, title: "")
    #expect(try pages.pdf().count > 500)
    #expect(try pages.slatesPDF().count > 300)
    #expect(try pages.html(locale: .zh).contains("没有要拍的镜头"))
    #expect(String(decoding: pages.csv(), as: UTF8.self).split(separator: "\r\n").count == 1)
    #expect(try !pages.xlsx().isEmpty)
  }

  @Test func aSlatesPaperIsChosen() throws {
    var pages = try MadePages.plain()
    let half = try pages.slatesPDF()
    pages.style.slateSize = .a4
    let whole = try pages.slatesPDF()
    #expect(pageCount(half) == 1 + 9 && pageCount(whole) == 1 + 18)
  }

  /// The figure that the page tree gives.
  private func pageCount(_ pdf: Data) -> Int? {
    let text = String(decoding: pdf, as: UTF8.self)
    return text.matches(of: /\/Count (\d+)/).compactMap { Int($0.1) }.max()
  }

  @Test func thePhonePageHoldsEverySlateAndFetchesNothing() throws {
    let pages = try MadePages.plain()
    for locale in CopyLocale.allCases {
      let page = try pages.html(locale: locale)
      for shot in pages.list.setups.flatMap(\.shots) {
        #expect(page.contains("data-code=\"\(shot.payload)\""))
      }
      #expect(page.components(separatedBy: "<svg").count - 1 == 18 + SlatePayload.marks.count)
      for word in ["http:", "https:", "src=", "url(", "@import"] { #expect(!page.contains(word)) }
    }
  }

  @Test func severalDaysAreTold() throws {
    let pages = try MadePages.twoDays()
    try MadePages.keep(pages, as: "days")
    let page = try pages.html(locale: .zh)
    #expect(page.contains("<h4>第 1 天 · 2026-03-01</h4>"))
    #expect(page.contains("<h4>第 2 天 · 2026-03-03</h4>"))
    #expect(try !MadePages.plain().html(locale: .zh).contains("<h4>"))
    #expect(page.contains("拍不到就拍商品正面") && page.contains("soft-left") && page.contains("已定"))
  }

  @Test func whatStandsIsCalledByItsName() throws {
    var pages = try MadePages.plain()
    pages.policy.locations = [.init(id: "studio", name: "Studio B", nameZh: "二号棚")]
    pages.list.setups[0].shots[0].stand.location = "studio"
    pages.list.setups[0].shots[1].stand.location = "roof"
    let zh = try pages.html(locale: .zh)
    #expect(zh.contains("二号棚") && !zh.contains("Studio B") && zh.contains("roof"))
    #expect(try pages.html(locale: .en).contains("Studio B"))
    #expect(String(decoding: pages.csv(), as: UTF8.self).contains("二号棚 Studio B"))
  }

  @Test func aReshootSaysSoAndKeepsItsPayloads() throws {
    let shoot = try MadePages.twoDays()
    let pages = try MadePages.twoDays(kind: .reshoot)
    try MadePages.keep(pages, as: "reshoot")
    let page = try pages.html(locale: .zh)
    #expect(page.contains("补拍单") && page.contains("<b>R</b>"))
    for shot in shoot.list.setups.flatMap(\.shots) {
      #expect(page.contains("data-code=\"\(shot.payload)\""))
    }
    #expect(try !shoot.html(locale: .zh).contains("<b>R</b>"))
    #expect(try shoot.slatesPDF() != pages.slatesPDF() && shoot.pdf() != pages.pdf())
  }

  @Test func nothingInAListBecomesMarkup() throws {
    let page = try MadePages.hostile().html(locale: .zh)
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(page.components(separatedBy: "</section>").count == 2 * MadePages.nasty.count + 1)
    #expect(!page.contains("<img") && !page.contains("alert(1)</script>"))
    #expect(!page.contains("onclick='") && !page.contains("\0") && !page.contains("\u{202E}"))
    #expect(page.contains("&amp;amp;"))
  }

  @Test func hostileWordsStillMakeSheetsAndSlates() throws {
    let pages = try MadePages.hostile()
    try MadePages.keep(pages, as: "hostile")
    #expect(try pages.pdf().count > 10_000)
    #expect(try pages.slatesPDF().count > 10_000)
  }
}
