import Drawing
import Foundation
import Model
import Shotlisting
import Support
import Tables
import Testing
import Timing

struct ShotListPagesTests {
  private func pages(_ products: Int = 3) throws -> ShotListPages {
    let planner = ShotPlanner(policy: MadeShots.policy, workspace: "AB12")
    let list = planner.plan(
      scripts: MadeShots.scripts(products: products), titles: ["P0": "每日坚果 混合装 750g"],
      date: "2026-03-01")
    let canvas = try Drawing.Canvas(width: 270, height: 480)
    canvas.fill(
      with: .linear(Color("#F2B705")!, Color("#8C1F28")!, from: .zero, to: CGPoint(x: 0, y: 480)))
    return ShotListPages(
      list: list, policy: MadeShots.policy, title: "春季上新 坚果",
      pictures: ["P0": canvas.bitmap, "P1-S02": canvas.bitmap])
  }

  private func keep(_ data: Data, as name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["SHOPREEL_GALLERY"] else { return }
    try data.write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  @Test func theSheetsAreTheSameBytesEachTime() throws {
    let first = try pages().pdf()
    try keep(first, as: "shotlist.pdf")
    #expect(try pages().pdf() == first)
  }

  @Test func anEmptyListStillMakesEveryPage() throws {
    let empty = ShotList(
      date: "", setups: [], totals: .init(shots: 0, minutes: 0, minutesInScriptOrder: 0))
    let pages = ShotListPages(list: empty, policy: MadeShots.policy, title: "")
    #expect(try pages.pdf().count > 500)
    #expect(String(decoding: pages.csv(), as: UTF8.self).split(separator: "\r\n").count == 1)
  }

  @Test func thePhonePageHoldsEverySlateAndFetchesNothing() throws {
    let pages = try pages()
    for locale in CopyLocale.allCases {
      let page = try pages.html(locale: locale)
      try keep(Data(page.utf8), as: "shotlist-\(locale.rawValue).html")
      for shot in pages.list.setups.flatMap(\.shots) {
        #expect(page.contains("data-code=\"\(shot.payload)\""))
      }
      #expect(page.components(separatedBy: "<svg").count - 1 == 18 + SlatePayload.marks.count)
      for word in ["http:", "https:", "src=", "url(", "@import"] { #expect(!page.contains(word)) }
    }
  }

  private let nasty = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x", "&amp;", "=1+1",
    "+86", "-2", "@SUM(A1)", "\tx", "a\0b", "多行\n第二行", "a,b\"c\"", "\u{202E}乱",
  ]

  private func hostilePages() throws -> ShotListPages {
    let shots = nasty.enumerated().map { index, text in
      var shot = ListedShot(
        shot: Shot(
          id: text, beat: 0, size: text, movement: text, angle: text, picture: text,
          duration: Time(decimal: 1e9), props: [text, text], sound: text),
        sku: text, product: text, scripts: [text],
        payload: SlatePayload(workspace: "AB12", shotID: "S\(index)").text, line: text,
        caption: text, locale: .zh)
      shot.must = index.isMultiple(of: 2)
      return shot
    }
    let setup = ShotList.Setup(name: nasty[0], start: .infinity, minutes: -1e300, shots: shots)
    let list = ShotList(
      date: "not a date", setups: [setup],
      totals: .init(shots: .max, minutes: 1e12, minutesInScriptOrder: -5))
    return ShotListPages(list: list, policy: MadeShots.policy, title: nasty[1])
  }

  @Test func nothingInAListBecomesMarkup() throws {
    let page = try hostilePages().html(locale: .zh)
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(!page.contains("<img") && !page.contains("alert(1)</script>"))
    #expect(!page.contains("onclick='") && !page.contains("\0") && !page.contains("\u{202E}"))
    #expect(page.contains("&amp;amp;"))
  }

  @Test func hostileWordsStillMakeSheets() throws {
    #expect(try hostilePages().pdf().count > 10_000)
  }

  @Test func theTableHasBothVocabulariesAndNoFormulas() throws {
    let text = String(decoding: try hostilePages().csv(), as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}序号 No.,"))
    for name in ["镜号 Shot", "景别 Size", "运镜 Movement", "机位 Angle", "画面 Picture", "台词 Line"] {
      #expect(text.contains(name))
    }
    #expect(text.contains("'=1+1") && text.contains("'@SUM(A1)") && text.contains("'-2"))
    #expect(
      !text.contains(",=1") && !text.contains(",+86") && !text.contains(",@")
        && !text.contains("\0"))
    #expect(text.contains("\"a,b\"\"c\"\"\""))
    #expect(text.contains("'\tx"))
  }

  @Test func theTableHasOneRowAShot() throws {
    let text = String(decoding: try pages().csv(), as: UTF8.self)
    let rows = text.split(separator: "\r\n")
    #expect(rows.count == 1 + 18)
    #expect(rows[1].contains("每日坚果 混合装 750g") || rows[1].contains("P0") || rows[1].contains("P1"))
    #expect(
      Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }).count == 1)
  }

  @Test func theWorkbookHoldsTheTableAsTextAndNumbers() throws {
    let pages = try pages()
    let data = try pages.xlsx()
    try keep(data, as: "shotlist.xlsx")
    #expect(try data == pages.xlsx() && data.prefix(4) == Data([0x50, 0x4B, 3, 4]))
    let store = try rows(of: data)
    #expect(store.count == 19)
    #expect(store.record(0).cells.contains("镜号 Shot"))
    #expect(store.record(1).cells.first == "1")
  }

  @Test func everyCellOfTheWorkbookIsTheTextItWas() throws {
    let store = try rows(of: hostilePages().xlsx())
    let cells = (0..<store.count).flatMap { store.record($0).cells }
    #expect(cells.contains { $0.contains("<script>") } && cells.contains { $0.hasPrefix("=1+1") })
  }

  private func rows(of data: Data) throws -> RowStore {
    let folder = try TemporaryFolder()
    try data.write(to: folder.file("shotlist.xlsx"))
    let workbook = try Workbook(path: folder.file("shotlist.xlsx").path)
    #expect(workbook.sheets.map(\.name) == ["拍摄单 Shot list"])
    let store = RowStore()
    let notes = try workbook.read(workbook.sheets[0], into: store)
    #expect(notes.faults.count == 0)
    return store
  }
}
