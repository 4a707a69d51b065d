import Foundation
import Model
import Scripting
import Tables
import Testing
import Timing

/// `scripts.csv`: one row a script.
struct ScriptTableTests {
  private func table(_ products: [Product], _ locale: CopyLocale) throws -> [[String]] {
    let scripts = try MadeScripts.run(products, variants: 2).scripts
    return ScriptTable.rows(
      scripts, products: Dictionary(products.map { ($0.sku, $0) }) { first, _ in first },
      locale: locale)
  }

  @Test func everyScriptHasARowUnderTheHead() throws {
    let scripts = try MadeScripts.run(MadeProducts.all, variants: 2).scripts
    let rows = try table(MadeProducts.all, .zh)
    #expect(rows.count == scripts.count + 1)
    #expect(Set(rows.map(\.count)) == [20])
    #expect(rows[0].prefix(3) == ["脚本", "SKU", "商品"])
    for (row, script) in zip(rows.dropFirst(), scripts) {
      let cells = Dictionary(zip(rows[0], row)) { first, _ in first }
      #expect(cells["脚本"] == script.id && cells["SKU"] == script.sku)
      #expect(cells["开头"] == script.voices.first)
      #expect(cells["台词"] == script.voices.dropFirst().joined(separator: " / "))
      #expect(cells["标题"] == script.post["douyin"]?.title)
      #expect(cells["镜头数"] == "\(script.shots.count)")
      #expect(cells["必拍"] == "\(script.shots.filter(\.must).count)")
      #expect(Double(cells["秒"] ?? "") == script.duration.decimal)
      #expect(!row.contains { $0.contains("\n") })
    }
  }

  @Test func theHeadSpeaksTheReadersLanguage() throws {
    let zh = try table([MadeProducts.shirt], .zh)[0]
    let en = try table([MadeProducts.shirt], .en)[0]
    #expect(zh.count == en.count && zh != en)
    #expect(en.contains("Opening") && en.contains("Call to action") && en.contains("Edited"))
    #expect(en.allSatisfy { $0.allSatisfy(\.isASCII) })
    #expect(try table([], .en).count == 1)
  }

  @Test func aCellThatASpreadsheetWouldRunIsMadeHarmless() throws {
    let formula = "=HYPERLINK(\"http://evil\",\"x\")"
    var evil = MadeProducts.make(formula, "+cmd|' /C calc'!A0 包", "bags", "25", ["材质": "帆布"])
    var team = TeamDecision()
    team.hook = "@SUM(1+1)"
    evil.team = team
    let bytes = DelimitedWriter.csv(try table([evil], .zh))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("'=HYPERLINK") && text.contains("'+cmd"))
    #expect(text.contains("SUM(1+1)"))
    let cells = text.split { $0 == "," || $0.isNewline }
    #expect(!cells.contains { cell in "=+@".contains(cell.drop { $0 == "\"" }.first ?? "x") })
  }

  @Test func editedPlacesAndFindingsAreNamed() throws {
    var script = try #require(try MadeScripts.run([MadeProducts.shirt]).scripts.first)
    script.edited = ["beats[1].voice", "post.douyin.title"]
    script.findings = [
      Finding(
        term: "最低", rule: "absolute", severity: .warn, place: "beats[3].voice", suggestion: "",
        basis: "")
    ]
    let rows = ScriptTable.rows([script], products: [:], locale: .zh)
    let cells = Dictionary(zip(rows[0], rows[1])) { first, _ in first }
    #expect(cells["改过"] == "beats[1].voice post.douyin.title")
    #expect(cells["提醒"] == "warn 最低" && cells["商品"] == "")
  }
}
