import Foundation
import Model
import Support
import Testing

/// Nothing is said that no cell supports: scripts and posts of the whole demo range.
@Suite struct FactTests {
  /// The demo's catalogue as text, and what the first three stages made of it.
  struct Words {
    let text: String
    let outcome: Program.Outcome
    let scripts: [Script]
    let catalogue: Catalogue

    static let written = Result { try Words() }

    private init() throws {
      let folder = try TemporaryFolder()
      let root = folder.file("shop")
      try DemoSite.found(root, products: nil)
      text = String(decoding: root.bytes("catalogue.csv") ?? Data(), as: UTF8.self)
      outcome = try Program.run("import", on: root)
      for verb in ["select", "script"] { _ = try Program.run(verb, on: root) }
      scripts = try root.artefacts(Script.self, below: "work/scripts")
      catalogue = try root.artefact(Catalogue.self, "work/products.json")
    }
  }

  let words: Words
  var outcome: Program.Outcome { words.outcome }
  var scripts: [Script] { words.scripts }
  var catalogue: Catalogue { words.catalogue }

  init() throws { words = try Words.written.get() }

  @Test func everyNumberStandsInAFact() {
    #expect(scripts.count >= 8)
    for script in scripts {
      for (index, beat) in script.beats.enumerated() {
        let words = [beat.voice, beat.caption, beat.title ?? "", beat.sticker ?? ""]
        let known = Set(beat.facts.flatMap { numbers(in: $0.text) })
        for number in words.flatMap(numbers) {
          #expect(known.contains(number), "\(script.id) beat \(index): \(number) in \(words)")
        }
      }
      for (platform, post) in script.post {
        let words = [post.title, post.caption, post.coverText, post.cta] + post.hashtags
        let known = Set(post.facts.flatMap { numbers(in: $0.text) })
        for number in words.flatMap(numbers) {
          #expect(known.contains(number), "\(script.id) \(platform): \(number) in \(words)")
        }
      }
    }
  }

  @Test func everyFactNamesACellThatHoldsIt() {
    for script in scripts {
      let facts = script.beats.flatMap(\.facts) + script.post.values.flatMap(\.facts)
      #expect(!facts.isEmpty)
      for fact in facts {
        #expect(!fact.field.isEmpty && !fact.source.isEmpty, "\(script.id): \(fact)")
        #expect(
          fact.source.contains("catalogue.csv:") || fact.source.contains("brand"),
          "\(script.id): \(fact.source)")
      }
    }
  }

  @Test func noBlockedTermLeavesTheScripts() {
    for script in scripts {
      #expect(script.findings.allSatisfy { $0.severity != .block }, "\(script.id)")
      let words =
        script.beats.map { $0.voice + $0.caption + ($0.title ?? "") + ($0.sticker ?? "") }
        + script.post.values.map { $0.title + $0.caption + $0.coverText + $0.cta }
      for word in ["最低价", "爆款", "秒杀全场"] {
        #expect(!words.contains { $0.contains(word) }, "\(script.id): \(word)")
      }
    }
  }

  @Test func forbiddenWordsOfACellAreReportedWithTheirRow() throws {
    let row = try row(of: "SNK-5020")
    let problem = try #require(
      catalogue.problems.first { $0.message.contains("最低价") || $0.value?.contains("最低价") == true })
    #expect(problem.file == "catalogue.csv" && problem.row == row)
    #expect(outcome.err.contains("catalogue.csv:\(row)"))
  }

  @Test func anArticleNumberThatASpreadsheetRuinedIsReportedWithRowAndColumn() throws {
    let row = try row(of: "3.62E+15")
    let problem = try #require(catalogue.problems.first { $0.value == "3.62E+15" })
    #expect(problem.row == row && problem.column == "商品编码")
    #expect(outcome.err.contains("3.62E+15"))
    #expect(!catalogue.products.contains { $0.sku == "3.62E+15" })
  }

  @Test func aPriceThatIsNotFilledInIsReported() throws {
    let row = try row(of: "SHO-3330")
    #expect(
      catalogue.problems.contains { $0.row == row && $0.column == "售价" && $0.value == "待定" })
  }

  /// The line of the sheet that begins so, as a spreadsheet counts it.
  private func row(of sku: String) throws -> Int {
    let lines = words.text.components(separatedBy: "\r\n")
    return try #require(lines.firstIndex { $0.hasPrefix(sku + ",") }) + 1
  }

  private func numbers(in text: String) -> [String] {
    text.matches(of: /[0-9]+(?:\.[0-9]+)?/).map { String($0.output) }
  }
}
