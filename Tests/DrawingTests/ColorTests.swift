import Drawing
import Foundation
import Testing

struct ColorTests {
  @Test(arguments: [
    ("#FF8000", "#FF8000"), ("ff800080", "#FF800080"), ("#fff", "#FFFFFF"),
    ("#00000000", "#00000000"),
  ])
  func hexadecimalTextReadsBack(text: String, written: String) {
    #expect(Color(text)?.hexadecimal == written)
  }

  @Test(arguments: ["", "#", "#12", "#GGGGGG", "red", "#1234567", "#＃112233", "+12345"])
  func otherTextIsNoColour(text: String) { #expect(Color(text) == nil) }

  @Test func aColourIsOneTextInJSON() throws {
    let data = Data(##"["#80FF00"]"##.utf8)
    #expect(try JSONDecoder().decode([Color].self, from: data) == [Color("#80FF00")!])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Color].self, from: Data(#"["green"]"#.utf8))
    }
  }

  @Test func blackOnWhiteHasTheHighestContrast() {
    #expect(abs(Color.black.contrast(with: .white) - 21) < 0.01)
  }
}
