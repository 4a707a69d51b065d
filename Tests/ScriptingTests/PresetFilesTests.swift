import Diagnostics
import Model
import Presets
import Testing

struct PresetFilesTests {
  @Test func everyShippedFileReadsWithoutAFault() throws {
    var faults: [String] = []
    func collect(_ body: () throws -> Void) {
      do { try body() } catch { faults.append("\(error)") }
    }
    for file in try ShippedPresets.files("categories") {
      collect { _ = try Playbook(reading: file.source, id: file.id) }
    }
    for file in try ShippedPresets.files("formats") {
      collect { _ = try Format(reading: file.source, id: file.id) }
    }
    for file in try ShippedPresets.files("hooks") {
      collect { _ = try HookType(reading: file.source, id: file.id) }
    }
    #expect(faults == [])
  }

  @Test func aFigureOutsideASlotIsRefusedByLineAndColumn() {
    let text = """
      schema: hook/1
      name: n
      name_zh: n
      note: n
      orientations: [discovery]
      lines:
        zh:
          - "只要9块9"
          - "{nuon}看这里"
      """
    let error = #expect(throws: DiagnosticsError.self) {
      try HookType(reading: PresetSource(file: "h.yaml", text: text), id: "h")
    }
    let texts = (error?.diagnostics ?? []).map(\.description)
    #expect(texts.contains { $0.hasPrefix("h.yaml:8:7: error: '只要9块9' holds a figure") })
    #expect(texts.contains { $0.hasPrefix("h.yaml:9:7: error: slot '{nuon}' is not known") })
  }

  @Test func aShotThatIsNamedButNotThereIsAFault() {
    let text = """
      schema: category/1
      name: n
      name_zh: n
      note: n
      nouns: [{zh: 物, en: thing}]
      questions: [{zh: 大不大, en: Is it big, attributes: [size], shot: nowhere}]
      shots: []
      """
    let error = #expect(throws: DiagnosticsError.self) {
      try Playbook(reading: PresetSource(file: "c.yaml", text: text), id: "c")
    }
    let texts = (error?.diagnostics ?? []).map(\.message)
    #expect(texts.contains { $0.contains("names the shot 'nowhere'") })
    #expect(texts.contains { $0.contains("names the attribute 'size'") })
  }
}
