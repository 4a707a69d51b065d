import Diagnostics
import Model
import Presets
import Testing

struct PlatformReadingTests {
  @Test func aWrongValueNamesLineColumnAndWhatWouldBeRight() {
    let error = #expect(throws: DiagnosticsError.self) {
      try Platform(
        reading: PresetSource(file: "p.yaml", text: "schema: platform/1\nfps: tall\nfsp: 3\n"),
        id: "p")
    }
    let texts = (error?.diagnostics ?? []).map(\.description)
    #expect(
      texts.contains {
        $0.hasPrefix("p.yaml:2:6: error: 'fps' must be frames a second such as 30")
      })
    #expect(texts.contains { $0.contains("unknown key 'fsp'; did you mean 'fps'?") })
    #expect(texts.contains { $0.contains("fps: tall\n         ^~~~") })
  }
}
