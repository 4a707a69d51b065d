import Model
import Support
import Testing

struct SlatePayloadTests {
  @Test func aPayloadFitsAVersionTwoCodeAndIsReadBack() {
    for id in ["TX-W-front", "纯棉T恤-hero", "", String(repeating: "x", count: 500)] {
      let payload = SlatePayload(workspace: "AB12", shotID: id)
      #expect(payload.text.count <= 25)
      #expect(
        payload.text.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "*") })
      #expect(SlatePayload(text: payload.text) == payload)
    }
  }

  @Test(arguments: [
    "", "hello", "https://example.com", "SR1*AB12*1234567*", "SR1*AB12*1234567*!",
    "SR2*AB12*1234567*A", "SR1*AB12*1234567*A*B",
  ])
  func aStrangersCodeIsNoPayload(text: String) { #expect(SlatePayload(text: text) == nil) }

  @Test func oneMisreadLetterBreaksTheCheck() {
    let good = SlatePayload(workspace: "AB12", shotID: "x").text
    for index in good.indices.dropLast(2) {
      for letter in "0AZ*" where good[index] != letter {
        var bad = good
        bad.replaceSubrange(index...index, with: String(letter))
        #expect(SlatePayload(text: bad) == nil, "\(bad)")
      }
    }
  }

  @Test func tenThousandShotsHardlyEverShareACode() {
    let codes = Set(
      (0..<10_000).map { SlatePayload.code(for: "SKU-\($0 / 12)-shot\($0 % 12)", length: 7) })
    #expect(codes.count == 10_000)
  }
}

struct SlugTests {
  @Test(arguments: [
    ("TX-W-S", "TX-W-S"), ("纯棉T恤", "纯棉T恤"), ("a.b_c", "a.b_c"),
  ])
  func aPlainNameStays(name: String, slug: String) { #expect(name.slug == slug) }

  @Test func aHostileNameIsHarmlessAndKeepsItsOwnIdentity() {
    let names = ["../../etc/passwd", "..", ".", "", "a/b", "a\\b", "a b", "a\0b", ".hidden", "a?b"]
    let slugs = names.map(\.slug)
    #expect(Set(slugs).count == names.count)
    for slug in slugs {
      #expect(!slug.isEmpty && !slug.hasPrefix(".") && !slug.contains("/") && !slug.contains("\0"))
    }
  }

  @Test func aLongNameIsCutButStaysDistinct() {
    let a = String(repeating: "长", count: 90) + "A"
    let b = String(repeating: "长", count: 90) + "B"
    #expect(a.slug != b.slug)
    #expect(a.slug.utf8.count < 250)
  }
}
