import Diagnostics
import Foundation
import Model
import Presets
import Testing

struct StyleReadingTests {
  private let presets = PresetLibrary(folders: .standard(given: nil, workspace: nil))

  private func faults(_ change: (String) -> String) throws -> [String] {
    let source = try presets.source("styles", "clean")
    let changed = PresetSource(file: "style.yaml", text: change(source.text))
    do {
      _ = try Style(reading: changed, id: "clean")
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics.map(\.message)
    }
  }

  @Test func everyShippedStyleIsReadAndTheyDiffer() throws {
    let ids = presets.folders.ids("styles")
    #expect(ids.count >= 8)
    let styles = try ids.map(presets.style)
    for (index, a) in styles.enumerated() {
      for b in styles[(index + 1)...] {
        #expect(a.title != b.title && a.caption != b.caption, "\(a.id) and \(b.id)")
        #expect(a.sticker != b.sticker && a.endCard != b.endCard && a.cover != b.cover)
      }
    }
  }

  @Test func lettersThatAreLostOnSomeGroundAreAFault() throws {
    let found = try faults {
      $0.replacingOccurrences(of: "stroke_width: 9", with: "stroke_width: 1")
    }
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("the letters of 'title' stand out by 1.0 to 1 on some grounds") == true)
  }

  @Test func bandsThatLieOverEachOtherAreAFault() throws {
    let found = try faults {
      $0.replacingOccurrences(
        of: "title: {from: 0, to: 0.32, anchor: 0}", with: "title: {from: 0, to: 0.5, anchor: 0}")
    }
    #expect(
      found == ["the bands of 'sticker' and 'title' lie over each other; words would hide words"])
  }

  @Test func anAnimationThatIsNotKnownNamesThoseThatAre() throws {
    let found = try faults {
      $0.replacingOccurrences(of: "enter: pop, leave", with: "enter: bounce, leave")
    }
    #expect(found.count == 2)
    #expect(found.first?.contains("'pop'") == true && found.first?.contains("'typewriter'") == true)
  }

  @Test func aStyleThatIsNotThereNamesThoseThatAre() {
    let error = #expect(throws: DiagnosticsError.self) { try presets.style("bolt") }
    let message = error?.diagnostics.first?.message ?? ""
    #expect(message.hasPrefix("no preset 'bolt' in 'styles'; did you mean 'bold'?"))
    #expect(message.contains("lifestyle"))
  }

  @Test func aWordOfThePaletteIsTheBrandsColour() throws {
    let style = try presets.style("brand")
    let palette = style.palette(for: BrandKit(primaryColor: "#FFFFFF"))
    #expect(Style.color(style.title.plate, in: palette) == "#FFFFFF")
    #expect(Style.color(style.title.color, in: palette) == "#111111")
    #expect(Style.color("accent", in: palette) == style.palette.accent)
  }
}
