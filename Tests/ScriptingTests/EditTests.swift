import Foundation
import Model
import Scripting
import Testing
import Timing

/// Lines that people change in the files of a script.
struct EditTests {
  private static let product = MadeProducts.bag

  private func script() throws -> Script {
    var script = try #require(try MadeScripts.run([Self.product]).scripts.first)
    script.seal = script.freshSeal
    return script
  }

  private func changes(_ script: Script, page: String? = nil) -> [String: String] {
    Dictionary(
      EditReader(script, page: page, product: Self.product).changes.map { ($0.place, $0.now) }
    ) { first, _ in first }
  }

  private func editor(_ gate: @escaping TextGate = { _, _, _, _ in [] }) -> ScriptEditor {
    ScriptEditor(
      product: Self.product, brand: BrandKit(forbidden: ["亲们"]),
      format: ShippedPresets.shared.formats.first { $0.id == "demo" }, gate: gate)
  }

  private func edit(_ script: Script, _ place: String, _ now: String) -> ScriptEdits.Edit {
    ScriptEdits.Edit(
      script: script.id, place: place,
      was: script.lines.first { $0.place == place }?.text ?? "", now: now)
  }

  private func point(_ script: Script) throws -> Int {
    try #require(script.beats.firstIndex { $0.role == .point })
  }

  // MARK: Reading

  @Test func anUntouchedScriptHoldsNoChange() throws {
    let script = try script()
    #expect(changes(script, page: script.markdown(Self.product)).isEmpty)
    #expect(changes(script).isEmpty)
    var unsealed = script
    unsealed.seal = nil
    unsealed.beats[1].voice = "别的"
    #expect(changes(unsealed).isEmpty)
  }

