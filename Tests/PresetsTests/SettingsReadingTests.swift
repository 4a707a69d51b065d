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

  private func columns(_ text: String) throws -> ColumnSettings {
    let file = "schema: workspace/1\ncolumns: \(text)\n"
    return try Settings(reading: PresetSource(file: "shopreel.yaml", text: file)).columns
  }

  @Test func columnsAreSettledForEveryFileOrForOne() throws {
    #expect(try columns("{}") == ColumnSettings())
    #expect(
      try columns(
        "{直播价: price, 备注2: ignore, value: sku, 颜色: attribute, catalogue.xlsx: {value: title}}")
        == ColumnSettings(
          everywhere: [
            "直播价": .init(.price), "备注2": .init(.ignored), "value": .init(.sku), "颜色": .init(nil),
          ], files: ["catalogue.xlsx": ["value": .init(.title)]]))
  }

  @Test func anUnknownFieldIsNamedWithTheLegalOnes() {
    let error = #expect(throws: DiagnosticsError.self) {
      try columns("{直播价: prise, a.csv: {b: [1]}}")
    }
    let messages = error?.diagnostics.map(\.message) ?? []
    #expect(messages.count == 2 && error?.diagnostics.first?.position.line == 2)
    #expect(
      messages.first?.hasPrefix(
        "'prise' is no field of a product; did you mean 'price'?; there are: ignore, attribute, sku"
      )
        == true)
  }

  @Test func columnsMustBeAMapping() {
    #expect(throws: DiagnosticsError.self) { try columns("[price]") }
  }
}
