import Foundation
import Model
import Testing

/// Lines that people change in the written scripts, run by run.
@Suite struct CopyEditTests {
  private func voiceRow(_ script: Script) throws -> (index: Int, voice: String) {
    let index = try #require(script.beats.firstIndex { $0.role == .point })
    return (index, script.beats[index].voice)
  }

  @Test func aLineChangedInTheScriptIsKeptAndGoesWhenItIsTakenBack() throws {
    let site = try CopySite()
    #expect(try site.start().status == 0)
    let written = try site.first(of: "BG-1")
    let (index, own) = try voiceRow(written)
    let place = "beats[\(index)].voice"
    let mine = "侧袋放得下折叠伞，你看"
    try site.replace(
      "\"voice\" : \"\(own)\"", with: "\"voice\" : \"\(mine)\"", in: site.path(written, "json"))
    #expect(try site.script().status == 0)
    let edited = try site.again(written)
    #expect(edited.beats[index].voice == mine && edited.edited == [place])
    #expect(try site.edits == [.init(script: written.id, place: place, was: own, now: mine)])
    let page = try String(
      contentsOf: site.root.appendingPathComponent(site.path(written, "md")), encoding: .utf8)
    #expect(page.contains(mine) && !page.contains("| \(own) |"))
    let table = try String(
      contentsOf: site.root.appendingPathComponent("work/scripts.csv"), encoding: .utf8)
    #expect(table.contains(mine) && table.contains(place))

    // Once more without a change, and after the work folder is gone.
    #expect(try site.script().status == 0)
    #expect(try site.again(written) == edited)
    try FileManager.default.removeItem(at: site.root.appendingPathComponent("work"))
    #expect(try site.start().status == 0)
    #expect(try site.again(written) == edited)

    // Back to the program's own words.
    try site.replace(
      "\"voice\" : \"\(mine)\"", with: "\"voice\" : \"\(own)\"", in: site.path(written, "json"))
    #expect(try site.script().status == 0)
    #expect(try site.edits.isEmpty)
    #expect(try site.again(written) == written)
  }

  @Test func aLineChangedOnThePageIsKept() throws {
    let site = try CopySite()
    #expect(try site.start().status == 0)
    let written = try site.first(of: "HM-1")
    let (index, own) = try voiceRow(written)
    try site.replace("| \(own) |", with: "| 抽屉拉一下，你听 |", in: site.path(written, "md"))
    #expect(try site.script().status == 0)
    let edited = try site.again(written)
    #expect(edited.beats[index].voice == "抽屉拉一下，你听")
    #expect(edited.edited == ["beats[\(index)].voice"])
    #expect(try site.edits.map(\.was) == [own])
    try site.replace("| 抽屉拉一下，你听 |", with: "| \(own) |", in: site.path(written, "md"))
    #expect(try site.script().status == 0)
    #expect(try site.again(written) == written && site.edits.isEmpty)
  }

  @Test func aForbiddenWordIsNamedWithItsPlaceAndTheProgramsLineStands() throws {
    let site = try CopySite()
    #expect(try site.start().status == 0)
    let written = try site.first(of: "BG-1")
    let (index, own) = try voiceRow(written)
    try site.replace(
      "\"voice\" : \"\(own)\"", with: "\"voice\" : \"全网最低价的包\"", in: site.path(written, "json"))
    let outcome = try site.script()
    #expect(outcome.status == 1)
    #expect(outcome.err.contains("最低价") && outcome.err.contains("beats[\(index)].voice"))
    #expect(outcome.err.contains(written.id))
    #expect(try site.again(written) == written)
    // It stays an error until somebody writes it anew.
    #expect(try site.script().status == 1)
    try site.replace(
      "\"voice\" : \"\(own)\"", with: "\"voice\" : \"这只包，你看\"", in: site.path(written, "json"))
    #expect(try site.script().status == 0)
    #expect(try site.again(written).beats[index].voice == "这只包，你看")
  }

  @Test func aFigureThatNoCellHoldsIsRefused() throws {
    let site = try CopySite()
    #expect(try site.start().status == 0)
    let written = try site.first(of: "BG-1")
    let (_, own) = try voiceRow(written)
    try site.replace("| \(own) |", with: "| 容量30L，你看 |", in: site.path(written, "md"))
    let outcome = try site.script()
    #expect(outcome.status == 1)
    #expect(outcome.err.contains("30") && outcome.err.contains("在商品表里找不到"))
    #expect(try site.again(written) == written)
  }

  @Test func aBrokenScriptIsKeptAsideAndSaid() throws {
    let site = try CopySite()
    #expect(try site.start().status == 0)
    let written = try site.first(of: "SN-1")
    let broken = "{\"schema\": \"script/1\", \"beats\": [\n我改坏了"
    try site.root.write(broken, to: site.path(written, "json"))
    let outcome = try site.script()
    #expect(outcome.status == 1)
    let kept = "edits/unreadable/\(written.id).json"
    #expect(outcome.err.contains(kept))
    #expect(site.root.bytes(kept) == Data(broken.utf8))
    #expect(try site.again(written) == written)
    #expect(try site.script().status == 0)
  }

  @Test func anEditForAScriptThatIsGoneStaysInItsFile() throws {
    let site = try CopySite()
    try site.root.write(
      #"{"schema":"edits/1","edits":[{"script":"NO-1-discovery-demo-test","place":"beats[1].voice","was":"","now":"看这里"}]}"#,
      to: "edits/scripts.json")
    let outcome = try site.start()
    #expect(outcome.status == 0)
    #expect(outcome.err.contains("NO-1-discovery-demo-test"))
    #expect(try site.edits.map(\.now) == ["看这里"])
  }
}
