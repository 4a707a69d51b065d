import Foundation
import JSON
import Testing

@Suite struct JSONTests {
  @Test func whatIsWrittenIsReadBack() throws {
    var writer = JSONWriter()
    let texts = ["", "a\"b\\c", "中文\n\t\r", "\u{0}\u{1}\u{1F}", "😀", "/<script>"]
    writer.object { writer in
      writer.key("texts")
      writer.array(texts) { $0.string($1) }
      writer.key(text: "ke\"y")
      writer.double(0.1)
      writer.key("none")
      writer.null()
      writer.key("whole")
      writer.double(12)
      writer.key("inner")
      writer.object { writer in
        writer.key("yes")
        writer.bool(true)
      }
    }
    let value = try JSONParser.parse(writer.bytes[...])
    #expect(value["texts"] == .array(texts.map(JSONValue.string)))
    #expect(value["ke\"y"] == .number("0.1"))
    #expect(value["none"] == .null)
    #expect(value["whole"] == .number("12"))
    #expect(value["inner"]?["yes"] == .bool(true))
    let other = try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: Any]
    #expect(other?["texts"] as? [String] == texts)
  }

  @Test(arguments: [
    ("{\"a\":1", "ends in the middle"), ("[1,2", "ends in the middle"), ("{a:1}", "key"),
    ("[1] 2", "text after"), ("\"open", "ends in the middle"), ("[1e]", "no number"),
    ("[nul]", "no JSON value"), (String(repeating: "[", count: 200), "nested deeper"),
    ("\"\\u12", "four hex digits"), ("\"\\uZZZZ\"", "four hex digits"),
  ])
  func faultsAreNamed(_ text: String, _ part: String) {
    do {
      _ = try JSONParser.parse(Array(text.utf8)[...])
      Issue.record("'\(text)' was taken")
    } catch {
      #expect(error.message.contains(part), "\(error.message)")
    }
  }
}