  @Test func everyKindOfLineIsFoundInTheScript() throws {
    let written = try script()
    let page = written.markdown(Self.product)
    var script = written
    script.beats[1].voice = "这只包，先放桌上"
    script.beats[2].caption = "侧袋在这里"
    script.beats[0].title = "先看包"
    script.post["douyin"]?.title = "通勤背的双肩包"
    script.post["douyin"]?.hashtags = ["双肩包"]
    #expect(
      changes(script, page: page) == [
        "beats[1].voice": "这只包，先放桌上", "beats[2].caption": "侧袋在这里", "beats[0].title": "先看包",
        "post.douyin.title": "通勤背的双肩包", "post.douyin.hashtags": "双肩包",
      ])
  }

  @Test func aLineChangedOnThePageIsFound() throws {
    let script = try script()
    let place = try point(script)
    let page = script.markdown(Self.product)
    let changed = page.replacing("| \(script.beats[place].voice) |", with: "| 侧袋里能放伞 |")
    #expect(changed != page)
    #expect(changes(script, page: changed) == ["beats[\(place)].voice": "侧袋里能放伞"])
    let barred = page.replacing("| \(script.beats[place].voice) |", with: "| 侧袋\\|能放伞 |")
    #expect(changes(script, page: barred) == ["beats[\(place)].voice": "侧袋|能放伞"])
  }

  @Test func whereBothWereChangedTheScriptDecides() throws {
    let written = try script()
    let place = try point(written)
    let page = written.markdown(Self.product)
      .replacing("| \(written.beats[place].voice) |", with: "| 页面上的一句 |")
      .replacing("| \(written.beats[0].voice) |", with: "| 页面上的开头 |")
    var script = written
    script.beats[place].voice = "脚本里的一句"
    #expect(
      changes(script, page: page) == [
        "beats[\(place)].voice": "脚本里的一句", "beats[0].voice": "页面上的开头",
      ])
  }

  @Test func aPageWithoutItsTableSaysNothing() throws {
    let script = try script()
    for page in ["", "# 空的", "| 台词 |\n| --- |\n| 一 |\n", script.markdown(Self.product) + "\n批注"] {
      #expect(changes(script, page: page).isEmpty)
    }
  }

  // MARK: Putting in

  @Test func anEditIsTakenWithCaptionTimeAndMark() throws {
    let written = try script()
    let place = try point(written)
    var script = written
    let outcome = editor().apply(
      edit(written, "beats[\(place)].voice", "侧袋能放下折叠伞，旁边还放得下水杯，拉开给你看"), to: &script)
    #expect(outcome == .taken(place: "beats[\(place)].voice", stale: false))
    #expect(script.edited == ["beats[\(place)].voice"])
    #expect(script.beats[place].voice == "侧袋能放下折叠伞，旁边还放得下水杯，拉开给你看")
    #expect(script.beats[place].caption.hasPrefix("侧袋能放下折叠伞"))
    #expect(script.beats[place].duration > written.beats[place].duration)
    var time = Time.zero
    for (index, beat) in script.beats.enumerated() {
      #expect(beat.start == time)
      let shots = script.shots.filter { $0.beat == index }
      #expect(shots.reduce(Time.zero) { $0 + $1.duration } == beat.duration)
      #expect(shots.allSatisfy { $0.duration > .zero })
      time += beat.duration
    }
    #expect(script.duration == time)
    #expect(script.shots.map(\.id) == written.shots.map(\.id))
  }

  @Test func aShorterLineShortensTheBeat() throws {
    var script = try script()
    let place = try point(script)
    let before = script.duration
    _ = editor().apply(edit(script, "beats[\(place)].voice", "看侧袋"), to: &script)
    #expect(script.duration < before)
    #expect(script.beats[place].duration >= Time(decimal: 1))
  }

  @Test func postsAreEditedByTheirParts() throws {
    var script = try script()
    for (part, now) in [
      ("title", "通勤背的双肩包"), ("caption", "装得下电脑"), ("cover_text", "双肩包"), ("cta", "点开看"),
      ("hashtags", "双肩包 通勤"),
    ] {
      let outcome = editor().apply(edit(script, "post.douyin.\(part)", now), to: &script)
      #expect(outcome == .taken(place: "post.douyin.\(part)", stale: false))
    }
    let post = try #require(script.post["douyin"])
    #expect(post.title == "通勤背的双肩包" && post.caption == "装得下电脑" && post.cta == "点开看")
    #expect(post.coverText == "双肩包" && post.hashtags == ["双肩包", "通勤"])
    #expect(script.edited?.count == 5)
  }

  @Test func aFigureNeedsACell() throws {
    let written = try script()
    let place = "beats[\(try point(written))].voice"
    for words in ["能装35L", "只要167元", "99个人在背"] {
      var script = written
      guard case .refused(_, let reason) = editor().apply(edit(written, place, words), to: &script)
      else {
        Issue.record("\(words) was taken")
        continue
      }
      #expect(reason[.zh]?.contains("在商品表里找不到") == true)
      #expect(reason[.en]?.contains("stands in no cell") == true)
      #expect(script == written)
    }
    for words in ["能装20L", "现在168元", "划掉的是199", "１５.６英寸电脑"] {
      var script = written
      let outcome = editor().apply(edit(written, place, words), to: &script)
      #expect(outcome == .taken(place: place, stale: false), "\(words)")
    }
  }

  @Test func forbiddenWordsAreRefusedWithTheirReason() throws {
    let written = try script()
    var script = written
    let gate: TextGate = { text, place, _, _ in
      text.contains("顶级")
        ? [
          Finding(
            term: "顶级", rule: "absolute", severity: .block, place: place, suggestion: "换成事实",
            basis: "广告法第9条")
        ] : []
    }
    let outcome = editor(gate).apply(edit(written, "beats[1].voice", "顶级的包"), to: &script)
    #expect(
      outcome
        == .refused(
          place: "beats[1].voice",
          reason: [
            .zh: "“顶级”不能用（广告法第9条）：换成事实", .en: "'顶级' may not be said (广告法第9条): 换成事实",
          ]))
    #expect(script == written)
    guard case .refused = editor().apply(edit(written, "beats[1].voice", "亲们看"), to: &script)
    else {
      Issue.record("the shop's own forbidden word was taken")
      return
    }
    #expect(script == written)
  }

  @Test func aPriceStickerIsTheCataloguesAlone() throws {
    let written = try script()
    let place = try #require(written.beats.firstIndex { $0.sticker != nil })
    var script = written
    guard
      case .refused(_, let reason) = editor().apply(
        edit(written, "beats[\(place)].sticker", "¥1"), to: &script)
    else {
      Issue.record("a sticker was taken")
      return
    }
    #expect(reason[.zh] == "价格贴纸只能来自商品表" && script == written)
  }

  @Test func aLineThatHasMovedIsFoundByItsWords() throws {
    let written = try script()
    let place = try point(written)
    let edit = edit(written, "beats[\(place)].voice", "看看侧袋")
    var moved = written
    moved.beats.swapAt(place, place + 1)
    moved.shots.indices.forEach { index in
      let beat = moved.shots[index].beat
      moved.shots[index].beat = beat == place ? place + 1 : beat == place + 1 ? place : beat
    }
    let outcome = editor().apply(edit, to: &moved)
    #expect(outcome == .taken(place: "beats[\(place + 1)].voice", stale: false))
    #expect(moved.beats[place + 1].voice == "看看侧袋")
  }

  @Test func aLineWhoseOwnWordsHaveChangedKeepsThePersons() throws {
    var script = try script()
    var edit = edit(script, "beats[1].voice", "先看这只包")
    edit.was = "从前的一句"
    #expect(editor().apply(edit, to: &script) == .taken(place: "beats[1].voice", stale: true))
    #expect(script.beats[1].voice == "先看这只包")
  }

  @Test func anEditWithoutAPlaceIsHomeless() throws {
    let written = try script()
    for place in ["beats[40].voice", "post.kuaishou.title", "nonsense", "", "beats[-1].voice"] {
      var script = written
      let edit = ScriptEdits.Edit(script: script.id, place: place, was: "没有的一句", now: "看")
      #expect(editor().apply(edit, to: &script) == .homeless, "\(place)")
      #expect(script == written)
    }
  }

  @Test func factsFollowTheWords() throws {
    let written = try script()
    let place = try point(written)
    var script = written
    _ = editor().apply(edit(written, "beats[\(place)].voice", "牛津布的，自重620g"), to: &script)
    let facts = script.beats[place].facts
    #expect(facts.contains { $0.text == "牛津布" && $0.source == "catalogue.csv:7 材质" })
    #expect(facts.contains { $0.text.contains("620") && $0.source == "catalogue.csv:7 自重" })
    let spoken = [
      script.beats[place].voice, script.beats[place].caption, script.beats[place].title ?? "",
    ].joined(separator: "\n")
    #expect(facts.allSatisfy { spoken.lowercased().contains($0.text.lowercased()) })
  }

  @Test func aProposalIsMarkedAsOneAndNeverAsAnEdit() throws {
    let written = try script()
    var script = written
    editor().propose("先看这只包", at: "beats[1].voice", in: &script)
    #expect(script.proposed == ["beats[1].voice"] && script.edited == nil)
    #expect(script.beats[1].voice == "先看这只包")
    var refused = written
    editor().propose("能装35L", at: "beats[1].voice", in: &refused)
    #expect(refused == written)
  }
}
