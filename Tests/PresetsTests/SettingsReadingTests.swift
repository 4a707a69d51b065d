import Diagnostics
import Model
import Presets
import Testing

struct SettingsReadingTests {
  private func read(_ render: String) throws -> Settings.Render {
    let text = "schema: workspace/1\nrender: \(render)\n"
    return try Settings(reading: PresetSource(file: "shopreel.yaml", text: text)).render
  }

  @Test func renderHasDefaults() throws {
    #expect(try read("{}") == Settings.Render())
    #expect(Settings.Render().encoder == nil && Settings.Render().storeGb == 20)
  }

  @Test func renderNamesEncoderAndStore() throws {
    let render = try read("{quality: draft, encoder: libx265, store_gb: 2.5}")
    #expect(render == Settings.Render(quality: "draft", encoder: "libx265", storeGb: 2.5))
  }

  @Test(arguments: ["{store_gb: much}", "{store_gb: -1}", "{encodr: libx264}"])
  func aWrongValueIsRefused(render: String) {
    #expect(throws: DiagnosticsError.self) { try read(render) }
  }
}
