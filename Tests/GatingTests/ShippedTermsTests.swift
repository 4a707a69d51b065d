import Gating
import Model
import Presets
import Testing

/// Every row of the list, on its own platform and category.
struct ShippedTermsTests {
  let terms = ShippedPresets.terms
  let gate = ShippedPresets.termsGate

  private func find(_ text: String, for term: TermList.Term) -> [Finding] {
    gate.hits(
      in: text, place: "p", scopes: Set(term.categories.prefix(1)),
      platforms: Array(term.platforms.prefix(1))
    ).map(\.finding)
  }

  @Test func theWholeListIsRead() { #expect(terms.terms.count == 875) }

  @Test func everyWordIsFoundInASentenceAroundIt() {
    for term in terms.terms where term.pattern == nil {
      for text in ["这款 \(term.text) ，好用", "\(term.text)", "（\(term.text)）"] {
        let found = find(text, for: term)
        #expect(
          found.contains {
            $0.term.lowercased() == term.text.lowercased()
              && ($0.rule == term.rule || $0.severity == .block)
          },
          "\(term.text) in '\(text)': \(found.map(\.term))")
      }
    }
  }

  @Test func everyExceptionStaysClean() {
    for term in terms.terms {
      for phrase in term.exceptions {
        let found = find("这款\(phrase)，好用", for: term)
        #expect(!found.contains { $0.term == term.text }, "\(term.text) in '\(phrase)'")
      }
    }
  }

  @Test func everyPatternFindsWhatItIsFor() {
    let samples = [
      "销量No.1": "absolute", "原价¥199今天只要¥99": "price", "98%的用户说好": "citation",
      "累计售出 10 万+": "citation", "7天就见效": "guarantee", "电话13912345678": "diversion",
      "薇：shop_2024": "diversion", "vx shop_2024": "diversion", "看 https://x.cn/1": "diversion",
      "身份证11010119900307123X": "pii",
    ]
    for (text, rule) in samples {
      let found = gate.hits(in: text, place: "p", scopes: [], platforms: ["douyin"])
      #expect(found.contains { $0.finding.rule == rule }, "\(text)")
    }
  }

  @Test func aTermThatWasFoundStandsInTheText() {
    for term in terms.terms where term.pattern == nil {
      let text = "甲\(term.text.uppercased())乙"
      for hit in gate.hits(in: text, place: "p", scopes: [], platforms: ["douyin"]) {
        #expect(text[hit.range].lowercased().contains(hit.finding.term.lowercased()))
      }
    }
  }
}
