import Diagnostics
import Model
import Presets
import Testing

struct PlainWordsReadingTests {
  private func faults(_ text: String) -> [Diagnostic] {
    do {
      _ = try PlainWords(
        reading: PresetSource(file: "w.yaml", text: "schema: plain-words/1\n" + text))
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics
    } catch {
      return [Diagnostic(.error, "\(error)")]
    }
  }

  @Test func aWordThatIsPlainAndAClaimIsAFault() {
    let found = faults(
      """
      words: {zh: [看 好用的], en: [look soft]}
      claims: {zh: [好用], en: [soft]}
      """)
    #expect(found.count == 2)
    #expect(found.contains { $0.message.contains("'好用的' cannot be plain: '好用'") })
    #expect(found.contains { $0.message.contains("'soft' cannot be plain") })
  }

  @Test func anUnknownLanguageIsAFault() {
    #expect(faults("words: {zh: [看], fr: [regarde]}").count == 1)
  }

  @Test func rowsAreSetApartBySpaces() throws {
    let words = try PlainWords(
      reading: PresetSource(
        file: "w.yaml", text: "schema: plain-words/1\nwords: {zh: [看 这里, 那里]}"))
    #expect(words.words[.zh] == ["看", "这里", "那里"])
  }
}
