import Drawing
import Testing

struct FontsTests {
  @Test func familiesAreListedOnceAndSorted() {
    let families = Fonts.families()
    #expect(!families.isEmpty)
    #expect(families == families.sorted() && Set(families).count == families.count)
  }

  @Test func aFamilyThatIsNotThereFallsToTheNextThatIs() throws {
    guard Fonts.families().contains("Noto Sans CJK SC") else { return }
    let found = Fonts.resolvedFamily(for: ["No Such Face At All", "Noto Sans CJK SC"])
    #expect(found == "Noto Sans CJK SC")
  }

  @Test func ordinaryTextMissesNothing() {
    #expect(Fonts.missing(in: "显瘦 39.9元 Aa", families: Samples.families).isEmpty)
  }
}
