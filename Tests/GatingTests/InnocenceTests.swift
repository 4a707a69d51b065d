import Gating
import Model
import Presets
import Support
import Testing

/// The quick look may send a text to the full search; it may never let a guilty one pass.
@Suite struct InnocenceTests {
  private let gate = ShippedPresets.termsGate

  private func hits(_ text: String, _ scopes: Set<String> = []) -> Int {
    gate.hits(in: text, place: "p", scopes: scopes, platforms: ["douyin", "xiaohongshu"])
      .count { $0.finding.severity == .block }
  }

  @Test func noBlockedTermOfTheListPasses() {
    for term in ShippedPresets.terms.terms where term.pattern == nil && term.severity == .block {
      #expect(!gate.neverBlocks("这款 \(term.text) 好"), "\(term.text)")
    }
  }

  @Test func whatPassesIsNeverFound() {
    var generator = SeededGenerator(seed: 11)
    let parts = [
      "销量", "No.", "1", "top", "原价", "¥199", "现价", "99", "98%", "的用户", "累计售出", "10", "万+",
      "7", "天", "就", "见效", "电话", "139", "12345678", "薇：", "shop_2024", "vx ", "https://", "x.cn",
      "微 信", "棉", "新款", "连衣裙", " ", "@", "a.com", "加", "V", "：", "(?", "Ⅴ", "ｖ", "。",
    ]
    var innocent = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...6, using: &generator)
      let text = (0..<count).map { _ in parts.randomElement(using: &generator)! }.joined()
      guard gate.neverBlocks(text) else { continue }
      innocent += 1
      #expect(hits(text) == 0, "\(text)")
    }
    #expect(innocent > 500)
    #expect(gate.neverBlocks("春季新款纯棉连衣裙 0号") && gate.neverBlocks("白色 5号 棉95%"))
  }

  /// Terms cut up, innocent lines and what obfuscators put between, thrown together.
  @Test func neitherTricksNorMixturesPass() throws {
    var generator = SeededGenerator(seed: 23)
    let lines = try ["innocent", "guilty", "tricks"].flatMap(LabelledSentence.all).map(\.text)
    let words = ShippedPresets.terms.terms.filter { $0.pattern == nil }.map(\.text)
    let signs = [" ", "*", ".", "·", "-", "❤️", "\u{200B}", "，", "。", "/", "丨", "~", "🔥", ""]
    let scopes = Set(ShippedPresets.terms.matching.categories.keys)
    let platforms = ShippedPresets.allPlatforms.map(\.id)
    let gate = ShippedPresets.gate
    func piece() -> String {
      let source = Bool.random(using: &generator) ? lines : words
      let text = Array(source.randomElement(using: &generator)!)
      let start = Int.random(in: 0..<text.count, using: &generator)
      let end = Int.random(in: start...min(text.count - 1, start + 5), using: &generator)
      let sign = signs.randomElement(using: &generator)!
      return text[start...end].map(String.init).joined(separator: sign)
    }
    var innocent = 0
    for _ in 0..<15_000 {
      let text = (0..<Int.random(in: 1...4, using: &generator)).map { _ in piece() }
        .joined(separator: signs.randomElement(using: &generator)!)
      guard gate.neverBlocks(text) else { continue }
      innocent += 1
      let blocked = gate.hits(in: text, place: "p", scopes: scopes, platforms: platforms)
        .filter { $0.finding.severity == .block }
      #expect(blocked.isEmpty, "'\(text)': \(blocked.map(\.finding.term))")
    }
    #expect(innocent > 1_000)
  }
}
