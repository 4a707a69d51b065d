import Foundation
import Ingesting
import Model
import Testing
import Timing

struct EveningTests {
  private let list: ShotList = {
    let shots = Shoot.shots.entries.map { entry in
      ListedShot(
        shot: Shot(
          id: entry.id, beat: 0, size: "特写", movement: "固定", angle: "平", picture: "<b>主镜</b>",
          duration: Time(decimal: 2), must: entry.must),
        sku: entry.sku, product: "矿泉水 & 杯", scripts: ["s"],
        payload: SlatePayload(workspace: Shoot.workspace, shotID: entry.id).text, line: "",
        caption: "", locale: .zh)
    }
    return ShotList(
      date: "", setups: [.init(name: "桌面", start: 0, minutes: 9, shots: shots)],
      totals: .init(shots: shots.count, minutes: 9, minutesInScriptOrder: 9))
  }()

  private func report(_ clips: [FootageClip], list: ShotList?) -> EveningReport {
    let filing = Shoot.filer().file(clips)
    let takes = Takes(
      takes: filing.takes, orphans: filing.orphans,
      broken: [NamedFile(file: "footage/x.mp4", reason: "is empty")], missing: filing.missing)
    let files = clips.map { clip in
      var record = FileRecord(file: clip.path, kind: .clip, state: .filed)
      record.facts = clip.report.facts
      return record
    }
    return EveningReport(takes: takes, files: files, list: list)
  }

  @Test func aMustShotWithOnlyNGTakesIsStillToBeFilmed() {
    let ng = Shoot.clip(
      "footage/1.mp4", [Shoot.slate("A-100-close", 0, 1), Shoot.card("NG", 8, 9)])
    let ok = Shoot.clip("footage/2.mp4", [Shoot.slate("A-100-wear", 0, 1)])
    let report = report([ng, ok], list: list)
    #expect(report.missing.map(\.shot) == ["A-100-close"])
    let page = EveningPage(report, title: "店", locale: .en).html(reshoot: "reshoot/shotlist.html")
    #expect(page.contains("1 must-shots are still to be filmed"))
    #expect(page.contains("only NG takes"))
    #expect(page.contains("href=\"reshoot/shotlist.html\""))
  }

  @Test func withEveryMustShotTheSetCanBeStruck() {
    let clips = ["A-100-close", "A-100-wear"].map {
      Shoot.clip("footage/\($0).mp4", [Shoot.slate($0, 0, 1)])
    }
    let page = EveningPage(report(clips, list: list), title: "店", locale: .zh).html(reshoot: nil)
    #expect(page.contains("可以收工"))
    #expect(page.contains("2 / 2"))
    #expect(page.contains("0 / 1"))
  }

  @Test func whatOthersWroteIsNoMarkup() {
    let clip = Shoot.clip("footage/<script>.mp4", [Shoot.slate("A-100-close", 0, 1)])
    let page = EveningPage(report([clip], list: list), title: "</style>", locale: .zh)
      .html(reshoot: nil)
    #expect(!page.contains("<script>") && !page.contains("<b>主镜") && !page.contains("店</style>"))
    #expect(page.contains("矿泉水 &amp; 杯"))
  }

  @Test func withoutAShotListThePageSaysSo() {
    let page = EveningPage(report([], list: nil), title: "店", locale: .en).html(reshoot: nil)
    #expect(page.contains("run shopreel shotlist"))
  }

  @Test func theTableHasARowAFileAndNoFormula() {
    var record = FileRecord(file: "=cmd.mp4", kind: .clip, state: .orphan)
    record.facts = Shoot.clip("a").report.facts
    record.reasons = ["no slate", "too short"]
    let text = String(decoding: FootageTable(files: [record]).csv().dropFirst(3), as: UTF8.self)
    let rows = text.split(separator: "\r\n").map(String.init)
    #expect(rows.count == 2)
    #expect(rows[0].hasPrefix("文件 File,种类 Kind,结果 Result,SKU,"))
    #expect(
      rows[1] == "'=cmd.mp4,clip,orphan,,,,1080,1920,30.0,,,yes,10.0,no slate; too short")
  }
}
