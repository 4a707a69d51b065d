import Foundation
import Model
import Testing
import Timing

struct RenderRecordTests {
  private let record = RenderRecord(
    id: "TX-01-d1", platform: "douyin",
    spans: [
      .init(
        key: "ab12cd34", kind: .picture, start: .zero, end: Time(decimal: 1.6), bytes: 700_000,
        state: .made, reason: "layers changed", parts: ["layers": "77", "source": "01"]),
      .init(
        key: "ff00ff00", kind: .sound, start: .zero, end: Time(decimal: 1.6), bytes: 30_000,
        state: .taken),
    ])

  @Test func whatIsWrittenIsReadBackEqual() throws {
    #expect(try RenderRecord.decoded(from: record.encoded()) == record)
  }

  @Test func theFileReadsAsTheSchemaSays() throws {
    let text = String(decoding: try record.encoded(), as: UTF8.self)
    #expect(text.hasPrefix("{\n  \"schema\" : \"render/1\",\n"))
    #expect(text.contains("\"end\" : 1.6,") && text.contains("\"state\" : \"taken\""))
    #expect(text.contains("\"layers\" : \"77\""))
  }

  @Test func anUnknownStateIsNamed() throws {
    let text = String(decoding: try record.encoded(), as: UTF8.self)
      .replacing("\"taken\"", with: "\"stolen\"")
    let error = #expect(throws: ArtefactError.self) {
      try RenderRecord.decoded(from: Data(text.utf8))
    }
    #expect(error?.message.contains("spans[1].state") == true, "\(error as Any)")
  }
}
