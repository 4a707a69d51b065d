import Diagnostics
import Model
import Presets
import Testing

struct IngestPolicyReadingTests {
  private func read(_ names: String) throws -> IngestPolicy {
    try IngestPolicy(
      reading: PresetSource(file: "i.yaml", text: "schema: ingest/1\nnames:\n  \(names)\n"), id: "i"
    )
  }

  @Test(arguments: [
    (
      "patterns: [\"{sku}_{size}\"]",
      "'{size}' is no part of a file name's pattern; use {sku}, {shot}, {status}, {take}, {date}, {any}"
    ),
    (
      "patterns: [\"{date}_{take}\"]",
      "the pattern '{date}_{take}' needs {sku} or {shot}; use {sku}, {shot}, {status}, {take}, {date}, {any}"
    ),
  ])
  func patternsThatNameNothingAreRefused(names: String, message: String) {
    let error = #expect(throws: DiagnosticsError.self) { try read(names) }
    #expect(error?.diagnostics.map(\.message) == [message])
  }

  @Test func namesThatAreNotWrittenDownKeepTheirUsualValues() throws {
    #expect(try read("ok: [\"yes\"]").names.ok == ["yes"])
    #expect(try read("ok: [\"yes\"]").names.ng == IngestPolicy.Names().ng)
  }
}
