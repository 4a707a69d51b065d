import Drawing
import Foundation
import Support
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

  @Test func filesThatAreNoFontsAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("not a font", to: "Brand.ttf")
    try folder.write("readme", to: "licence.txt")
    #expect {
      try Fonts.register(filesIn: folder.path)
    } throws: { error in
      (error as? DrawingError)?.code == .fontInvalid && "\(error)".contains("'Brand.ttf'")
        && !"\(error)".contains("licence")
    }
    #expect(try Fonts.register(filesIn: folder.path + "/none").isEmpty)
  }

  @Test func aFontFileIsTakenUp() throws {
    let source = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
    guard FileManager.default.fileExists(atPath: source) else { return }
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: source, toPath: folder.path + "/House.ttf")
    #expect(try Fonts.register(filesIn: folder.path) == ["House.ttf"])
    #expect(Fonts.resolvedFamily(for: ["DejaVu Sans"]) == "DejaVu Sans")
  }
}
